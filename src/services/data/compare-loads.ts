/** What two loads of a return say differently: rows that came, went and changed, table by table, and children who came or went. */
import { join } from "node:path";
import { tableNamed } from "../../domain/tables/index.ts";
import type { CanonicalTable } from "../../domain/tables/table.ts";
import { type Database, openDatabase, sqlText } from "../../warehouse/database.ts";
import type { Manifest } from "../../warehouse/manifest.ts";

/** A load and the folder its tables lie in. */
export type LoadPlace = { readonly manifest: Manifest; readonly folder: string };

export type TableDifference = {
  readonly table: string;
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  readonly added: number;
  readonly gone: number;
  readonly changed: number;
  /** Columns in which rows changed, most changes first. */
  readonly columns: readonly { readonly column: string; readonly changed: number }[];
};

export type LoadDifference = {
  readonly tables: readonly TableDifference[];
  readonly childrenBefore: number;
  readonly childrenAfter: number;
  readonly childrenAdded: number;
  readonly childrenGone: number;
};

/** Pseudonyms of children, for those who may see them. */
export type DifferenceExamples = { readonly added: readonly string[]; readonly gone: readonly string[] };

const EXAMPLES = 10;
const COUNTED = 8;

/**
 * Compares `after` with `before`. Two rows are one where what the table is matched on is equal, rows alike paired in order.
 * `onlyAfter` looks at no table but those `after` fills: of a load that adds, what it leaves unsaid has not gone.
 */
export async function compareLoads(
  before: LoadPlace,
  after: LoadPlace,
  { onlyAfter = false }: { readonly onlyAfter?: boolean } = {},
): Promise<LoadDifference> {
  return withDatabase(async (database) => {
    const names = [...new Set([...(onlyAfter ? [] : tablesOf(before)), ...tablesOf(after)])].sort();
    const tables: TableDifference[] = [];
    for (const name of names) tables.push(await compareTable(database, name, before, after));
    return { tables, ...(await compareChildren(database, before, after)) };
  });
}

/** Some of the children who came or went: only for people who may see children's records, and each look is logged by its caller. */
export async function exampleChildren(before: LoadPlace, after: LoadPlace): Promise<DifferenceExamples> {
  return withDatabase(async (database) => {
    const only = async (one: LoadPlace, other: LoadPlace): Promise<readonly string[]> =>
      (
        await database.rows(
          `select person_id from (${childrenSql(one)}) except select person_id from (${childrenSql(other)}) order by 1 limit ${EXAMPLES}`,
        )
      ).map((row) => String(row.person_id));
    return { added: await only(after, before), gone: await only(before, after) };
  });
}

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(":memory:", { threads: 2 });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

function tablesOf({ manifest }: LoadPlace): readonly string[] {
  return Object.entries(manifest.tables)
    .filter(([, { rows }]) => rows > 0)
    .map(([name]) => name);
}

async function compareTable(
  database: Database,
  name: string,
  before: LoadPlace,
  after: LoadPlace,
): Promise<TableDifference> {
  const rowsBefore = before.manifest.tables[name]?.rows ?? 0;
  const rowsAfter = after.manifest.tables[name]?.rows ?? 0;
  const counts = { table: name, rowsBefore, rowsAfter };
  const table = tableNamed(name);
  if (rowsBefore === 0 || rowsAfter === 0 || table === undefined)
    return { ...counts, added: rowsAfter, gone: rowsBefore, changed: 0, columns: [] };
  const columns = sharedColumns(table, before, after);
  const [row = {}] = await database.rows(differenceSql(table, columns, before, after));
  return {
    ...counts,
    added: Number(row.added),
    gone: Number(row.gone),
    changed: Number(row.changed),
    columns: columns
      .map((column) => ({ column, changed: Number(row[`in_${column}`] ?? 0) }))
      .filter(({ changed }) => changed > 0)
      .toSorted((a, b) => b.changed - a.changed || (a.column < b.column ? -1 : 1))
      .slice(0, COUNTED),
  };
}

/** Columns both loads can fill, but for those rows are matched on. */
function sharedColumns({ name, fields, matchOn }: CanonicalTable, before: LoadPlace, after: LoadPlace) {
  const held = new Set(before.manifest.tables[name]?.columns ?? []);
  return (after.manifest.tables[name]?.columns ?? []).filter(
    (column) => held.has(column) && column in fields && !matchOn.includes(column),
  );
}

function differenceSql(
  { name, matchOn }: CanonicalTable,
  columns: readonly string[],
  before: LoadPlace,
  after: LoadPlace,
): string {
  const side = (place: LoadPlace) => {
    const held = new Set(place.manifest.tables[name]?.columns ?? []);
    const keys = matchOn.map((key, index) => `${held.has(key) ? `cast("${key}" as varchar)` : "null"} as k${index}`);
    const values = columns.map((column) => `"${column}"`);
    const ordinal = `row_number() over (partition by ${keys.map((key) => key.replace(/ as k\d+$/, "")).join(", ")} order by source_row) as ordinal`;
    return `select true as here, ${[...keys, ...values, ordinal].join(", ")} from read_parquet(${sqlText(join(place.folder, `${name}.parquet`))})`;
  };
  const same = [...matchOn.map((_, index) => `b.k${index} is not distinct from a.k${index}`), "b.ordinal = a.ordinal"];
  const differs = columns.map((column) => `b."${column}" is distinct from a."${column}"`);
  const isBoth = "b.here and a.here";
  return [
    `select count(*) filter (where b.here is null) as added, count(*) filter (where a.here is null) as gone,`,
    `count(*) filter (where ${isBoth} and (${differs.length === 0 ? "false" : differs.join(" or ")})) as changed`,
    ...columns.map((column, index) => `, count(*) filter (where ${isBoth} and ${differs[index]}) as "in_${column}"`),
    `from (${side(before)}) as b full join (${side(after)}) as a on ${same.join(" and ")}`,
  ].join("\n");
}

async function compareChildren(database: Database, before: LoadPlace, after: LoadPlace) {
  const [row = {}] = await database.rows(
    `select count(*) filter (where b.person_id is not null) as before, count(*) filter (where a.person_id is not null) as after,
       count(*) filter (where b.person_id is null) as added, count(*) filter (where a.person_id is null) as gone
     from (${childrenSql(before)}) as b full join (${childrenSql(after)}) as a on a.person_id = b.person_id`,
  );
  return {
    childrenBefore: Number(row.before ?? 0),
    childrenAfter: Number(row.after ?? 0),
    childrenAdded: Number(row.added ?? 0),
    childrenGone: Number(row.gone ?? 0),
  };
}

/** Every child any table of a load names. */
function childrenSql(place: LoadPlace): string {
  const selects = tablesOf(place)
    .filter((name) => place.manifest.tables[name]?.columns.includes("person_id"))
    .map((name) => `select person_id from read_parquet(${sqlText(join(place.folder, `${name}.parquet`))})`);
  if (selects.length === 0) return "select null::varchar as person_id where false";
  return `select distinct person_id from (${selects.join(" union all ")}) where person_id is not null`;
}
