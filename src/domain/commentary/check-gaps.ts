/** Checks how far a figure is said to be from its target or from others: "9 percentage points below target", "2 points above England". */
import { agrees, exactly, type Known, knownValue } from "./agrees.ts";
import { middle, trimmed } from "./change-arithmetic.ts";
import { type FactFigure, type IndicatorFacts, inUnit, latestFigure } from "./facts.ts";
import type { Finding } from "./flag.ts";
import { groupNamed } from "./other-figures.ts";
import { type CheckResult, measureClaimedAt, type ReadComment } from "./read-comment.ts";
import type { NumberToken } from "./read-numbers.ts";
import { sentenceAt } from "./sentences.ts";
import { targetNumbers } from "./target-facts.ts";

const GAP =
  /^\s+(?:(?<below>below|short of|behind|under|lower than|less than|fewer than)|(?<above>above|over|ahead of|higher than|more than)|(?:off|away from|better than|worse than))\s+(?<other>[^.,;\d]{0,50})/i;

type Other = { readonly value: number; readonly words: string };

/** Each gap is worked out from the latest figure and the target or comparator named. */
export function checkGaps(comment: ReadComment): CheckResult {
  const claims = comment.numbers.flatMap((token) => {
    const rest = comment.body.slice(token.end, sentenceAt(comment.body, token.start).end);
    const match = token.kind === "duration" || token.kind === "range" ? null : GAP.exec(rest);
    const others = match?.groups?.other ?? "";
    const isGap = /\btarget\b/i.test(others) || groupNamed(others) !== null;
    return match !== null && isGap ? [{ token, match, end: token.end + match[0].trimEnd().length }] : [];
  });
  return {
    findings: claims.flatMap(({ token, match, end }) => checkOne(comment, token, match, end) ?? []),
    read: claims.map(({ token }) => token),
  };
}

function checkOne(
  comment: ReadComment,
  token: NumberToken,
  { groups = {} }: RegExpExecArray,
  end: number,
): Finding | null {
  const span = { start: token.start, end };
  const said = comment.body.slice(token.start, end);
  const indicator = measureClaimedAt(comment, token.start);
  const latest = indicator === null ? null : latestFigure(indicator, comment.facts);
  const others = indicator === null ? [] : othersNamed(indicator, groups.other ?? "");
  if (indicator === null || latest === null || others.length === 0) return unchecked(span, said);
  const side = groups.below !== undefined ? -1 : groups.above !== undefined ? 1 : 0;
  const gaps = others.map((other) => ({ other, gap: gapOf(latest, indicator, other) }));
  if (gaps.some(({ other, gap }) => gap !== null && fits(token, { gap, side, other }))) return null;
  const [first] = gaps;
  if (first?.gap == null) return unchecked(span, said);
  return contradicted(span, said, { ...first, gap: first.gap, indicator, latest });
}

function othersNamed(indicator: IndicatorFacts, words: string): readonly Other[] {
  if (/\btarget\b/i.test(words))
    return targetNumbers(indicator).map((value) => ({ value, words: `a target of ${indicator.target.shown}` }));
  const named = groupNamed(words);
  return indicator.comparators.flatMap(({ group, label, value, shown }) =>
    group === named?.group && value !== null ? [{ value, words: `${label} ${shown}` }] : [],
  );
}

/** The figure less the other, as far as it is known. */
function gapOf(latest: FactFigure, indicator: IndicatorFacts, { value }: Other): Known | null {
  const known = knownValue(latest, indicator);
  return known === null ? null : { low: known.low - value, high: known.high - value };
}

/** In the unit, or as a percentage of the other: people say both. */
function fits(
  token: NumberToken,
  { gap, side, other }: { readonly gap: Known; readonly side: number; readonly other: Other },
): boolean {
  const turned = middle(gap) < 0 ? { low: -gap.high, high: -gap.low } : gap;
  if (side !== 0 && Math.sign(middle(gap)) !== side) return false;
  const share = other.value === 0 ? null : (middle(turned) * 100) / Math.abs(other.value);
  return agrees(token, turned) || (token.kind === "percent" && share !== null && agrees(token, exactly(share)));
}

function contradicted(
  span: { readonly start: number; readonly end: number },
  said: string,
  {
    gap,
    other,
    indicator,
    latest,
  }: { readonly gap: Known; readonly other: Other; readonly indicator: IndicatorFacts; readonly latest: FactFigure },
): Finding {
  const amount = middle(gap);
  const unit = indicator.unit === "percentage" ? " percentage points" : "";
  const truth = amount === 0 ? "no gap" : `${trimmed(Math.abs(amount))}${unit} ${amount < 0 ? "below" : "above"}`;
  return {
    ...span,
    code: "gap",
    kind: "fact",
    message: `Says ${said}; the data say ${truth}: ${inUnit(indicator, latest.shown)} (${latest.label}) against ${other.words}.`,
    remedy: `Write "${truth}".`,
  };
}

function unchecked(span: { readonly start: number; readonly end: number }, said: string): Finding {
  return {
    ...span,
    code: "gap-unchecked",
    kind: "unchecked",
    message: `"${said}": there is no such target or published figure here.`,
    remedy: "Check it by hand, or give both numbers.",
  };
}
