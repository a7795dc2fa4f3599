/** Writes the SQL of one scan: the cohort's rows in the months asked for, each part as a flag or value, each breakdown as a column. */
import type { Breakdown } from "../domain/measure.ts";
import { breakdownColumns } from "./breakdown-sql.ts";
import { type Dialect, identifier, shiftDate } from "./dialect.ts";
import { expressionSql, type SqlContext } from "./expression-sql.ts";
import type { Part, Scan } from "./plan.ts";

/** How time is cut while scanning: months carry every window but the fortnight. */
export type Grain = "month" | "fortnight";

/** The table of periods of each grain: period_index, start, "end". */
const PERIODS: Readonly<Record<Grain, string>> = { month: "month", fortnight: "fortnight" };

/** Periods by index, both ends inclusive: months are year × 12 + month − 1, fortnights count from 1 January 2018. */
export type Span = { readonly grain: Grain; readonly from: number; readonly to: number };

export type ScanOptions = {
  readonly dialect: Dialect;
  readonly span: Span;
  readonly breakdowns: readonly Breakdown[];
  /** Columns the table has, to know whether rows are about a child, a team or a worker. */
  readonly columns: ReadonlySet<string>;
  /** Further columns of the cohort to carry along (the list behind a figure). */
  readonly carry?: readonly string[];
};

export const NOT_RECORDED = "Not recorded";

/** The column a part has in a scan's rows. */
export function partColumn(part: number): string {
  return `part_${part + 1}`;
}

/**
 * One row for each cohort row and period: authority, period_index, person_id where there is one, part_1 …, breakdown columns.
 * Count and children parts are 1 or 0; sum, maximum and values parts are the value or null.
 */
export function scanSql(scan: Scan, options: ScanOptions): string {
  const { dialect, columns, carry = [] } = options;
  const context = queryContext(scan, dialect, options.span.grain);
  // Flags first: writing them tells which calendars and whether the person are needed.
  const flags = scan.parts.map((part, index) => `${partSql(part, context.sql)} as ${partColumn(index)}`);
  const breakdowns = breakdownColumns(options.breakdowns, {
    columns,
    isFlow: scan.timing.kind === "flow",
    on: context.anchor,
  });
  const selected = [
    "cohort.authority",
    `${context.periodIndex} as period_index`,
    ...(columns.has("person_id") ? ["cohort.person_id"] : []),
    ...carry.filter((name) => !["authority", "person_id"].includes(name)).map((name) => `cohort.${identifier(name)}`),
    ...flags,
    ...breakdowns.select,
  ];
  const joins = [...context.timeJoins, ...context.joins(columns.has("person_id")), ...breakdowns.joins];
  return [
    `select\n  ${selected.join(",\n  ")}`,
    `from ${identifier(scan.table)} as cohort`,
    ...joins,
    `where ${timeConditions(scan, options.span).join("\n  and ")}`,
  ].join("\n");
}

type QueryContext = {
  readonly sql: SqlContext;
  /** The day the row is read at: the counted date of a flow, the last day of the period of a snapshot. */
  readonly anchor: string;
  readonly periodIndex: string;
  readonly timeJoins: readonly string[];
  readonly joins: (isAboutChild: boolean) => readonly string[];
};

const LAST_DAY = 'period."end"';

function queryContext(scan: Scan, dialect: Dialect, grain: Grain): QueryContext {
  const calendars = new Map<string, string>();
  let needsPerson = false;
  const isFlow = scan.timing.kind === "flow";
  const date = scan.timing.kind === "snapshot" ? scan.timing.start : scan.timing.date;
  const lag = scan.lag === 0 ? "" : ` + ${scan.lag}`;
  const sql: SqlContext = {
    dialect,
    asAt: isFlow ? null : LAST_DAY,
    calendarOf: (scope, column) => {
      if (isFlow && scope === "cohort" && column === date) return "counted";
      const alias = scope === "as_at" ? "as_at_day" : `${scope}_${column}_day`;
      calendars.set(alias, scope === "as_at" ? LAST_DAY : `${scope}.${identifier(column)}`);
      return alias;
    },
    usesPerson: () => {
      needsPerson = true;
    },
  };
  return {
    sql,
    anchor: isFlow ? `cohort.${identifier(date)}` : LAST_DAY,
    periodIndex: isFlow ? `counted.${grain}_index${lag}` : `period.${grain}_index${lag}`,
    timeJoins: isFlow
      ? [`join calendar as counted on counted.date = cohort.${identifier(date)}`]
      : [`cross join ${PERIODS[grain]} as period`],
    joins: (isAboutChild) => [
      ...(needsPerson && isAboutChild
        ? ["left join person on person.authority = cohort.authority and person.person_id = cohort.person_id"]
        : []),
      ...[...calendars].map(([alias, day]) => `left join calendar as ${alias} on ${alias}.date = ${day}`),
    ],
  };
}

function partSql({ aggregate, condition, value }: Part, context: SqlContext): string {
  const test = condition === null ? null : expressionSql(condition, context);
  if (aggregate === "count" || aggregate === "children")
    return test === null ? "1" : `case when ${test} then 1 else 0 end`;
  if (value === null) throw new Error(`A ${aggregate} needs a value.`);
  const written = expressionSql(value, context);
  return test === null ? written : `case when ${test} then ${written} end`;
}

/** Which rows are in which period. A snapshot's and a trailing span's rows stand once for every period they are in. */
function timeConditions({ timing, lag }: Scan, { grain, from, to }: Span): readonly string[] {
  const within = (index: string): string => `${index} between ${from - lag} and ${to - lag}  -- both ends inclusive`;
  if (timing.kind === "flow") return [within(`counted.${grain}_index`)];
  if (timing.kind === "snapshot") {
    const end = `cohort.${identifier(timing.end)}`;
    return [
      within(`period.${grain}_index`),
      `cohort.${identifier(timing.start)} <= ${LAST_DAY}`,
      `coalesce(${end}, date '9999-12-31') > ${LAST_DAY}`,
    ];
  }
  const date = `cohort.${identifier(timing.date)}`;
  const before =
    timing.days === undefined
      ? shiftDate(LAST_DAY, -(timing.months ?? 0), "month")
      : shiftDate(LAST_DAY, -timing.days, "day");
  return [within(`period.${grain}_index`), `${date} <= ${LAST_DAY}`, `${date} > ${before}`];
}
