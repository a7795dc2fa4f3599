/** Which measures the faults of the loads that count touch: an issue touches the tables its rows went into, and a table the measures that read it. */
import { join } from "node:path";
import type { Severity } from "../../domain/issue.ts";
import { currentLoads } from "../../warehouse/current-loads.ts";
import type { DataFolder } from "../../warehouse/data-folder.ts";
import { type Database, openDatabase, sqlText } from "../../warehouse/database.ts";
import type { Manifest } from "../../warehouse/manifest.ts";
import { tablesRead } from "../tables-read.ts";
import type { Workspace } from "../workspace.ts";

/** Issues of one code that touch one table. */
export type TableFault = {
  readonly load: string;
  readonly table: string;
  readonly severity: Severity;
  readonly code: string;
  readonly column: string | null;
  readonly count: number;
  readonly message: string;
};

/** A measure some of whose rows were refused or doubtful. */
export type MeasureFaults = {
  readonly measure: string;
  readonly title: string;
  /** Rows that could not be kept, and things to check, in the tables it reads. */
  readonly errors: number;
  readonly warnings: number;
  /** The most frequent, in a sentence each. */
  readonly reasons: readonly string[];
};

export type CardFaults = {
  readonly scorecard: string;
  readonly title: string;
  readonly measures: readonly MeasureFaults[];
};

const REASONS = 3;
/** The table of figures typed in: a row of it is of one measure alone, which stands after its name. */
const TYPED = "aggregate_input";

/** Faults of every load that counts, by the tables they touch. */
export async function tableFaults(workspace: Pick<Workspace, "folder" | "manifests">): Promise<readonly TableFault[]> {
  const loads = currentLoads(workspace.manifests).filter(({ issues }) => issues.error + issues.warning > 0);
  const database = await openDatabase(":memory:", { threads: 2 });
  try {
    const found: TableFault[] = [];
    for (const load of loads) found.push(...(await faultsOfLoad(database, workspace.folder, load)));
    return found;
  } finally {
    database.close();
  }
}

/** Every scorecard with the measures on it that faults touch, worst first; those without any are left out. */
export async function faultsByScorecard(workspace: Workspace): Promise<readonly CardFaults[]> {
  const byTable = Map.groupBy(await tableFaults(workspace), ({ table }) => table);
  const { catalogue } = workspace;
  const known = new Map(
    [...catalogue.measures.values()].map((measure) => {
      const tables = tablesRead(catalogue, measure).map((table) =>
        table === TYPED ? `${TYPED} ${measure.id}` : table,
      );
      const faults = tables.flatMap((table) => byTable.get(table) ?? []);
      return [measure.id, faultsOfMeasure(measure, faults)];
    }),
  );
  return [...catalogue.scorecards.values()]
    .map(({ id, title, sections }) => {
      const ids = new Set(sections.flatMap(({ indicators }) => indicators.map(({ measure }) => measure)));
      const measures = [...ids].flatMap((measure) => known.get(measure) ?? []).filter(isTouched);
      return { scorecard: id, title, measures: measures.toSorted(worstFirst) };
    })
    .filter(({ measures }) => measures.length > 0);
}

/** What touches the measures that read a table. */
export function faultsOfMeasure(
  { id, title }: { readonly id: string; readonly title: string },
  faults: readonly TableFault[],
): MeasureFaults {
  const total = (severity: Severity) =>
    faults.filter((fault) => fault.severity === severity).reduce((sum, { count }) => sum + count, 0);
  const byMessage = Map.groupBy(faults, ({ message }) => message);
  const reasons = [...byMessage]
    .map(([message, alike]) => ({ message, count: alike.reduce((sum, { count }) => sum + count, 0) }))
    .toSorted((a, b) => b.count - a.count || (a.message < b.message ? -1 : 1))
    .slice(0, REASONS)
    .map(({ message, count }) => (count > 1 ? `${message} (${count.toLocaleString("en-GB")} times)` : message));
  return { measure: id, title, errors: total("error"), warnings: total("warning"), reasons };
}

const isTouched = ({ errors, warnings }: MeasureFaults): boolean => errors + warnings > 0;

function worstFirst(a: MeasureFaults, b: MeasureFaults): number {
  return b.errors - a.errors || b.warnings - a.warnings || (a.title < b.title ? -1 : 1);
}

/**
 * An issue about a row that was kept touches the tables that row is in. One about a row that was not kept, or about a whole file,
 * touches every table the file (or the sheet) filled; where it filled none, every table of the load.
 */
async function faultsOfLoad(database: Database, folder: DataFolder, load: Manifest): Promise<readonly TableFault[]> {
  const places = Object.entries(load.tables)
    .filter(([, { rows }]) => rows > 0)
    .map(
      ([name]) =>
        `select ${name === TYPED ? `concat('${TYPED} ', measure)` : `'${name}'`} as "table", source_file, source_row from read_parquet(${sqlText(join(folder.loads, load.id, `${name}.parquet`))})`,
    );
  if (places.length === 0) return [];
  const rows = await database.rows(`
with place as materialized (${places.join(" union all ")}),
  issue as (
    select row_number() over () as nr, severity, code, "row", "column", coalesce(count, 1) as n, message,
      case when sheet is null then file else concat(file, '#', sheet) end as source
    from read_parquet(${sqlText(join(folder.loads, load.id, "issue.parquet"))}) where severity <> 'info'
  ),
  by_row as (
    select distinct issue.nr, place."table" from issue join place on place.source_file = issue.source and place.source_row = issue."row"
  ),
  -- Of a typed figure that was not kept nobody can say which measure it was of.
  filled as (select distinct source_file, "table" from place where "table" not like '${TYPED} %'),
  by_file as (
    select issue.nr, filled."table" from issue join filled on filled.source_file = issue.source
    where issue.nr not in (select nr from by_row)
  ),
  by_load as (
    select issue.nr, filled."table" from issue cross join (select distinct "table" from filled) as filled
    where issue.source not in (select source_file from place)
  )
select touched."table", severity, code, "column", message, sum(n) as n
from issue join (select * from by_row union all select * from by_file union all select * from by_load) as touched using (nr)
group by all order by all`);
  return rows.map((row) => ({
    load: load.id,
    table: String(row.table),
    severity: row.severity as Severity,
    code: String(row.code),
    column: row.column === null ? null : String(row.column),
    count: Number(row.n),
    message: String(row.message),
  }));
}
