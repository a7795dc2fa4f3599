/** What is red, worse or unusual on any scorecard, each measure once, the most pressing first, and why in a sentence each. */
import type { WindowId } from "../../../domain/period.ts";
import type { Judged, ScorecardFigures } from "../../services.ts";
import { WINDOW_WORDS } from "../../words.ts";

export const ATTENTION_KINDS = ["red", "worse", "unusual"] as const;
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

export type AttentionRow = {
  readonly title: string;
  readonly href: string;
  /** "March 2026. Indicator 19a of Vital Signs". */
  readonly where: string;
  /** The latest figure as printed. */
  readonly shown: string;
  readonly judged: Judged;
  readonly kinds: readonly AttentionKind[];
  /** One sentence for each kind, in the same order. */
  readonly reasons: readonly string[];
};

/** How pressing each kind is: missing a target outweighs a signal, and both a single step the wrong way. */
const WEIGHT: Readonly<Record<AttentionKind, number>> = { red: 4, unusual: 3, worse: 2 };

/** Rows of all cards together; a measure that stands on several in the same window is told once, with all its places. */
export function needsAttention(cards: readonly ScorecardFigures[]): readonly AttentionRow[] {
  const placed = cards.flatMap((card) =>
    card.sections.flatMap(({ indicators }) => indicators.map((indicator) => ({ card, indicator }))),
  );
  const byMeasure = Map.groupBy(placed, ({ indicator }) => `${indicator.measureId} ${indicator.window}`);
  const rows = [...byMeasure.values()].flatMap((places) => {
    // Where cards judge it differently, the harshest judgement leads.
    const [worst] = places.toSorted((a, b) => weightOf(b.indicator.judged) - weightOf(a.indicator.judged));
    const judged = worst?.indicator.judged;
    if (worst === undefined || judged === undefined || weightOf(judged) === 0) return [];
    const { card, indicator } = worst;
    const period = card.columns.at(-1)?.label ?? "";
    const standing = places.map((place) => `${place.indicator.reference} of ${place.card.title}`).join(", ");
    const kinds = kindsOf(judged);
    return [
      {
        title: indicator.title,
        href: `/measures/${indicator.measureId}?window=${indicator.window}`,
        where: `${windowWords(indicator.window)}${period}. Indicator ${standing}`,
        shown: indicator.figures.at(-1)?.shown ?? "",
        judged,
        kinds,
        reasons: kinds.map((kind) => reasonOf(judged, kind)),
      },
    ];
  });
  return rows.toSorted((a, b) => weightOf(b.judged) - weightOf(a.judged));
}

/** The kinds a judgement is of; an improvement is good news and no reason to look. */
export function kindsOf({ rating, direction, signal }: Judged): readonly AttentionKind[] {
  const isUnusual = signal !== undefined && signal.meaning !== "improvement";
  return [
    ...(rating.word === "red" ? (["red"] as const) : []),
    ...(direction.meaning === "worse" ? (["worse"] as const) : []),
    ...(isUnusual ? (["unusual"] as const) : []),
  ];
}

/** A period names its window itself, where it is a month, a quarter or a year. */
function windowWords(window: WindowId): string {
  return NAMED_BY_PERIOD.includes(window) ? "" : `${WINDOW_WORDS[window]} to `;
}

const NAMED_BY_PERIOD: readonly WindowId[] = ["in-month", "quarter", "financial-year"];

function weightOf(judged: Judged | undefined): number {
  if (judged === undefined) return 0;
  const kinds = kindsOf(judged);
  const isNeutral = judged.signal?.meaning.startsWith("neutral") === true;
  // Unusual and neither good nor bad is asked about last.
  return kinds.reduce((sum, kind) => sum + (kind === "unusual" && isNeutral ? 1 : WEIGHT[kind]), 0);
}

function reasonOf({ rating, direction, signal }: Judged, kind: AttentionKind): string {
  if (kind === "red") return rating.sentence;
  return kind === "worse" ? direction.sentence : (signal?.sentence ?? "");
}
