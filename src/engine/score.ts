/** Scores measures: runs each scan of the plan once per grain and gathers its cells. */
import type { Breakdown } from "../domain/measure.ts";
import type { ReportingPeriod } from "../domain/period.ts";
import type { Database } from "../warehouse/database.ts";
import { type GroupKey, groupKey, type Histogram, type Series } from "./cells.ts";
import { WRITTEN_DIALECTS } from "./dialect.ts";
import type { Plan, Scan } from "./plan.ts";
import { type Grain, NOT_RECORDED, partColumn, type Span, scanSql } from "./scan-sql.ts";
import { grainOf, spanOf, spanOfAll } from "./windows.ts";

/** Columns of every table and view, by name. */
export type TableColumns = ReadonlyMap<string, ReadonlySet<string>>;

/** What one scan gave. Distinct children of flows cannot be added up, so they stand by period id. */
export type ScanCells = {
  readonly series: readonly ReadonlyMap<GroupKey, Series>[];
  readonly histograms: readonly ReadonlyMap<GroupKey, Histogram>[];
  readonly distinct: readonly ReadonlyMap<string, ReadonlyMap<GroupKey, number>>[];
};

/** Cells of every scan of a plan, by grain; the groups of each breakdown that any scan met. */
export type ScoredPlan = {
  readonly plan: Plan;
  readonly cells: Readonly<Partial<Record<Grain, readonly ScanCells[]>>>;
};

export type ScoreOptions = {
  readonly periods: readonly ReportingPeriod[];
  readonly breakdowns: readonly Breakdown[];
  readonly columns: TableColumns;
  readonly report?: (done: number, total: number, what: string) => void;
};

/** Runs the plan over a generation. Every scan is one pass over its table, however many measures and windows it serves. */
export async function scorePlan(database: Database, plan: Plan, options: ScoreOptions): Promise<ScoredPlan> {
  const cells: Partial<Record<Grain, ScanCells[]>> = {};
  const grains = [...new Set(options.periods.map((period) => grainOf(period.window)))];
  let done = 0;
  for (const grain of grains) {
    const periods = options.periods.filter((period) => grainOf(period.window) === grain);
    const scanned: ScanCells[] = [];
    for (const scan of plan.scans) {
      options.report?.(done++, plan.scans.length * grains.length, scan.table);
      scanned.push(await runScan(database, scan, { ...options, periods }));
    }
    cells[grain] = scanned;
  }
  return { plan, cells };
}

/** Scans of one connection may run side by side, so each has a table of its own. */
let scans = 0;

async function runScan(database: Database, scan: Scan, options: ScoreOptions): Promise<ScanCells> {
  const grain = grainOf(options.periods[0]?.window ?? "in-month");
  const span = spanOfAll(grain, options.periods);
  const columns = options.columns.get(scan.table) ?? new Set<string>();
  const sql = scanSql(scan, { dialect: WRITTEN_DIALECTS.duckdb, span, breakdowns: options.breakdowns, columns });
  const scanned = `scanned_${++scans}`;
  await database.run(`create temp table ${scanned} as\n${sql}`);
  const series = scan.parts.map(() => new Map<GroupKey, Series>());
  const histograms = scan.parts.map(() => new Map<GroupKey, Map<number, Map<number, number>>>());
  const distinct = scan.parts.map(() => new Map<string, Map<GroupKey, number>>());
  for (const breakdown of ["", ...options.breakdowns] as const) {
    await gatherSeries(database, scan, { scanned, breakdown, span, into: series });
    await gatherHistograms(database, scan, { scanned, breakdown, into: histograms });
    if (scan.timing.kind === "flow")
      await gatherDistinct(database, scan, { scanned, breakdown, periods: options.periods, into: distinct });
  }
  await database.run(`drop table ${scanned}`);
  return { series, histograms, distinct };
}

/** Whether a part's numbers in two months can be combined without going back to the rows. */
function isAdditive(scan: Scan, part: number): boolean {
  const aggregate = scan.parts[part]?.aggregate;
  return aggregate !== "values" && !(aggregate === "children" && scan.timing.kind === "flow");
}

const AGGREGATE_SQL = {
  count: (column: string) => `sum(${column})`,
  children: (column: string) => `count(distinct case when ${column} = 1 then person_id end)`,
  sum: (column: string) => `sum(${column})`,
  maximum: (column: string) => `max(${column})`,
};

type Gather<Into> = { readonly scanned: string; readonly breakdown: Breakdown | ""; readonly into: Into };

function grouping(breakdown: Breakdown | ""): { readonly select: string; readonly by: string } {
  return breakdown === ""
    ? { select: "authority, '' as grp", by: "authority" }
    : {
        select: `authority, coalesce(${breakdown}, '${NOT_RECORDED}') as grp`,
        by: `authority, coalesce(${breakdown}, '${NOT_RECORDED}')`,
      };
}

async function gatherSeries(
  database: Database,
  scan: Scan,
  { scanned, breakdown, span, into }: Gather<Map<GroupKey, Series>[]> & { readonly span: Span },
): Promise<void> {
  const parts = scan.parts.map((_, index) => index).filter((index) => isAdditive(scan, index));
  if (parts.length === 0) return;
  const { select, by } = grouping(breakdown);
  const sums = parts.map(
    (index) =>
      `cast(${AGGREGATE_SQL[scan.parts[index]?.aggregate as keyof typeof AGGREGATE_SQL](partColumn(index))} as double)`,
  );
  const { columns } = await database.columns(
    `select ${select}, period_index, ${sums.join(", ")} from ${scanned} group by ${by}, period_index`,
  );
  const [authorities = [], groups = [], indexes = [], ...numbers] = columns;
  const length = span.to - span.from + 1;
  for (let row = 0; row < authorities.length; row++) {
    const key = groupKey(String(authorities[row]), breakdown, String(groups[row]));
    const place = Number(indexes[row]) - span.from;
    parts.forEach((part, column) => {
      const target = into[part];
      let series = target?.get(key);
      if (series === undefined) {
        series = {
          from: span.from,
          numbers: new Float64Array(length).fill(scan.parts[part]?.aggregate === "maximum" ? Number.NaN : 0),
        };
        target?.set(key, series);
      }
      const number = numbers[column]?.[row];
      if (typeof number === "number") series.numbers[place] = number;
    });
  }
}

async function gatherHistograms(
  database: Database,
  scan: Scan,
  { scanned, breakdown, into }: Gather<Map<GroupKey, Map<number, Map<number, number>>>[]>,
): Promise<void> {
  const { select, by } = grouping(breakdown);
  for (const [part, { aggregate }] of scan.parts.entries()) {
    if (aggregate !== "values") continue;
    const column = partColumn(part);
    const rows = await database.rows(
      `select ${select}, period_index, cast(${column} as double) as value, count(*) as n from ${scanned} where ${column} is not null group by ${by}, period_index, ${column}`,
    );
    for (const row of rows) {
      const key = groupKey(String(row.authority), breakdown, String(row.grp));
      const histogram = into[part]?.get(key) ?? new Map<number, Map<number, number>>();
      into[part]?.set(key, histogram);
      const counts = histogram.get(Number(row.period_index)) ?? new Map<number, number>();
      histogram.set(Number(row.period_index), counts);
      counts.set(Number(row.value), Number(row.n));
    }
  }
}

/** Different children in each period of each window: counted from the rows again, because a child of April and of May is one child of the quarter. */
async function gatherDistinct(
  database: Database,
  scan: Scan,
  {
    scanned,
    breakdown,
    periods,
    into,
  }: Gather<Map<string, Map<GroupKey, number>>[]> & { readonly periods: readonly ReportingPeriod[] },
): Promise<void> {
  const parts = scan.parts
    .map((_, index) => index)
    .filter((index) => !isAdditive(scan, index) && scan.parts[index]?.aggregate === "children");
  if (parts.length === 0 || periods.length === 0) return;
  const { select, by } = grouping(breakdown);
  const values = periods.map((period, ordinal) => {
    const { from, to } = spanOf(period);
    return `(${ordinal}, ${from}, ${to})`;
  });
  const counts = parts.map((index) => `${AGGREGATE_SQL.children(partColumn(index))} as n_${index}`);
  const rows = await database.rows(
    `select ${select}, ordinal, ${counts.join(", ")} from ${scanned} join (values ${values.join(", ")}) as asked(ordinal, first_index, last_index) on period_index between first_index and last_index group by ${by}, ordinal`,
  );
  for (const row of rows) {
    const period = periods[Number(row.ordinal)];
    if (period === undefined) continue;
    const key = groupKey(String(row.authority), breakdown, String(row.grp));
    for (const part of parts) {
      const byPeriod = into[part]?.get(periodKey(period)) ?? new Map<GroupKey, number>();
      into[part]?.set(periodKey(period), byPeriod);
      byPeriod.set(key, Number(row[`n_${part}`]));
    }
  }
}

/** Names a period across windows. */
export function periodKey(period: ReportingPeriod): string {
  return `${period.window} ${period.id}`;
}
