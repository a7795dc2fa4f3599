/** The SQL of a list as one viewer may see it: the list behind the figure, each row told in or out of scope, then narrowed and ordered. */
import type { Scope } from "../../domain/access/policy.ts";
import type { IsoDate } from "../../domain/dates.ts";
import { identifier } from "../../engine/dialect.ts";
import { type ListPart, listSql } from "../../engine/list.ts";
import { sqlText } from "../../warehouse/database.ts";
import type { OpenGeneration } from "../workspace.ts";
import type { DaysTaken } from "./days-taken.ts";
import { type CaseChoices, type CheckedQuestion, holdingDays } from "./list-question.ts";
import { scopeSql } from "./scope-sql.ts";

export type ListQuery = {
  readonly question: CheckedQuestion;
  readonly part: ListPart;
  readonly scopes: readonly Scope[];
  readonly today: IsoDate;
  readonly daysTaken: DaysTaken | null;
};

/** Columns that the list itself makes, besides those of its table. */
const MADE = ["team", "worker", "value", "measured"];

/** The steps that end in `listed` (every row of the figure) and `mine` (those within scope). */
export function listSteps(generation: OpenGeneration, query: ListQuery): string {
  const { columns, authorities } = generation;
  const { question, part, scopes, today, daysTaken } = query;
  const { measure, period, group } = question;
  const authority = authorities[0] ?? "";
  const list = listSql(measure, {
    period,
    part,
    columns,
    authorities: [authority],
    ...(group === null ? {} : { group }),
    ...(daysTaken === null ? {} : { measured: daysTaken.days }),
  });
  const { steps, condition } = scopeSql({
    authority,
    scopes,
    days: holdingDays(period, today),
    columns: columnsListed(generation, query),
    alias: "listed",
  });
  return [`with listed as (\n${list}\n)`, ...steps, `mine as (select * from listed where ${condition})`].join(",\n");
}

/** The table a part's rows are of. */
export function cohortOf(
  shape: Exclude<CheckedQuestion["measure"]["shape"], { kind: "by-hand" }>,
  part: ListPart,
): string {
  return shape.kind === "ratio" && part === "denominator" ? shape.denominator.table : shape.cohort.table;
}

/** What narrows the list: nothing but named choices, each value quoted. */
export function narrowing(choices: CaseChoices, daysTaken: DaysTaken | null, has: (column: string) => boolean): string {
  const { child, team, worker, days } = choices;
  const conditions = [
    ...(child !== undefined && has("person_id")
      ? [`strpos(lower(cast(person_id as varchar)), ${sqlText(child.toLowerCase())}) > 0`]
      : []),
    ...(team !== undefined && has("team") ? [`team = ${sqlText(team)}`] : []),
    ...(worker !== undefined && has("worker") ? [`worker = ${sqlText(worker)}`] : []),
    ...(days !== undefined && daysTaken !== null ? [daysCondition(days, daysTaken)] : []),
  ];
  return conditions.length === 0 ? "true" : conditions.join(" and ");
}

function daysCondition(days: NonNullable<CaseChoices["days"]>, { kind, limit }: DaysTaken): string {
  if (days === "not-yet") return "measured is null";
  const over = kind === "at-most" ? `measured > ${limit}` : `measured >= ${limit}`;
  return days === "over" ? over : `measured is not null and not (${over})`;
}

/** The order: a column of the list by its own name, then always child and row, so that pages never overlap. */
export function ordering({ sort, isDescending }: CaseChoices, has: (column: string) => boolean): string {
  const last = [...(has("person_id") ? ["person_id"] : []), "row_id"];
  if (sort === undefined || !has(sort)) return last.join(", ");
  return [`${identifier(sort)} ${isDescending === true ? "desc" : "asc"} nulls last`, ...last].join(", ");
}

/** Whether the list has a column of that name. */
export function columnsListed(
  { columns }: OpenGeneration,
  { question, part, daysTaken }: ListQuery,
): ReadonlySet<string> {
  const { measure, group } = question;
  if (measure.shape.kind === "by-hand") return new Set();
  const breakdowns = [
    ...measure.breakdowns.filter((name) => name === "team" || name === "worker"),
    ...(group === null ? [] : [group.by]),
  ];
  const made = MADE.filter((name) =>
    name === "measured" ? daysTaken !== null : name === "value" && measure.shape.kind === "summary",
  );
  return new Set([...(columns.get(cohortOf(measure.shape, part)) ?? []), ...breakdowns, ...made]);
}
