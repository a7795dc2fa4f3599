/** Runs a mapping: staged text in, typed canonical rows (`mapped.<table>`, shown as `draft.<table>`) and issues out. */
import { tableNamed } from "../../domain/tables/index.ts";
import type { CanonicalTable } from "../../domain/tables/table.ts";
import type { IssueLog } from "../issue-log.ts";
import { quoted } from "../sql-text.ts";
import type { StagingDatabase } from "../staging.ts";
import { type ColumnContext, type CompiledColumn, compileColumn, fillIn } from "./column.ts";
import { type Dictionary, dictionaryKey, makeDictionaries, SQL_TYPES } from "./dictionaries.ts";
import type { MappingFile } from "./read-mapping.ts";
import { reportColumns } from "./report-columns.ts";
import type { ReturnMapping, RowsSpec } from "./schema.ts";
import { settleKeys } from "./settle-keys.ts";

export type MappedTable = {
  readonly table: CanonicalTable;
  readonly rows: number;
  readonly columns: readonly string[];
};

/** One kind of canonical row, ready to run. */
type Entry = {
  readonly ordinal: number;
  readonly table: CanonicalTable;
  readonly from: string;
  /** SELECT of _file, _sheet, _row and each field's text. */
  readonly texts: string;
  readonly columns: readonly CompiledColumn[];
  readonly distinct: boolean;
  readonly kept: boolean;
  readonly reported: boolean;
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
  const filled = new Set(
    staging.given().flatMap(({ table, file }) => (file === undefined ? [] : [table.toLowerCase()])),
  );
  const entries = mapping.rows
    .map((rows, ordinal) => compileEntry(rows, ordinal, context))
    // Tables of which no file was given have nothing to say; those made by preparing steps may.
    .filter(({ from }) => filled.has(from.toLowerCase()) || !(from in mapping.tables));
  const dictionaries = await makeDictionaries(staging, entries.flatMap(spellingsOf));
  await staging.run("create schema if not exists mapped");
  const reported = new Set<string>();
  for (const entry of entries) {
    await staging.run(tableSql(entry.table));
    await insertRows(staging, entry, dictionaries, log, reported);
  }
  const tables = Map.groupBy(entries, (entry) => entry.table);
  const mapped: MappedTable[] = [];
  for (const [table, of] of tables) mapped.push(await finishTable(staging, table, of, mapping, given, log));
  return mapped.filter(({ rows }) => rows > 0);
}

function compileEntry(rows: RowsSpec, ordinal: number, context: ColumnContext): Entry {
  const table = tableNamed(rows.table);
  if (table === undefined) throw new Error(`${rows.table} is not a canonical table.`);
  const columns = Object.entries(rows.columns).map(([name, spec]) => {
    const field = table.fields[name];
    if (field === undefined) throw new Error(`${name} is not a field of ${table.name}.`);
    return compileColumn(name, spec, field, context);
  });
  const texts = columns.flatMap(({ text, field, parts }) => [
    `${text} as ${quoted(field)}`,
    ...(parts ?? []).flatMap((part, index) => ("sql" in part ? [`${part.sql} as ${quoted(`${field} ${index}`)}`] : [])),
  ]);
  return {
    ordinal,
    table,
    from: rows.from,
    columns,
    distinct: rows.distinct === true,
    kept: rows.kept !== false,
    reported: rows.reported !== false,
    texts: `select _file, _sheet, _row, ${texts.join(", ")} from staged.${quoted(rows.from)} where ${whenSql(rows.when, context)}`,
  };
}

function whenSql(when: RowsSpec["when"], context: ColumnContext): string {
  if (when === undefined) return "true";
  if (typeof when === "object" && "sql" in when) return `(${fillIn(when.sql, context)})`;
  return [when]
    .flat()
    .map((column) => `${quoted(column)} is not null`)
    .join(" and ");
}

/** Spellings of the whole table, not only of the rows an entry takes: columns used by several entries are then read once. */
function spellingsOf(entry: Entry) {
  return entry.columns.flatMap(({ reading, type, text }) =>
    reading === undefined
      ? []
      : [{ ...reading, type, select: `select ${text} as text from staged.${quoted(entry.from)}` }],
  );
}

function tableSql(table: CanonicalTable): string {
  const fields = Object.entries(table.fields).map(([name, { type }]) => `${quoted(name)} ${SQL_TYPES[type]}`);
  return `create table if not exists mapped.${quoted(table.name)} (_file varchar, _sheet varchar, _row bigint, _entry integer, ${fields.join(", ")})`;
}

/** The typed rows of an entry, whatever is missing in them. */
function typedSql(entry: Entry, dictionaries: ReadonlyMap<string, Dictionary>): string {
  const joins: string[] = [];
  const values = entry.columns.map(({ field, reading, type, constant, parts }) => {
    const text = `row_text.${quoted(field)}`;
    if (parts !== undefined) return `${joinedSql(entry, field, parts)} as ${quoted(field)}`;
    if (reading === undefined)
      return `${type === "text" || !constant ? text : `cast(nullif(${text}, '') as ${SQL_TYPES[type]})`} as ${quoted(field)}`;
    const { table } = dictionaryOf(dictionaries, { key: reading.key, type });
    const name = quoted(`read ${field}`);
    joins.push(`left join ${table} as ${name} on ${name}.text = ${text}`);
    return `${name}.value as ${quoted(field)}`;
  });
  return `select _file, _sheet, _row, ${entry.ordinal} as _entry, ${values.join(", ")} from (${entry.texts}) as row_text ${joins.join(" ")}`;
}

/** A made text: its parts with | between, blanks kept so that different rows cannot run together. */
function joinedSql(entry: Entry, field: string, parts: NonNullable<CompiledColumn["parts"]>): string {
  const pieces = parts.map((part, index) => {
    if ("sql" in part) return `row_text.${quoted(`${field} ${index}`)}`;
    const other = entry.columns.find((column) => column.field === part.field);
    if (other === undefined) throw new Error(`${entry.table.name} joins $${part.field}, which the row does not fill.`);
    return other.reading === undefined
      ? `row_text.${quoted(part.field)}`
      : `cast(${quoted(`read ${part.field}`)}.value as varchar)`;
  });
  return `concat_ws('|', ${pieces.map((piece) => `coalesce(${piece}, '')`).join(", ")})`;
}

async function insertRows(
  staging: StagingDatabase,
  entry: Entry,
  dictionaries: ReadonlyMap<string, Dictionary>,
  log: IssueLog,
  reported: Set<string>,
): Promise<void> {
  const required = entry.columns.filter((column) => column.required && column.parts === undefined);
  const fields = entry.columns.map(({ field }) => quoted(field)).join(", ");
  const kept = ["true", ...required.map(({ field }) => `${quoted(field)} is not null`)].join(" and ");
  const result = await staging.connection.run(
    `insert into mapped.${quoted(entry.table.name)} (_file, _sheet, _row, _entry, ${fields})
     select _file, _sheet, _row, _entry, ${fields} from (${typedSql(entry, dictionaries)}) where ${kept} and ${entry.kept}`,
  );
  if (!entry.reported) return;
  const [{ given }] = (await staging.rows(`select count(*)::integer as given from (${entry.texts})`)) as [
    { given: number },
  ];
  if (Number(given) > result.rowsChanged) await reportRefused(entry, required, log, reported);
  await reportSpellings(entry, dictionaries, log, reported);
}

/** Blank where a row cannot do without: an error for the row. */
async function reportRefused(entry: Entry, required: readonly CompiledColumn[], log: IssueLog, reported: Set<string>) {
  for (const { field, text, sources } of required) {
    const column = sources[0] ?? field;
    if (isReported(reported, `blank ${entry.from} ${text}`)) continue;
    const select = `select _file, _sheet, _row from (${entry.texts}) where ${quoted(field)} is null`;
    await log.addSelected("ROW_WITHOUT_KEY", select, { column, table: entry.table.name }, { column });
  }
}

/** What the readings had to say, row by row; graver where the row was refused for it. */
async function reportSpellings(
  entry: Entry,
  dictionaries: ReadonlyMap<string, Dictionary>,
  log: IssueLog,
  reported: Set<string>,
) {
  for (const { field, reading, type, sources, text, required } of entry.columns) {
    if (reading === undefined) continue;
    const { table, issues } = dictionaryOf(dictionaries, { key: reading.key, type });
    if (issues.length === 0 || isReported(reported, `${entry.from} ${text} ${reading.key}`)) continue;
    const column = sources[0] ?? field;
    for (const { code, valueClass } of issues) {
      const select = `select _file, _sheet, _row from (${entry.texts}) as row_text join ${table} as reading on reading.text = row_text.${quoted(field)}
        where reading.issue = '${code}' and reading.class is not distinct from ${valueClass === null ? "null" : `'${valueClass}'`}`;
      const refuses = `${select} and reading.value is null`;
      if (required)
        await log.addSelected(
          code,
          refuses,
          { column, table: entry.table.name },
          { column, valueClass, severity: "error" },
        );
      const keeps = required ? `${select} and reading.value is not null` : select;
      await log.addSelected(code, keeps, { column, table: entry.table.name }, { column, valueClass });
    }
  }
}

function isReported(reported: Set<string>, what: string): boolean {
  if (reported.has(what)) return true;
  reported.add(what);
  return false;
}

/** Makes keys unique, then shows the table as `draft.<table>` with its provenance. */
async function finishTable(
  staging: StagingDatabase,
  table: CanonicalTable,
  entries: readonly Entry[],
  mapping: ReturnMapping,
  given: ReadonlyMap<string, readonly string[]>,
  log: IssueLog,
): Promise<MappedTable> {
  const madeKey = entries.some(({ columns }) => columns.some(({ field, made }) => made && table.key.includes(field)));
  const silent = entries.filter(({ distinct }) => distinct).map(({ ordinal }) => ordinal);
  await settleKeys(staging, table, { madeKey, silent, log });
  const fields = Object.keys(table.fields).map(quoted).join(", ");
  await staging.run(
    `create or replace view draft.${quoted(table.name)} as
     select case when _sheet is null then _file else concat(_file, '#', _sheet) end as source_file, _row as source_row, ${fields}
     from mapped.${quoted(table.name)}`,
  );
  const [{ rows }] = (await staging.rows(`select count(*)::integer as rows from mapped.${quoted(table.name)}`)) as [
    { rows: number },
  ];
  return { table, rows: Number(rows), columns: suppliedColumns(table, entries, mapping, given) };
}

/** The fields the files could fill: a column left out of every file supplies nothing. */
function suppliedColumns(
  table: CanonicalTable,
  entries: readonly Entry[],
  mapping: ReturnMapping,
  given: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const has = new Map(
    [...given].map(([name, columns]) => [name, new Set(columns.map((column) => column.toLowerCase()))]),
  );
  const supplied = new Set<string>();
  for (const { columns, from } of entries) {
    // A table made by a preparing step is taken to hold all its columns.
    const known = from in mapping.tables ? (has.get(from) ?? new Set<string>()) : null;
    for (const { field, sources } of columns)
      if (
        known === null ||
        (known.size > 0 && sources.every((source) => source.startsWith("_") || known.has(source.toLowerCase())))
      )
        supplied.add(field);
  }
  return Object.keys(table.fields).filter((field) => supplied.has(field));
}

function dictionaryOf(
  dictionaries: ReadonlyMap<string, Dictionary>,
  key: Parameters<typeof dictionaryKey>[0],
): Dictionary {
  const found = dictionaries.get(dictionaryKey(key));
  if (found === undefined) throw new Error(`No dictionary was made for ${dictionaryKey(key)}.`);
  return found;
}
