/** How a measure counts, and how one figure came out of its counts, in sentences. */
import type { Figure } from "../../../domain/figure.ts";
import { multiplierOf } from "../../../domain/figure.ts";
import type { Cohort, Measure } from "../../../domain/measure.ts";
import { withThousands } from "../../../domain/rounding.ts";

/** What is counted, and of what. */
export function ruleWords({ shape, unit }: Pick<Measure, "shape" | "unit">): readonly string[] {
  switch (shape.kind) {
    case "by-hand":
      return ["It is collected by hand: no case records lie behind it."];
    case "count":
      return [`It counts ${cohortWords(shape.cohort)}.`];
    case "proportion":
      return [
        `The denominator counts ${cohortWords(shape.cohort)}.`,
        "The numerator counts those of them that meet the condition.",
      ];
    case "ratio":
      return [
        `The numerator counts ${cohortWords(shape.cohort)}.`,
        `The denominator counts ${cohortWords(shape.denominator)}.`,
      ];
    case "rate":
      return [
        `The numerator counts ${cohortWords(shape.cohort)}.`,
        `The denominator is the number of people in the authority of the age group ${shape.ageGroup}, from published estimates; the rate is for every ${number(multiplierOf(unit))}.`,
      ];
    case "summary":
      return [`Of ${cohortWords(shape.cohort)}, it gives the ${SUMMARY_WORDS[shape.summary]} of one value of each.`];
  }
}

const SUMMARY_WORDS = { average: "average", median: "median", maximum: "largest", sum: "total" } as const;

function cohortWords({ table, timing, count, lag }: Cohort): string {
  const what = `${count === "children" ? "different children among " : ""}the records of “${table.replaceAll("_", " ")}”`;
  const late = lag === 0 ? "" : `, ${lag} ${lag === 1 ? "month" : "months"} before the period`;
  if (timing.kind === "flow")
    return `${what} whose ${words(timing.date)} lies in the period, first and last day included${late}`;
  if (timing.kind === "snapshot") return `${what} that are open at the end of the period’s last day${late}`;
  const span = timing.months === undefined ? `${timing.days ?? 0} days` : `${timing.months} months`;
  return `${what} whose ${words(timing.date)} lies in the ${span} up to the period’s last day${late}`;
}

function words(column: string): string {
  return column.endsWith("date") ? column.replaceAll("_", " ") : `${column.replaceAll("_", " ")} date`;
}

/** How the figure came out of its counts: "90 ÷ 98 × 100 = 91.836735…, printed as 91.8%." */
export function equationWords(
  { shape, unit }: Pick<Measure, "shape" | "unit">,
  { status, numerator, denominator, value, shown, note }: Figure,
): string {
  if (status === "no-cohort")
    return `There was nothing to count: the denominator is 0, so there is no figure and ${shown} is printed.`;
  if (status !== "value" || value === null)
    return `There is no figure: ${note ?? `${shown} is printed`}.`.replace("..", ".");
  if (numerator === null || denominator === null) return `${exact(value)}, printed as ${shown}.`;
  if (shape.kind === "summary" && shape.summary === "median")
    return `The middle one of ${number(denominator)} values is ${exact(value)}, printed as ${shown}.`;
  if (shape.kind === "summary" && shape.summary !== "average")
    return `The ${SUMMARY_WORDS[shape.summary]} of ${number(denominator)} values is ${exact(value)}, printed as ${shown}.`;
  const times = multiplierOf(unit);
  const by = times === 1 ? "" : ` × ${number(times)}`;
  return `${number(numerator)} ÷ ${number(denominator)}${by} = ${exact(value)}, printed as ${shown}.`;
}

function exact(value: number): string {
  const six = Number(value.toFixed(6));
  return `${withThousands(String(six))}${six === value ? "" : "…"}`;
}

function number(count: number): string {
  return withThousands(String(count));
}
