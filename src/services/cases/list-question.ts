/** What is asked of the list behind a figure, and how the answer is to be ordered, narrowed and cut into pages. */
import type { IsoDate } from "../../domain/dates.ts";
import type { Measure } from "../../domain/measure.ts";
import { parsePeriod, type ReportingPeriod, type WindowId } from "../../domain/period.ts";
import { LIST_PARTS, type ListPart } from "../../engine/list.ts";
import { measureNamed } from "../../measures/catalogue.ts";
import { readBreakdown } from "../score-figures.ts";
import type { Workspace } from "../workspace.ts";

export { LIST_PARTS, type ListPart } from "../../engine/list.ts";

export type CaseQuestion = {
  readonly measure: string;
  readonly window: WindowId;
  readonly period: string;
  readonly part: ListPart;
  /** One group of a breakdown: { by: "team", value: "North" }. */
  readonly group?: { readonly by: string; readonly value: string };
};

/** Which of the rows, in what order: everything is optional. */
export type CaseChoices = {
  /** Part of a child's pseudonym. */
  readonly child?: string;
  readonly team?: string;
  readonly worker?: string;
  readonly days?: DaysChoice;
  readonly sort?: string;
  readonly isDescending?: boolean;
};

export const DAYS_CHOICES = ["over", "within", "not-yet"] as const;
export type DaysChoice = (typeof DAYS_CHOICES)[number];

/** Rows on a page of a long list. */
export const PAGE_ROWS = 50;

/** A question checked against the catalogue. */
export type CheckedQuestion = {
  readonly measure: Measure;
  readonly period: ReportingPeriod;
  readonly part: ListPart;
  readonly group: { readonly by: ReturnType<typeof readBreakdown>; readonly value: string } | null;
  /** The parts this measure has a list of: what was missed only where there is a proportion. */
  readonly parts: readonly ListPart[];
};

/** Checks a question. @throws AppError MEASURE_UNKNOWN, PERIOD_INVALID or BREAKDOWN_UNKNOWN */
export function checkQuestion({ catalogue }: Pick<Workspace, "catalogue">, question: CaseQuestion): CheckedQuestion {
  const measure = measureNamed(catalogue, question.measure);
  const { group } = question;
  return {
    measure,
    period: parsePeriod(question.period, question.window),
    part: question.part,
    group: group === undefined ? null : { by: readBreakdown(group.by), value: group.value },
    parts: partsListed(measure),
  };
}

/** The parts a measure has lists of; none when it is collected by hand. */
export function partsListed({ shape }: Measure): readonly ListPart[] {
  if (shape.kind === "by-hand") return [];
  if (shape.kind === "proportion") return LIST_PARTS;
  return shape.kind === "ratio" ? ["numerator", "denominator"] : ["numerator"];
}

/** Days on which holding a child lets somebody see its rows: the period's last, and today. */
export function holdingDays(period: ReportingPeriod, today: IsoDate): readonly IsoDate[] {
  return period.end === today ? [today] : [period.end, today];
}
