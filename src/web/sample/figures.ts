/** Made-up figures of the made-up authority Wexcombe, for tests of the pages: every state a figure can be in, and enough rows to be a real scorecard. */
import type { IsoDate } from "../../domain/dates.ts";
import { addMonths } from "../../domain/dates.ts";
import type { FigureStatus, Unit } from "../../domain/measure.ts";
import { periodContaining, type ReportingPeriod, type WindowId } from "../../domain/period.ts";
import { roundedQuotient, withThousands } from "../../domain/rounding.ts";
import type { CardComment, FigureRow, IndicatorFigures, Judged, SectionFigures } from "../services.ts";

export const AUTHORITY = "Wexcombe";
export const LAST_MONTH = "2026-03";

/** Months up to one, oldest first. */
export function monthsTo(last: string, count: number): readonly ReportingPeriod[] {
  return Array.from({ length: count }, (_, index) =>
    periodContaining("in-month", addMonths(`${last}-01` as IsoDate, index - count + 1)),
  );
}

type Place = { readonly measure: string; readonly unit: Unit; readonly window: WindowId };

/** A figure from its counts. A nought denominator has no cohort; `null` counts are not available. */
export function figure(
  { measure, unit, window }: Place,
  period: string,
  counts: { readonly numerator: number | null; readonly denominator: number | null; readonly group?: string },
): FigureRow {
  const { numerator, denominator, group } = counts;
  const isCount = denominator === null && numerator !== null;
  const status: FigureStatus = numerator === null ? "not-available" : denominator === 0 ? "no-cohort" : "value";
  const value =
    status !== "value" || numerator === null ? null : isCount ? numerator : scaled(numerator, denominator, unit);
  return {
    authority: AUTHORITY,
    measure,
    window,
    period,
    breakdown: group === undefined ? null : `team=${group}`,
    by: group === undefined ? null : "team",
    group: group ?? null,
    numerator,
    denominator,
    value,
    shown: value === null ? "" : shownAs(counts, unit),
    status,
  };
}

function scaled(numerator: number, denominator: number | null, unit: Unit): number {
  return (numerator * multiplierOf(unit)) / (denominator ?? 1);
}

function shownAs(
  { numerator, denominator }: { numerator: number | null; denominator: number | null },
  unit: Unit,
): string {
  if (denominator === null) return withThousands(String(numerator));
  const shown = roundedQuotient(numerator ?? 0, denominator, { multiplier: multiplierOf(unit), decimals: 1 }) ?? "";
  return unit === "percentage" ? `${shown}%` : shown;
}

function multiplierOf(unit: Unit): number {
  return unit === "percentage" ? 100 : unit === "rate-per-10000" ? 10_000 : 1;
}

/** A row whose counts wander by a fixed rule, so that every run of the tests sees the same scorecard. */
function wandering(reference: string, title: string, unit: Unit, seed: number): IndicatorFigures {
  const place: Place = { measure: measureId(title), unit, window: "in-month" };
  const figures = monthsTo(LAST_MONTH, 13).map(({ id }, month) => {
    const denominator = 90 + ((seed * 37 + month * 11) % 60);
    const part = Math.round(denominator * (0.35 + ((seed * 13 + month * (3 + (seed % 5))) % 60) / 100));
    return figure(place, id, {
      numerator: unit === "count" ? part * 3 : part,
      denominator: unit === "count" ? null : denominator,
    });
  });
  return { reference, measureId: place.measure, title, window: "in-month", unit, polarity: "neutral", figures };
}

/** The id a measure of this title would have. */
export function measureId(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/-$/, "");
}

const ASSESSMENTS: Place = { measure: "assessments-within-45-working-days", unit: "percentage", window: "in-month" };

/** Completed and in time, April 2025 to March 2026; nothing finished in August and nothing loaded for May. */
const ASSESSMENT_COUNTS: readonly (readonly [number | null, number | null])[] = [
  [61, 80],
  [58, 79],
  [null, null],
  [66, 82],
  [70, 84],
  [0, 0],
  [71, 88],
  [75, 90],
  [80, 92],
  [78, 91],
  [83, 95],
  [85, 97],
  [90, 98],
];

/** Everything that may be said of a figure, by hand. */
const JUDGED: Judged = {
  target: "85%",
  rating: {
    word: "green",
    sentence: "Green: 91.8% meets the target of 85%.",
    warnings: ["The target is under review."],
  },
  direction: { arrow: "up", meaning: "improving", sentence: "Up since February 2026. Improving (high is good)." },
  comparators: [
    { group: "neighbours", label: "Statistical neighbours (10)", shown: "79.4%", period: "2024-25" },
    { group: "region", label: "North West", shown: "80.1%", period: "2024-25" },
    { group: "england", label: "England", shown: "84.5%", period: "2024-25" },
  ],
  gaps: {
    target: { arrow: "up", meaning: "improving", sentence: "6.8 percentage points above the target (85%)." },
    neighbours: { arrow: "up", meaning: "improving", sentence: "12.4 percentage points above neighbours." },
    england: { arrow: "up", meaning: "improving", sentence: "7.3 percentage points above England." },
  },
  signal: { meaning: "concern", sentence: "Concern: the latest 7 values rise." },
  faults: ["19a is 90 and its parts make 91."],
};

const COMMENTS: readonly CardComment[] = [
  {
    id: "1",
    body: "Families hear sooner.\n\nLate starts are looked at every week.",
    state: "approved",
    author: "a.manager@wexcombe.example",
    at: "2026-04-08T09:00:00.000Z",
    on: "19a and 19c",
  },
  {
    id: "2",
    body: "A thought not finished.",
    state: "draft",
    author: "an.analyst@wexcombe.example",
    at: "2026-04-09T09:00:00.000Z",
    on: "",
  },
];

/** The four rows that show every state: values, no cohort, not available, a longer window and text. */
export const FRONT_DOOR: SectionFigures = {
  title: "Front door & assessment",
  indicators: [
    wandering("5", "Contacts", "count", 4),
    {
      reference: "19a",
      measureId: ASSESSMENTS.measure,
      title: "Single assessments completed within 45 working days",
      window: "in-month",
      unit: "percentage",
      polarity: "high-is-good",
      figures: monthsTo(LAST_MONTH, 13).map(({ id }, index) => {
        const [numerator = null, denominator = null] = ASSESSMENT_COUNTS[index] ?? [];
        return figure(ASSESSMENTS, id, { numerator, denominator });
      }),
      shows: "How often families get the outcome of an assessment in time.",
      judged: JUDGED,
      comments: COMMENTS,
    },
    {
      reference: "19c",
      measureId: ASSESSMENTS.measure,
      title: "Single assessments completed within 45 working days",
      window: "rolling-12-months",
      unit: "percentage",
      polarity: "high-is-good",
      note: "Includes assessments of disabled children",
      figures: monthsTo(LAST_MONTH, 13).map(({ id }, index) =>
        figure({ ...ASSESSMENTS, window: "rolling-12-months" }, id, { numerator: 790 + index * 6, denominator: 1040 }),
      ),
    },
    {
      reference: "61",
      measureId: "family-help-audits-not-yet-good",
      title: "Family help audits not yet good",
      window: "quarter",
      unit: "percentage",
      polarity: "low-is-good",
      figures: ["2024-25-Q4", "2025-26-Q1", "2025-26-Q2", "2025-26-Q3", "2025-26-Q4"].map((period, index) =>
        figure({ measure: "family-help-audits-not-yet-good", unit: "percentage", window: "quarter" }, period, {
          numerator: 9 - index,
          denominator: 24,
        }),
      ),
    },
  ],
};

/** Sections of plain rows that bring the scorecard to a hundred indicators. */
export function plainSections(): readonly SectionFigures[] {
  const areas = [
    "Child in need",
    "Child protection",
    "Children looked after",
    "Care leavers",
    "Quality of practice",
    "Workforce",
  ];
  const units: readonly Unit[] = ["count", "percentage", "rate-per-10000"];
  return areas.map((area, place) => ({
    title: area,
    indicators: Array.from({ length: 16 }, (_, index) => {
      const unit = units[(place + index) % 3] ?? "count";
      return wandering(
        `${100 + place * 16 + index}`,
        `${area}, indicator ${index + 1} of the sample`,
        unit,
        place * 16 + index,
      );
    }),
  }));
}
