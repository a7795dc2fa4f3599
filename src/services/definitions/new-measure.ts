/** A new measure from a template: a file that already holds together, with worked examples at both ends of a month. */

import type { Catalogue } from "../../measures/catalogue.ts";
import { yamlOf } from "../../measures/edit-yaml.ts";
import { relationNamed } from "./data-words.ts";

export const TEMPLATES = {
  count: { words: "A number", about: "How many things happened, or how many children there are." },
  percentage: { words: "A percentage", about: "Of all the things that happened, how many met a condition." },
  rate: { words: "A rate per 10,000 children", about: "How many for every 10,000 children who live here." },
  average: { words: "An average number of days", about: "How long something took from one date to another." },
} as const;
export type TemplateName = keyof typeof TEMPLATES;

export type NewMeasure = {
  readonly title: string;
  readonly area: string;
  readonly table: string;
  readonly template: TemplateName;
};

/** "Contacts decided in a day" is contacts-decided-in-a-day. */
export function idOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The file of a new measure, ready to be edited. */
export function newMeasureText(catalogue: Pick<Catalogue, "schema">, { title, table, template }: NewMeasure): string {
  const columns = relationNamed(catalogue, table)?.columns ?? [];
  const dates = columns.filter(({ type }) => type === "date").map(({ name }) => name);
  const date = dates[0] ?? "date";
  const unit = { count: "count", percentage: "percentage", rate: "rate-per-10000", average: "average-days" }[template];
  const head = {
    id: idOf(title),
    title,
    definition: `${title}: say in one sentence what is counted, of whom and over what time.`,
    shows: "Say in one line what it shows.",
    why: "Say why it matters for children.",
    source: "Local",
    unit,
    polarity: "neutral",
  };
  return [
    yamlOf(head),
    yamlOf({ cohort: { table, counted_by: date } }, true),
    yamlOf(shapeKeys(template, { date, end: dates[1] ?? date })),
    yamlOf({ time_basis: ["in-month", "quarter", "year-to-date", "rolling-12-months", "financial-year"] }, true),
    yamlOf({ breakdowns: ["team", "locality", "age_group", "sex", "ethnicity", "disability"] }, true),
    examplesText(table, template === "average" ? [date, dates[1] ?? date] : [date], template),
  ]
    .filter((part) => part !== "{}\n")
    .join("");
}

function shapeKeys(template: TemplateName, { date, end }: { readonly date: string; readonly end: string }): unknown {
  if (template === "percentage") return { numerator: `${date} is not null` };
  if (template === "rate") return { population: "0-17" };
  return template === "average" ? { value: `days(${date}, ${end})`, summary: "average" } : {};
}

/** Both ends of June 2025, the days outside it, and nothing at all. */
function examplesText(table: string, dates: readonly string[], template: TemplateName): string {
  const columns = [...new Set(dates)];
  // Both dates of an average are the same day, so that every row has a number.
  const grid = (days: readonly string[]) => [
    `    ${table}: |`,
    `      child | ${columns.join(" | ")}`,
    ...days.map((day, index) => `      ${"AB"[index]} | ${columns.map(() => day).join(" | ")}`),
  ];
  const people = template === "rate" ? ["    population: |", "      year | estimate", "      2024 | 10000"] : [];
  const isOutOf = template === "percentage" || template === "average";
  const expect = (n: number) =>
    isOutOf
      ? `    expect: { denominator: ${n}${n === 0 ? ", status: no-cohort" : ""} }`
      : `    expect: { numerator: ${n} }`;
  return [
    "examples:",
    "  - it: counts the first and the last day of the month",
    "    period: 2025-06",
    ...grid(["2025-06-01", "2025-06-30"]),
    ...people,
    expect(2),
    "  - it: leaves out the day before and the day after",
    "    period: 2025-06",
    ...grid(["2025-05-31", "2025-07-01"]),
    ...people,
    expect(0),
    "  - it: is nothing when nothing happened",
    "    period: 2025-06",
    ...people,
    expect(0),
    "",
  ].join("\n");
}
