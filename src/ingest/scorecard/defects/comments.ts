/** Comments against the figures: the commentary checker's flags as findings of the import. */
import { checkComment } from "../../../domain/commentary/check-comment.ts";
import { type CardFacts, type FactFigure, factsFor, type IndicatorFacts } from "../../../domain/commentary/facts.ts";
import type { CommentFlag, CommentSubject } from "../../../domain/commentary.ts";
import { parseTarget, type TargetFacts } from "../../../domain/judgement/parse-target.ts";
import { roundedDecimal, withThousands } from "../../../domain/rounding.ts";
import { STATE_FACTS } from "../../../domain/value-state.ts";
import { type FindingCode, type FindingPlace, finding, type ImportFinding } from "../finding.ts";
import type { ImportedFigure, ImportedIndicator } from "../imported.ts";
import type { CardRead } from "./card.ts";

/** Numbers of people up to this could tell of one. */
const DISCLOSURE_THRESHOLD = 5;

/** Checks every comment of the file. */
export function commentDefects(card: CardRead): readonly ImportFinding[] {
  const period = card.lastPeriod;
  if (period === null) return [];
  const facts: CardFacts = {
    indicators: card.indicators.map(factsOfRow),
    period,
    places: [],
    disclosureThreshold: DISCLOSURE_THRESHOLD,
  };
  return card.comments.flatMap(({ table, row, references, body }) => {
    const subject: CommentSubject =
      references.length === 0 ? { kind: "scorecard" } : { kind: "references", references };
    return checkComment(body, factsFor(facts, subject)).map((flag) =>
      findingOf(flag, { table, row, reference: references.join(", ") }),
    );
  });
}

function findingOf(flag: CommentFlag, place: FindingPlace): ImportFinding {
  return finding(codeOf(flag), { ...place, quote: flag.quote }, flag.message, flag.remedy);
}

function codeOf({ code, kind }: CommentFlag): FindingCode {
  if (kind === "person") return "PERSON_IN_TEXT";
  if (kind === "suppressed") return "SUPPRESSED_IN_TEXT";
  if (code === "cut-off") return "COMMENT_CUT_OFF";
  if (code === "wrong-unit") return "COMMENT_UNIT_WRONG";
  if (code.includes("reference")) return "COMMENT_REFERENCE_WRONG";
  return kind === "fact" ? "COMMENT_FACT_WRONG" : "COMMENT_UNCHECKED";
}

function factsOfRow(indicator: ImportedIndicator): IndicatorFacts {
  const { reference, section, title, unit, decimals, polarity, window, target, comparators, baseline } = indicator;
  return {
    reference,
    section,
    title,
    definition: title,
    unit,
    decimals,
    polarity,
    window,
    figures: [...indicator.figures]
      .sort((a, b) => (a.period.end < b.period.end ? -1 : 1))
      .map((one) => factOf(one, indicator)),
    target: targetFact(target, { unit, polarity }),
    comparators: comparators.map(({ group, label, value, written }) => ({ group, label, value, shown: written })),
    baseline,
    hidden: [],
  };
}

function targetFact(text: string | null, facts: TargetFacts): IndicatorFacts["target"] {
  const read = parseTarget(text ?? "", facts);
  return { target: "target" in read ? read.target : { kind: "none" }, shown: text ?? "" };
}

function factOf(
  { period, value, numerator, denominator, state, text }: ImportedFigure,
  row: ImportedIndicator,
): FactFigure {
  const printed =
    value === null
      ? text
      : `${withThousands(roundedDecimal(value, row.decimals))}${row.unit === "percentage" ? "%" : ""}`;
  return {
    window: period.window,
    period: period.id,
    label: period.label,
    start: period.start,
    end: period.end,
    value,
    numerator,
    denominator,
    shown: printed ?? (state === "value" ? "" : STATE_FACTS[state].shorthand),
    state,
    isHidden: state === "suppressed",
  };
}
