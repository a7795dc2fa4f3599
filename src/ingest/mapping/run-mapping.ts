/** Runs a mapping: staged text in, typed canonical rows (`mapped.<table>`, shown as `draft.<table>`) and issues out. */
import type { CanonicalTable } from "../../domain/tables/table.ts";
import type { IssueLog } from "../issue-log.ts";
import { quoted } from "../sql-text.ts";
import type { StagingDatabase } from "../staging.ts";
import { type ColumnContext, fillIn } from "./column.ts";
import { type Dictionary, makeDictionaries, SQL_TYPES } from "./dictionaries.ts";
import { compileEntry, type Entry, spellingsOf, textsSql, typedSql } from "./entry.ts";
import type { MappingFile } from "./read-mapping.ts";
import { reportColumns } from "./report-columns.ts";
import { type Reported, reportBlanks, reportSpellings } from "./report-rows.ts";
import type { ReturnMapping } from "./schema.ts";
import { settleKeys } from "./settle-keys.ts";

export type MappedTable = {
  readonly table: CanonicalTable;
  readonly rows: number;
  /** Fields the files could fill. */
  readonly columns: readonly string[];
};

/** Fills the canonical tables. The reader's staging is finished; the preparing SQL runs first. */
export async function runMapping(
  staging: StagingDatabase,
  { mapping, prepare }: Pick<MappingFile, "mapping" | "prepare">,
  context: ColumnContext,
  log: IssueLog,
): Promise<readonly MappedTable[]> {
  const given = staging.columns();
  reportColumns(mapping, staging.given(), log.add);
  for (const [table, { columns, optional }] of Object.entries(mapping.tables))
    await staging.ensure(table, [...columns, ...optional]);
  for (const { sql } of prepare) await staging.run(fillIn(sql, context));
  const entries = entriesWithRows(staging, mapping, context);
  const dictionaries = await makeDictionaries(staging, entries.flatMap(spellingsOf));
  await staging.run("create schema if not exists mapped");
  const reported: Reported = new Map();
  for (const entry of entries) await insertRows(staging, entry, dictionaries, log, reported);
  const mapped: MappedTable[] = [];
  for (const [table, of] of Map.groupBy(entries, (entry) => entry.table)) {
    const rows = await finishTable(staging, table, of, log);
    if (rows > 0) mapped.push({ table, rows, columns: suppliedColumns(table, of, mapping, given) });
  }
  return mapped;
}

/** Tables of which no file was given have nothing to say; those made by preparing steps may. */
function entriesWithRows(staging: StagingDatabase, mapping: ReturnMapping, context: ColumnContext): readonly Entry[] {
  const filled = new Set(
    staging.given().flatMap(({ table, file }) => (file === undefined ? [] : [table.toLowerCase()])),
  );
  return mapping.rows
    .map((rows, ordinal) => compileEntry(rows, ordinal, context))
    .filter(({ from }) => filled.has(from.toLowerCase()) || !(from in mapping.tables));
}

async function insertRows(
  staging: StagingDatabase,
  entry: Entry,
  dictionaries: ReadonlyMap<string, Dictionary>,
  log: IssueLog,
  reported: Reported,
): Promise<void> {
  await staging.run(tableSql(entry.table));
  const required = entry.columns.filter((column) => column.required && column.parts === undefined);
  const fields = entry.columns.map(({ field }) => quoted(field)).join(", ");
  const whole = [String(entry.kept), ...required.map(({ field }) => `${quoted(field)} is not null`)].join(" and ");
  const result = await staging.connection.run(
    `insert into mapped.${quoted(entry.table.name)} (_file, _sheet, _row, _entry, ${fields})
     select _file, _sheet, _row, _entry, ${fields} from (${typedSql(entry, dictionaries)}) where ${whole}`,
  );
  if (!entry.reported) return;
  const given = await countOf(staging, entry.when === "true" ? `staged.${quoted(entry.from)}` : `(${textsSql(entry)})`);
  if (given > result.rowsChanged) await reportBlanks(entry, required, log, reported);
  await reportSpellings(entry, dictionaries, log, reported);
}

function tableSql(table: CanonicalTable): string {
  const fields = Object.entries(table.fields).map(([name, { type }]) => `${quoted(name)} ${SQL_TYPES[type]}`);
  return `create table if not exists mapped.${quoted(table.name)} (_file varchar, _sheet varchar, _row bigint, _entry integer, ${fields.join(", ")})`;
}

/** Makes keys unique, then shows the table as `draft.<table>` with its provenance. Returns how many rows it has. */
async function finishTable(
  staging: StagingDatabase,
  table: CanonicalTable,
  entries: readonly Entry[],
  log: IssueLog,
): Promise<number> {
  const madeKey = entries.some(({ columns }) => columns.some(({ field, made }) => made && table.key.includes(field)));
  const silent = entries.filter(({ distinct }) => distinct).map(({ ordinal }) => ordinal);
  await settleKeys(staging, table, { madeKey, silent, log });
  const fields = Object.keys(table.fields).map(quoted).join(", ");
  await staging.run(
    `create or replace view draft.${quoted(table.name)} as
     select case when _sheet is null then _file else concat(_file, '#', _sheet) end as source_file, _row as source_row, ${fields}
     from mapped.${quoted(table.name)}`,
  );
  return countOf(staging, `mapped.${quoted(table.name)}`);
}

/** The fields the files could fill: a column left out of every file supplies nothing. */
function suppliedColumns(
  table: CanonicalTable,
  entries: readonly Entry[],
  mapping: ReturnMapping,
  given: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const supplied = new Set<string>();
  const inAnyFile = folded([...given.values()].flat());
  const described = folded(Object.values(mapping.tables).flatMap(({ columns, optional }) => [...columns, ...optional]));
  for (const { columns, from } of entries) {
    // A table made by a preparing step holds the columns of the files it was made of, and what the step itself worked out.
    const own = from in mapping.tables ? folded(given.get(from) ?? []) : null;
    const holds = (source: string): boolean => {
      const name = source.toLowerCase();
      if (own !== null) return name.startsWith("_") || own.has(name);
      return inAnyFile.has(name) || !described.has(name);
    };
    for (const { field, sources, anySource } of columns)
      if (anySource && sources.length > 0 ? sources.some(holds) : sources.every(holds)) supplied.add(field);
  }
  return Object.keys(table.fields).filter((field) => supplied.has(field));
}

function folded(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}

async function countOf(staging: StagingDatabase, relation: string): Promise<number> {
  const [counted] = await staging.rows(`select count(*)::integer as rows from ${relation}`);
  return Number(counted?.rows ?? 0);
}
