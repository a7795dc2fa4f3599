/** The list behind a figure: the very rows its numerator, its denominator, or the difference of the two are counted from. */
import { AppError } from "../domain/errors.ts";
import type { Expression } from "../domain/expression.ts";
import type { Breakdown, Cohort, Measure } from "../domain/measure.ts";
import type { ReportingPeriod } from "../domain/period.ts";
import type { Database, Row } from "../warehouse/database.ts";
import { identifier, WRITTEN_DIALECTS } from "./dialect.ts";
import { type Part, partsOfMeasure } from "./plan.ts";
import { NOT_RECORDED, partColumn, scanSql } from "./scan-sql.ts";
import type { TableColumns } from "./score.ts";
import { spanOf } from "./windows.ts";

export const LIST_PARTS = ["numerator", "denominator", "missed"] as const;
export type ListPart = (typeof LIST_PARTS)[number];

export type ListRequest = {
  readonly period: ReportingPeriod;
  readonly part: ListPart;
  readonly columns: TableColumns;
  readonly authorities?: readonly string[];
  /** Only one group of a breakdown. */
  readonly group?: { readonly by: Breakdown; readonly value: string };
  readonly limit?: number;
  /** A value to carry beside each row, as `measured`: the days it took. */
  readonly measured?: Expression;
};

/** SQL of the list, for running and for showing. */
export function listSql(measure: Measure, request: ListRequest): string {
  const { cohort, part, missed } = chosenPart(measure, request.part);
  const columns = request.columns.get(cohort.table) ?? new Set<string>();
  const { grain, from, to } = spanOf(request.period);
  const span = { grain, from: cohort.timing.kind === "flow" ? from : to, to };
  const breakdowns = [
    ...new Set([
      ...measure.breakdowns.filter((breakdown) => breakdown === "team" || breakdown === "worker"),
      ...(request.group === undefined ? [] : [request.group.by]),
    ]),
  ];
  const measured: readonly Part[] =
    request.measured === undefined ? [] : [{ aggregate: "sum", condition: null, value: request.measured }];
  const carry = [...columns].filter((name) => !["authority", "person_id", ...breakdowns].includes(name));
  const scan = {
    table: cohort.table,
    timing: cohort.timing,
    lag: cohort.lag,
    parts: [part, ...(missed === null ? [] : [missed]), ...measured],
  };
  const scanned = scanSql(scan, { dialect: WRITTEN_DIALECTS.duckdb, span, breakdowns, columns, carry });
  const counted = part.aggregate === "count" || part.aggregate === "children";
  const conditions = [
    counted ? `${partColumn(0)} = 1` : `${partColumn(0)} is not null`,
    ...(missed === null ? [] : [`${partColumn(1)} = 0`]),
    ...(request.authorities === undefined
      ? []
      : [`authority in (${request.authorities.map((name) => `'${name.replaceAll("'", "''")}'`).join(", ")})`]),
    ...(request.group === undefined
      ? []
      : [`coalesce(${request.group.by}, '${NOT_RECORDED}') = '${request.group.value.replaceAll("'", "''")}'`]),
  ];
  const shown = [
    "authority",
    ...(columns.has("person_id") ? ["person_id"] : []),
    ...carry.map(identifier),
    ...breakdowns,
    ...(counted ? [] : [`${partColumn(0)} as value`]),
    ...measured.map(() => `${partColumn(scan.parts.length - 1)} as measured`),
  ];
  // Children counted once: a child with any row in the numerator is not missed, whatever their other rows say.
  const isChildren = part.aggregate === "children";
  const source = isChildren ? onePerChild(conditions, missed !== null) : "scanned";
  return [
    `with scanned as (\n${scanned}\n)`,
    `select ${shown.join(", ")}`,
    `from ${source}`,
    `where ${isChildren ? "row_of_child = 1" : conditions.join("\n  and ")}`,
    `order by authority, ${columns.has("person_id") ? "person_id, " : ""}row_id`,
    ...(request.limit === undefined ? [] : [`limit ${request.limit}`]),
  ].join("\n");
}

/** Runs the list. Its length is the figure's numerator or denominator, by construction and by test. */
export async function runList(database: Database, measure: Measure, request: ListRequest): Promise<readonly Row[]> {
  return database.rows(listSql(measure, request));
}

/** A measure that counts children lists each child once, by the first of their rows; rows about no child are no child. */
function onePerChild(conditions: readonly string[], isMissed: boolean): string {
  const own = [...conditions.filter((condition) => condition !== `${partColumn(1)} = 0`), "person_id is not null"].join(
    " and ",
  );
  const never = isMissed ? ` where child_met = 0` : "";
  const ever = isMissed ? `, max(${partColumn(1)}) over (partition by authority, person_id) as child_met` : "";
  const eligible = `select *${ever} from scanned where ${own}`;
  return `(select *, row_number() over (partition by authority, person_id order by row_id) as row_of_child from (${eligible}) as eligible${never}) as once`;
}

function chosenPart(
  measure: Measure,
  part: ListPart,
): { readonly cohort: Cohort; readonly part: Part; readonly missed: Part | null } {
  const parts = partsOfMeasure(measure);
  if (parts === null)
    throw new AppError(
      "USAGE",
      `${measure.id} is collected by hand; no case records lie behind it.`,
      "Ask for its figures instead.",
    );
  const numerator = parts.numerator;
  const denominator = parts.denominator ?? parts.numerator;
  if (numerator === null || denominator === null) throw new Error(`${measure.id} has no parts.`);
  if (part === "numerator") return { cohort: numerator[0], part: numerator[1], missed: null };
  if (part === "denominator") return { cohort: denominator[0], part: denominator[1], missed: null };
  if (measure.shape.kind !== "proportion")
    throw new AppError(
      "USAGE",
      `${measure.id} is not a proportion, so nothing is missed.`,
      "Ask for the numerator or the denominator.",
    );
  return { cohort: denominator[0], part: denominator[1], missed: numerator[1] };
}
