/** Made-up series for the tests of rating, direction of travel and signals: a context from a list of values. */
import { addMonths } from "../src/domain/dates.ts";
import { type Figure, SHORTHAND } from "../src/domain/figure.ts";
import type { RatingInput } from "../src/domain/judgement/rate.ts";
import type { SeriesContext } from "../src/domain/judgement/series-context.ts";
import type { Target, TargetInForce } from "../src/domain/judgement/target.ts";
import type { TravelInput } from "../src/domain/judgement/travel.ts";
import { periodContaining, type WindowId } from "../src/domain/period.ts";
import { roundedDecimal } from "../src/domain/rounding.ts";
import type { ValueState } from "../src/domain/value-state.ts";

type Sample = number | null | ValueState | Partial<Figure>;
type Options = Partial<Omit<SeriesContext, "history" | "target" | "measure">> & {
  readonly target?: Target;
  readonly inForce?: Partial<TargetInForce>;
  readonly measure?: Partial<SeriesContext["measure"]>;
  /** First day of the first period. */
  readonly from?: string;
};

const MONTHS_APART: Readonly<Partial<Record<WindowId, number>>> = { quarter: 3, "financial-year": 12 };

/** "90%" or "at most 10" as a typed target. */
export function level(
  value: number,
  side: Extract<Target, { kind: "level" }>["side"] = "by-polarity",
  isPercent = false,
): Target {
  return { kind: "level", value, side, isPercent };
}

/** A context whose figures are the values given, one a period; `null` leaves the period out. The last is judged. */
export function seriesOf(values: readonly Sample[], options: Options = {}): SeriesContext {
  const { window = "in-month", from = "2024-04-01", target = { kind: "none" }, inForce, measure, ...rest } = options;
  const facts = {
    id: "sample",
    unit: "percentage",
    decimals: 1,
    polarity: "high-is-good",
    change: "percentage-points",
    ...measure,
  } as const;
  const history = values.flatMap((sample, place): readonly Figure[] => {
    const day = addMonths(from, place * (MONTHS_APART[window] ?? 1));
    if (sample === null) return [];
    return [figureOf(sample, periodContaining(window, day).id, window, facts)];
  });
  return {
    measure: facts,
    window,
    history,
    current: history.at(-1) ?? null,
    target: {
      target,
      shown: "",
      origin: "local",
      basis: "each-period",
      validFrom: null,
      validTo: null,
      isUnderReview: false,
      ...inForce,
    },
    bands: null,
    comparators: [],
    baseline: null,
    notes: [],
    ...rest,
  };
}

function figureOf(
  sample: Exclude<Sample, null>,
  period: string,
  window: WindowId,
  { unit, decimals }: SeriesContext["measure"],
): Figure {
  const base = {
    authority: "wexcombe",
    measure: "sample",
    window,
    period,
    by: null,
    breakdown: null,
    numerator: null,
    denominator: null,
  } as const;
  if (typeof sample === "number")
    return {
      ...base,
      value: sample,
      shown: `${roundedDecimal(sample, decimals)}${unit === "percentage" ? "%" : ""}`,
      status: "value",
    };
  if (typeof sample === "string")
    return { ...base, value: null, status: sample, shown: sample === "value" ? "" : SHORTHAND[sample] };
  const shown =
    sample.value === undefined || sample.value === null
      ? ""
      : `${roundedDecimal(sample.value, decimals)}${unit === "percentage" ? "%" : ""}`;
  return { ...base, value: null, status: "value", shown, ...sample };
}

const NO_CHART = {
  processControl: {
    reason: "too-few-points",
    sentence: "No chart of usual variation: there is 1 of the 8 values it takes.",
  },
} as const;

/** The series as something to rate: 15% of the target is amber, unless said. */
export function toRate(context: SeriesContext, more: Partial<RatingInput> = {}): RatingInput {
  return {
    ...context,
    rule: { kind: "relative-tolerance", tolerance: 15, zeroTolerance: 0 },
    judgement: null,
    signals: NO_CHART,
    ...more,
  };
}

/** The series as something to tell the direction of. */
export function toTravel(context: SeriesContext, more: Partial<TravelInput> = {}): TravelInput {
  return {
    ...context,
    rule: { kind: "sign", tolerance: 0 },
    basis: "previous-period",
    rating: "green",
    signals: NO_CHART,
    ...more,
  };
}
