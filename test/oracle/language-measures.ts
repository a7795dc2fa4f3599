/** Measures nobody needs but the proof: each uses a part of the language that the catalogue uses seldom or not at all. */
import type { Measure } from "../../src/domain/measure.ts";
import { readMeasure } from "../../src/measures/read-measure.ts";
import type { Schema } from "../../src/measures/schema.ts";

/** Unit and shape of each, in YAML. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  "longest-assessment": [
    "unit: maximum-working-days",
    "cohort: { table: assessment, counted_by: authorised }",
    "value: working_days(start, authorised)",
    "summary: maximum",
  ],
  "middle-assessment": [
    "unit: median-days",
    "cohort: { table: assessment, counted_by: authorised, where: 'not coalesce(nfa, false)' }",
    "value: days(start, authorised)",
    "summary: median",
  ],
  "middle-days-on-a-plan": [
    "unit: median-days",
    "cohort: { table: cp_plan, open_on: [start, end] }",
    "value: days(start, as_at) - 1",
    "summary: median",
  ],
  "oldest-open-plan": [
    "unit: maximum-days",
    "cohort: { table: cp_plan, open_on: [start, end], where: \"initial_category like 'N%' or latest_category not in ('PHY', 'SAB')\" }",
    "value: days(start, as_at)",
    "summary: maximum",
  ],
  "sessions-missed": [
    "unit: sum",
    "cohort: { table: education_record, counted_by: to_date }",
    "value: coalesce(sessions_missed, 0) + suspensions * 2",
    "summary: sum",
  ],
  "average-plans-before": [
    "unit: average",
    "cohort: { table: cp_plan, counted_by: start }",
    "value: (select count(*) from cp_plan where end <= cohort.start)",
    "summary: average",
  ],
  "referrals-for-each-child-looked-after": [
    "unit: average",
    "cohort: { table: referral, counted_by: date }",
    "denominator: { table: period_of_care, open_on: [start, end], count: children }",
  ],
  "children-seen-of-children-in-need": [
    "unit: percentage",
    "cohort: { table: visit, within: { date: date, days: 42 }, where: 'coalesce(seen, true)', count: children }",
    "denominator: { table: referral, open_on: [date, closure_date], count: children }",
  ],
  "children-referred-while-looked-after": [
    "unit: percentage",
    "cohort: { table: referral, counted_by: date, count: children }",
    "numerator: exists (select from period_of_care where start <= cohort.date and coalesce(end, '9999-12-31') > cohort.date)",
  ],
  "open-plans-two-months-before": [
    "unit: count",
    "cohort: { table: cp_plan, open_on: [start, end], lag: 2, where: 'days(start, as_at) between 30 and 400' }",
  ],
  "referrals-of-three-months-before": [
    "unit: percentage",
    "cohort: { table: referral, counted_by: date, lag: 3 }",
    'numerator: "closure_date <= days_after(date, 90) and not nfa"',
  ],
  "visits-of-six-months": [
    "unit: percentage",
    "cohort: { table: visit, within: { date: date, months: 6 }, where: \"person.sex <> 'M'\" }",
    "numerator: age(person.dob, date) < 5 or date < days_before(as_at, 100)",
  ],
  "first-referral-this-year": [
    "unit: percentage",
    "cohort: { table: cin_plan, open_on: [start, end] }",
    "numerator: (select min(date) from referral) >= year_start(as_at)",
  ],
  "last-visit-within-working-days": [
    "unit: percentage",
    "cohort: { table: cin_plan, open_on: [start, end] }",
    "numerator: exists (select from visit where date <= as_at and working_days(date, as_at) <= 30)",
  ],
  "latest-visit-near": [
    "unit: percentage",
    "cohort: { table: referral, counted_by: date }",
    "numerator: (select max(date) from visit where seen is not null) > months_after(date, 1)",
  ],
  "missed-sessions-of-a-child": [
    "unit: percentage",
    "cohort: { table: person_flag, open_on: [from_date, to_date], where: \"kind in ('disability', 'uasc') or kind is null\" }",
    "numerator: not ((select sum(sessions_missed) from education_record) < 10)",
  ],
};

/** The measures, read as any measure file is. */
export function languageMeasures(schema: Schema): readonly Measure[] {
  return Object.entries(WRITTEN).map(([id, lines]) =>
    readMeasure(textOf(id, lines), `measures/proof/${id}.yaml`, schema),
  );
}

function textOf(id: string, lines: readonly string[]): string {
  const example = "{ it: is not needed, period: 2025-06, expect: {} }";
  // A measure in arrears is told by months, which fortnights are not made of.
  const isLagged = lines.some((line) => line.includes("lag:"));
  const months = "in-month, quarter, year-to-date, rolling-3-months, rolling-12-months, financial-year, academic-year";
  return [
    `id: ${id}`,
    "title: Proof",
    "definition: Proof.",
    "shows: Proof.",
    "why: Proof.",
    "source: made up for the proof",
    "polarity: neutral",
    ...lines,
    `time_basis: [${months}, calendar-year, term${isLagged ? "" : ", fortnight"}]`,
    "breakdowns: [team, worker, locality, age_group, sex, ethnicity, disability]",
    `examples: [${[example, example, example].join(", ")}]`,
  ].join("\n");
}
