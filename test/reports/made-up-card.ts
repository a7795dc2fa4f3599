/** Indicators judged by the real rules from made-up figures, for tests of what reports say of them. */
import type { AnsweredFlag, Comment } from "../../src/domain/commentary.ts";
import type { ComparatorValue } from "../../src/domain/comparator.ts";
import type { Figure } from "../../src/domain/figure.ts";
import { judgeIndicator } from "../../src/domain/judgement/judge-indicator.ts";
import type { SeriesNote } from "../../src/domain/judgement/series-note.ts";
import type { Measure, Polarity, Unit } from "../../src/domain/measure.ts";
import { parsePeriod } from "../../src/domain/period.ts";
import type { ScoredIndicator } from "../../src/domain/scored-indicator.ts";
import { STATE_FACTS, type ValueState } from "../../src/domain/value-state.ts";
import { columnsEnding } from "../../src/services/scorecard-figures.ts";

/** A value, or why there is none. */
export type MadeUpValue = number | Exclude<ValueState, "value">;

export type MadeUp = {
  readonly reference?: string;
  readonly title?: string;
  readonly shows?: string;
  readonly unit?: Unit;
  readonly polarity?: Polarity;
  readonly target?: string;
  /** Oldest first; quarters that end with Quarter 4 of 2025-26. */
  readonly values: readonly MadeUpValue[];
  readonly denominator?: number;
  readonly comments?: readonly string[];
  readonly comparators?: readonly ComparatorValue[];
  readonly notes?: readonly SeriesNote[];
};

/** One indicator of a quarterly card. */
export function madeUpIndicator(made: MadeUp): ScoredIndicator {
  const { reference = "1.1", title = "Children seen in time", unit = "percentage", polarity = "high-is-good" } = made;
  const measure: Measure = {
    id: `measure-${reference.replaceAll(".", "-")}`,
    ...{ title, unit, polarity, area: "made-up", definition: "Made up.", why: "Made up.", source: "Made up." },
    shows: made.shows ?? "Whether children are seen in time.",
    decimals: unit === "percentage" ? 1 : 0,
    change: unit === "percentage" ? "percentage-points" : "absolute",
    shape: { kind: "by-hand", cadence: "quarter", basis: "flow" },
    timeBasis: ["quarter"],
    breakdowns: [],
    needs: [],
    settings: {},
    examples: [],
    file: "measures/made-up.yaml",
  };
  const scored = judgeIndicator({
    section: "Made-up part",
    indicator: {
      ...{ reference, measure: measure.id, window: "quarter" },
      ...(made.target === undefined ? {} : { target: { text: made.target } }),
    },
    measure,
    card: { judgement: { rating: { kind: "absolute-tolerance", tolerance: 5 } } },
    period: parsePeriod("2025-26-Q4", "quarter"),
    history: figuresOf(made, measure),
    ...{ set: null, judgement: null, notes: made.notes ?? [], comparators: made.comparators ?? [] },
    ...{ reconciliation: [], published: [] },
  });
  return { ...scored, comments: (made.comments ?? []).map((body, index) => commentOf(body, reference, index)) };
}

function figuresOf({ values, denominator }: MadeUp, measure: Measure): readonly Figure[] {
  const columns = columnsEnding("quarter", "2026-03", values.length);
  return values.map((value, index): Figure => {
    const place = {
      ...({ authority: "Wexcombe", measure: measure.id, window: "quarter", by: null, breakdown: null } as const),
      period: columns[index]?.id ?? "",
    };
    if (typeof value !== "number")
      return {
        ...place,
        ...{ numerator: null, denominator: null, value: null, status: value, shown: STATE_FACTS[value].shorthand },
      };
    const shown = measure.unit === "percentage" ? `${value.toFixed(1)}%` : value.toLocaleString("en-GB");
    return { ...place, numerator: null, denominator: denominator ?? null, value, shown, status: "value" };
  });
}

function commentOf(
  body: string,
  reference: string,
  index: number,
): Comment & { readonly flags: readonly AnsweredFlag[] } {
  return {
    ...{ id: `${reference}-${index}`, scorecard: "made-up", period: "2025-26-Q4", body, state: "approved" },
    subject: { kind: "references", references: [reference] },
    ...{ version: 1, author: "An author", at: "2026-04-08T09:00:00.000Z", due: null, flags: [] },
  };
}
