/** Figures someone types in because no case record holds them: staffing, schools, youth justice, young people not in education. */
import { daysInMonth, isoDate, toEpochDay } from "../../domain/dates.ts";
import type { Authority } from "../authority.ts";
import { isoText } from "../calendar.ts";
import type { Random } from "../prng.ts";
import { IMPROVEMENT_LEVELS } from "./improvement-levels.ts";

type Spread = readonly [number, number];
/** A typed figure and how high it lies. */
export type Typed = {
  readonly measure: string;
  readonly every: "month" | "quarter" | "year";
  /** Denominator for 10,000 people aged 0 to 17; absent when the figure is a plain count. */
  readonly of?: number;
  /** Share of the denominator, or the count for 10,000, from and to. */
  readonly level: Spread;
  /** Typed as the numerator of that other measure, so that a number and its percentage agree as they would in life. */
  readonly numeratorOf?: string;
};

const TYPED: readonly Typed[] = [
  { measure: "social-worker-vacancies", every: "month", of: 34, level: [0.1, 0.2] },
  { measure: "social-worker-leavers", every: "month", of: 28, level: [0.1, 0.19] },
  { measure: "sickness-days-lost", every: "month", of: 34, level: [6, 12] },
  { measure: "primary-schools-good-or-outstanding", every: "quarter", of: 14, level: [0.86, 0.94] },
  { measure: "secondary-schools-good-or-outstanding", every: "quarter", of: 2.9, level: [0.74, 0.86] },
  { measure: "special-schools-good-or-outstanding", every: "quarter", of: 0.9, level: [0.8, 1] },
  { measure: "suspensions-from-school", every: "quarter", level: [120, 260] },
  { measure: "permanent-exclusions-from-school", every: "quarter", level: [1, 4] },
  { measure: "school-attendance-penalty-notices", every: "quarter", level: [60, 190] },
  { measure: "school-attendance-prosecutions", every: "quarter", level: [0, 9] },
  { measure: "pupils-below-90-percent-attendance", every: "month", of: 6600, level: [0.15, 0.23] },
  { measure: "children-educated-at-home", every: "quarter", level: [85, 125] },
  { measure: "two-year-olds-taking-up-the-offer", every: "quarter", of: 150, level: [0.66, 0.84] },
  { measure: "families-turned-around", every: "quarter", level: [8, 24] },
  { measure: "youth-support-interventions", every: "quarter", level: [20, 55] },
  { measure: "young-people-not-in-education-employment-or-training", every: "month", of: 1100, level: [0.025, 0.042] },
  { measure: "young-people-whose-activity-is-not-known", every: "month", of: 1100, level: [0.008, 0.025] },
  { measure: "young-people-sentenced-to-custody", every: "quarter", level: [0, 1.2] },
  { measure: "young-people-remanded-to-custody", every: "quarter", level: [0, 0.9] },
  { measure: "under-fives-registered-with-childrens-centre", every: "quarter", of: 70, level: [0.7, 0.9] },
  { measure: "under-fives-attending-childrens-centre", every: "quarter", of: 70, level: [0.3, 0.5] },
  { measure: "special-guardianship-orders-in-place", every: "month", level: [38, 42] },
  {
    measure: "number-not-in-education-employment-or-training",
    every: "month",
    level: [28, 46],
    numeratorOf: "young-people-not-in-education-employment-or-training",
  },
  {
    measure: "number-whose-activity-is-not-known",
    every: "month",
    level: [9, 27],
    numeratorOf: "young-people-whose-activity-is-not-known",
  },
  { measure: "pupils-below-90-percent-attendance-year-to-date", every: "month", of: 6600, level: [0.17, 0.21] },
  {
    measure: "number-of-first-time-entrants-to-youth-justice",
    every: "quarter",
    level: [6, 9],
    numeratorOf: "first-time-entrants-to-youth-justice",
  },
  { measure: "first-time-entrants-to-youth-justice", every: "quarter", of: 4600, level: [0.0012, 0.0019] },
  ...IMPROVEMENT_LEVELS,
];
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** Rows of the canonical table `aggregate_input`, for whole periods up to the last day. */
export function aggregates({ plan, from, to }: Authority, random: Random): readonly object[] {
  const size = plan.population / 10_000;
  const drawn = TYPED.flatMap((typed) =>
    periodsOf(typed.every, from, to).map(({ period, start, end }) => {
      const share = typed.level[0] + random.next() * (typed.level[1] - typed.level[0]);
      const denominator = typed.of === undefined ? null : Math.max(1, Math.round(typed.of * size));
      const count = Math.round(denominator === null ? share * size : denominator * share);
      return {
        measure: typed.measure,
        area: "authority",
        period,
        period_start: start,
        period_end: end,
        numerator: denominator === null ? null : count,
        denominator,
        value: denominator === null ? count : null,
        text: null,
        state: null,
        note: null,
      };
    }),
  );
  const numerators = new Map(drawn.map(({ measure, period, numerator }) => [`${measure} ${period}`, numerator]));
  const twins = new Map(TYPED.map(({ measure, numeratorOf }) => [measure, numeratorOf]));
  return drawn.map((row) => {
    const twin = twins.get(row.measure);
    return twin === undefined ? row : { ...row, value: numerators.get(`${twin} ${row.period}`) ?? row.value };
  });
}

type Period = { readonly period: string; readonly start: number; readonly end: number };

function periodsOf(every: Typed["every"], from: number, to: number): readonly Period[] {
  const months = MONTHS[every];
  const found: Period[] = [];
  let year = Number(isoText(from).slice(0, 4));
  // Quarters and years are those of the financial year, which begins in April.
  const first = every === "year" ? 4 : 1;
  let month = Math.ceil((Number(isoText(from).slice(5, 7)) - first) / months) * months + first;
  for (;;) {
    if (month > 12) {
      month -= 12;
      year++;
    }
    const last = month + months - 1;
    const endYear = last > 12 ? year + 1 : year;
    const endMonth = last > 12 ? last - 12 : last;
    const end = toEpochDay(isoDate(endYear, endMonth, daysInMonth(endYear, endMonth)));
    if (end > to) return found;
    found.push({ period: nameOf(every, year, month), start: toEpochDay(isoDate(year, month, 1)), end });
    month += months;
  }
}

function nameOf(every: Typed["every"], year: number, month: number): string {
  if (every === "month") return isoDate(year, month, 1).slice(0, 7);
  const first = month >= 4 ? year : year - 1;
  const label = `${first}-${String((first + 1) % 100).padStart(2, "0")}`;
  return every === "year" ? label : `${label}-Q${month >= 4 ? (month - 1) / 3 : 4}`;
}
