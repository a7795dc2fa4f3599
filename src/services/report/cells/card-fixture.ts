/** A made-up card judged for a quarter, for tests of its tables: one indicator of each kind of row. */
import type { Comment } from "../../../domain/commentary.ts";
import type { ComparatorValue } from "../../../domain/comparator.ts";
import type { Figure } from "../../../domain/figure.ts";
import { judgeIndicator } from "../../../domain/judgement/judge-indicator.ts";
import type { Measure } from "../../../domain/measure.ts";
import { parsePeriod, periodContaining, type WindowId } from "../../../domain/period.ts";
import type { Indicator } from "../../../domain/scorecard.ts";
import type { Audience, ScoredCard } from "../../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import type { ValueState } from "../../../domain/value-state.ts";
import { openNoteBook } from "../making.ts";
import type { CardFacts } from "./column-spec.ts";

const PERIOD = parsePeriod("2025-26-Q4", "quarter");
const QUARTERS = ["2025-26-Q1", "2025-26-Q2", "2025-26-Q3", "2025-26-Q4"] as const;

export type MadeUpRow = {
  readonly indicator: Partial<Indicator> & { readonly reference: string };
  readonly measure?: Partial<Measure>;
  /** Newest last, quarter by quarter; a state's name where there is no figure. */
  readonly values: readonly (number | Exclude<ValueState, "value">)[];
  readonly notes?: Readonly<Record<string, string>>;
  readonly comparators?: readonly ComparatorValue[];
  readonly comments?: readonly Comment[];
};

const MEASURE: Measure = {
  id: "visits-in-time",
  area: "front-door",
  title: "Visits in time",
  definition: "Visits made in time, of all that were due.",
  shows: "Whether children are seen when they should be.",
  why: "Made up.",
  source: "Made up",
  unit: "percentage",
  decimals: 1,
  polarity: "high-is-good",
  change: "percentage-points",
  shape: { kind: "by-hand", cadence: "quarter", basis: "flow" },
  timeBasis: ["quarter", "financial-year"],
  breakdowns: [],
  needs: [],
  settings: {},
  examples: [],
  file: "front-door/visits-in-time.yaml",
};

/** One row, judged. */
export function madeUpIndicator(row: MadeUpRow): ScoredIndicator {
  const measure = { ...MEASURE, ...row.measure };
  const window: WindowId = row.indicator.window ?? "quarter";
  const from = QUARTERS.length - row.values.length;
  const history = row.values.map((value, index) => figureOf(row, measure, QUARTERS[from + index] ?? "", value));
  const scored = judgeIndicator({
    section: "Front door",
    indicator: { measure: measure.id, ...row.indicator, window },
    measure,
    card: { judgement: {} },
    period: PERIOD,
    history,
    ...{ set: null, judgement: null, notes: [], comparators: row.comparators ?? [], reconciliation: [], published: [] },
  });
  return { ...scored, comments: (row.comments ?? []).map((comment) => ({ ...comment, flags: [] })) };
}

/** A card of one section. */
export function madeUpCard(rows: readonly MadeUpRow[], audience: Audience = "internal"): ScoredCard {
  const counts = { total: rows.length };
  return {
    scorecard: "made-up",
    title: "Made-up card",
    description: "",
    authority: "Wexcombe",
    audience,
    period: PERIOD,
    columns: QUARTERS.map((id) => parsePeriod(id, "quarter")),
    sections: [{ title: "Front door", scope: null, indicators: rows.map(madeUpIndicator), comments: [] }],
    comments: [],
    reconciliation: [],
    ratings: { ...counts, red: 0, amber: 0, green: 0, "not-rated": 0 },
    directions: { ...counts, improving: 0, worse: 0, similar: 0, changed: 0, "cannot-compare": 0 },
  };
}

/** What the columns of a layout are made from. */
export function madeUpFacts(
  card: ScoredCard,
  columns: CardFacts["layout"]["columns"],
  more: Partial<Pick<CardFacts, "years">> & { readonly periods?: number } = {},
): CardFacts {
  const { periods = 4, years = () => "It is not published with this scorecard." } = more;
  return {
    card,
    layout: { id: "made-up", title: "Made up", orientation: "landscape", size: "a4", periods, columns },
    periods: card.columns.slice(-periods),
    notes: openNoteBook(),
    bandsOf: ({ indicator }) => indicator.bands ?? null,
    years,
    place: "scorecard-made-up",
  };
}

/** An approved comment on some references. */
export function madeUpComment(
  body: string,
  references: readonly string[],
  state: Comment["state"] = "approved",
): Comment {
  const place = { scorecard: "made-up", period: PERIOD.id, subject: { kind: "references", references } as const };
  return {
    ...place,
    id: `c-${references.join("-")}`,
    body,
    state,
    version: 1,
    author: "A Writer",
    at: "2026-04-08T09:00:00Z",
    due: null,
  };
}

function figureOf(
  { indicator, notes }: MadeUpRow,
  { id, unit, decimals }: Measure,
  quarter: string,
  value: number | Exclude<ValueState, "value">,
): Figure {
  const { end } = parsePeriod(quarter, "quarter");
  const window = indicator.window ?? "quarter";
  const { id: period } = periodContaining(window, end);
  const place = { authority: "Wexcombe", measure: id, window, period, by: null, breakdown: null };
  const said = notes?.[quarter] === undefined ? {} : { note: notes[quarter] };
  const none = { numerator: null, denominator: null, ...said };
  return typeof value === "number"
    ? {
        ...place,
        ...none,
        value,
        shown: `${value.toFixed(decimals)}${unit === "percentage" ? "%" : ""}`,
        status: "value",
      }
    : { ...place, ...none, value: null, shown: "[x]", status: value };
}
