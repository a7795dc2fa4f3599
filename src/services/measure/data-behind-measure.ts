/** The data a measure is made from: which tables, which loads fill them, how fresh they are, and what was wrong in the files they came from. */
import { join } from "node:path";
import type { IsoDate } from "../../domain/dates.ts";
import type { Severity } from "../../domain/issue.ts";
import { tableNamed } from "../../domain/tables/index.ts";
import { isAvailable } from "../../engine/availability.ts";
import { measureNamed } from "../../measures/catalogue.ts";
import { currentLoads } from "../../warehouse/current-loads.ts";
import { openDatabase, sqlText } from "../../warehouse/database.ts";
import type { Manifest } from "../../warehouse/manifest.ts";
import type { CountedIssue } from "../load-history.ts";
import { tablesRead } from "../tables-read.ts";
import type { Workspace } from "../workspace.ts";

/** One file that rows of a table came from. */
export type SourceFile = { readonly name: string; readonly sha256: string };

export type TableBehind = {
  readonly table: string;
  /** Loads whose rows count now, the latest first. */
  readonly loads: readonly {
    readonly id: string;
    readonly title: string;
    readonly asAt: IsoDate | null;
    readonly acceptedAt: string;
    readonly acceptedBy: string;
    readonly rows: number;
    /** The files this table's rows came from, not every file of the load. */
    readonly files: readonly SourceFile[];
  }[];
  /** Issues of those files, counted by code. */
  readonly issues: readonly CountedIssue[];
};

export type DataBehind = {
  readonly tables: readonly TableBehind[];
  /** Whether the data can tell the measure at all. */
  readonly isAvailable: boolean;
};

/** @throws AppError MEASURE_UNKNOWN */
export async function dataBehindMeasure(workspace: Workspace, id: string): Promise<DataBehind> {
  const measure = measureNamed(workspace.catalogue, id);
  const { holdings, authorities } = await workspace.open();
  const current = currentLoads(workspace.manifests).toSorted((a, b) => (a.acceptedAt < b.acceptedAt ? 1 : -1));
  const names = tablesRead(workspace.catalogue, measure).filter((name) => tableNamed(name) !== undefined);
  const tables: TableBehind[] = [];
  const database = await openDatabase(":memory:");
  try {
    for (const table of names) tables.push(await tableBehind(database, workspace.folder.loads, { table, current }));
  } finally {
    database.close();
  }
  return { tables, isAvailable: isAvailable(measure, holdings, authorities[0] ?? "") };
}

type Database = Awaited<ReturnType<typeof openDatabase>>;

async function tableBehind(
  database: Database,
  folder: string,
  { table, current }: { readonly table: string; readonly current: readonly Manifest[] },
): Promise<TableBehind> {
  const filling = current.filter(({ tables }) => (tables[table]?.rows ?? 0) > 0);
  const loads: TableBehind["loads"][number][] = [];
  const issues = new Map<string, CountedIssue>();
  for (const load of filling) {
    const names = await filesOf(database, join(folder, load.id, `${table}.parquet`));
    loads.push({
      id: load.id,
      title: load.year === undefined ? load.title : `${load.title} ${load.year}`,
      asAt: load.asAt ?? null,
      acceptedAt: load.acceptedAt,
      acceptedBy: load.acceptedBy,
      rows: load.tables[table]?.rows ?? 0,
      files: load.files.filter(({ name }) => names.includes(name)).map(({ name, sha256 }) => ({ name, sha256 })),
    });
    if (load.issues.error + load.issues.warning + load.issues.info === 0) continue;
    for (const issue of await issuesIn(database, join(folder, load.id, "issue.parquet"), names))
      issues.set(issue.code, { ...issue, count: issue.count + (issues.get(issue.code)?.count ?? 0) });
  }
  return { table, loads, issues: [...issues.values()] };
}

async function filesOf(database: Database, parquet: string): Promise<readonly string[]> {
  const rows = await database.rows(
    `select distinct source_file from read_parquet(${sqlText(parquet)}) where source_file is not null order by 1`,
  );
  return rows.map((row) => String(row.source_file));
}

async function issuesIn(
  database: Database,
  parquet: string,
  files: readonly string[],
): Promise<readonly CountedIssue[]> {
  if (files.length === 0) return [];
  const rows = await database.rows(
    `select severity, code, sum(coalesce(count, 1)) as n, any_value(message order by message) as message, any_value(remedy) as remedy
     from read_parquet(${sqlText(parquet)})
     where file in (${files.map(sqlText).join(", ")})
     group by severity, code
     order by case severity when 'error' then 0 when 'warning' then 1 else 2 end, n desc, code`,
  );
  return rows.map((row) => ({
    severity: row.severity as Severity,
    code: String(row.code),
    count: Number(row.n),
    message: String(row.message),
    remedy: String(row.remedy),
  }));
}
