/** What differs from the edition before: figures, ratings, targets, directions and definitions, and figures restated since. */
import { type ComparedIndicator, compareEditions } from "../../../domain/edition-comparison.ts";
import type { Block, ReportCell, TableBlock } from "../../../domain/report/document.ts";
import { MEANING_WORDS } from "../../../domain/report/indicator-rows.ts";
import { indicatorsOf, type ScoredCard } from "../../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { WINDOW_WORDS } from "../../../domain/window-words.ts";
import { cardOf, type Maker, type Making } from "../making.ts";
import { ratingCell, startColumn, textCell, valueCell } from "../shown-cells.ts";
import { restatedBlocks } from "./restated.ts";

/** One indicator in both; `null` where one has it not. */
type Pair = {
  readonly compared: ComparedIndicator;
  readonly before: ScoredIndicator | null;
  readonly after: ScoredIndicator | null;
};

export const makeChanges: Maker<"changes"> = async (_, making) => {
  const card = cardOf(making);
  const { earlier, filling, section } = making;
  const id = `${section.id}-changes`;
  if (earlier === null)
    return { blocks: [{ kind: "paragraph", id, text: ["There is no earlier edition to compare with."] }] };
  const pairs = pairsOf(earlier.card, card);
  const listed = pairs.filter((pair) => isListed(pair, earlier.card, making));
  const table = `${id}-table`;
  const opening: Block = {
    kind: "paragraph",
    id,
    text: [
      `Compared with ${filling.values["earlier-edition"]}: ${countWords(pairs)} `,
      ...(listed.length === 0 ? [] : ([{ kind: "reference", to: table }, " says what differs."] as const)),
    ],
  };
  return {
    blocks: [
      ...correctionOf(making, id),
      opening,
      ...(listed.length === 0 ? [] : [tableOf(listed, { id: table, hasFigures: countsFigures(earlier.card, making) })]),
      ...definitionBlocks(pairs, id),
      ...(await restatedBlocks(making, id)),
    ],
  };
};

/** An edition that corrects another says so, and why. */
function correctionOf({ edition }: Making, id: string): readonly Block[] {
  if (edition === null || edition.corrects === null) return [];
  const why = edition.reason === null ? "" : ` The reason given: ${edition.reason}`;
  return [{ kind: "paragraph", id: `${id}-correction`, text: [`This edition corrects ${edition.corrects}.${why}`] }];
}

function pairsOf(before: ScoredCard, after: ScoredCard): readonly Pair[] {
  const earlier = new Map(indicatorsOf(before).map((scored) => [scored.reference, scored]));
  const later = new Map(indicatorsOf(after).map((scored) => [scored.reference, scored]));
  return compareEditions(before, after).map((compared) => ({
    compared,
    before: earlier.get(compared.reference) ?? null,
    after: later.get(compared.reference) ?? null,
  }));
}

/** From one period to the next almost every figure moves: that alone is news only where two editions are the subject. */
function countsFigures(before: ScoredCard, { card, template }: Making): boolean {
  return template.subject === "editions" || before.period.id === card?.period.id;
}

function isListed(pair: Pair, before: ScoredCard, making: Making): boolean {
  const differs = pair.compared.differs.filter((what) => what !== "value" || countsFigures(before, making));
  return differs.length > 0 || hasTurned(pair);
}

function hasTurned({ before, after }: Pair): boolean {
  return before !== null && after !== null && before.direction.meaning !== after.direction.meaning;
}

/** "Of 69 indicators in both, these differ: figures 60, ratings 3, …" */
function countWords(pairs: readonly Pair[]): string {
  const count = (what: ComparedIndicator["differs"][number]): number =>
    pairs.filter(({ compared }) => compared.differs.includes(what)).length;
  const inBoth = pairs.filter(({ before, after }) => before !== null && after !== null).length;
  const parts = [
    `figures ${count("value")}`,
    `ratings ${count("rating")}`,
    `directions of travel ${pairs.filter(hasTurned).length}`,
    `targets ${count("target")}`,
    `definitions ${count("definition")}`,
  ];
  const placed = `Indicators added: ${count("placed")}; taken off: ${count("removed")}.`;
  return `of ${inBoth} indicators in both, these differ: ${parts.join(", ")}. ${placed}`;
}

type About = { readonly id: string; readonly hasFigures: boolean };

function tableOf(pairs: readonly Pair[], { id, hasFigures }: About): TableBlock {
  return {
    kind: "table",
    id,
    caption: hasFigures
      ? "What differs from the earlier edition"
      : "What is judged otherwise than in the earlier edition",
    columns: [
      startColumn("indicator", "Indicator", 4, "The indicator’s number and title."),
      { ...startColumn("figure-before", "Figure before", 1.4, "The figure of the earlier edition."), align: "end" },
      { ...startColumn("figure-now", "Figure now", 1.4, "The figure of this report."), align: "end" },
      startColumn("rating-before", "Rating before", 1.6, "The rating in the earlier edition."),
      startColumn("rating-now", "Rating now", 1.6, "The rating in this report."),
      startColumn("differs", "What differs", 4, "Everything that differs, in words."),
    ],
    rows: pairs.map(({ compared, before, after }) => ({
      cells: [
        textCell(`${compared.reference} ${compared.title}`),
        figureOf(before),
        figureOf(after),
        ratingOf(before),
        ratingOf(after),
        textCell(differsWords({ compared, before, after })),
      ],
    })),
  };
}

function figureOf(scored: ScoredIndicator | null): ReportCell {
  return scored === null ? textCell("Not on it") : valueCell(scored, scored.measure);
}

function ratingOf(scored: ScoredIndicator | null): ReportCell {
  return scored === null ? textCell("Not on it") : ratingCell(scored.rating);
}

function differsWords({ compared: { differs }, before, after }: Pair): string {
  if (after === null) return "Taken off the scorecard.";
  if (before === null) return "Put on the scorecard.";
  const target = (scored: ScoredIndicator): string => (scored.target.shown === "" ? "none" : scored.target.shown);
  const turned = before.direction.meaning !== after.direction.meaning;
  const words = [
    ...(differs.includes("value") ? ["Figure."] : []),
    ...(differs.includes("rating") ? ["Rating."] : []),
    ...(differs.includes("target") ? [`Target: was ${target(before)}, is ${target(after)}.`] : []),
    ...(turned
      ? [
          `Direction: was ${MEANING_WORDS[before.direction.meaning].toLowerCase()}, is ${MEANING_WORDS[after.direction.meaning].toLowerCase()}.`,
        ]
      : []),
    ...(differs.includes("definition") ? ["Definition."] : []),
  ];
  return words.join(" ");
}

/** Both wordings of every definition that changed. */
function definitionBlocks(pairs: readonly Pair[], id: string): readonly Block[] {
  const changed = pairs.filter(({ compared }) => compared.differs.includes("definition"));
  if (changed.length === 0) return [];
  return [
    { kind: "paragraph", id: `${id}-definitions`, text: ["Definitions that differ:"] },
    {
      kind: "list",
      isOrdered: false,
      items: changed.map(({ compared: { reference, title }, before, after }) => [
        { kind: "strong", text: `${reference} ${title}. ` },
        `Was: ${definitionOf(before)} Is: ${definitionOf(after)}`,
      ]),
    },
  ];
}

function definitionOf(scored: ScoredIndicator | null): string {
  if (scored === null) return "";
  const { measure, indicator } = scored;
  return `${measure.definition} (${WINDOW_WORDS[indicator.window].toLowerCase()})`;
}
