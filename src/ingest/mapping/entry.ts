/** One kind of canonical row of a mapping, compiled: where its texts come from and, with the dictionaries, its typed rows as SQL. */
import { tableNamed } from "../../domain/tables/index.ts";
import type { CanonicalTable } from "../../domain/tables/table.ts";
import { quoted } from "../sql-text.ts";
import { type ColumnContext, type CompiledColumn, compileColumn, fillIn } from "./column.ts";
import { type Dictionary, dictionaryOf, type SpellingSource, SQL_TYPES } from "./dictionaries.ts";
import type { RowsSpec } from "./schema.ts";

export type Entry = {
  readonly ordinal: number;
  readonly table: CanonicalTable;
  readonly from: string;
  /** SQL for which rows of the source it takes; "true" for all. */
  readonly when: string;
  /** SELECT of _file, _sheet, _row and each field's text, of all rows of the source. */
  readonly source: string;
  readonly columns: readonly CompiledColumn[];
  readonly distinct: boolean;
  readonly kept: boolean;
  readonly reported: boolean;
};

/** Compiles an entry; `ordinal` is its place in the mapping, by which earlier entries are believed first. */
export function compileEntry(rows: RowsSpec, ordinal: number, context: ColumnContext): Entry {
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
    when: whenSql(rows.when, context),
    source: `select _file, _sheet, _row, ${texts.join(", ")} from staged.${quoted(rows.from)}`,
    columns,
    distinct: rows.distinct === true,
    kept: rows.kept !== false,
    reported: rows.reported !== false,
  };
}

/** The texts of the rows an entry takes, or of those of them that meet a condition too. */
export function textsSql({ source, when }: Entry, condition = "true"): string {
  return `${source} where ${when} and ${condition}`;
}

/** Spellings of the whole source, not only of the rows taken: columns several entries use are then read once. */
export function spellingsOf(entry: Entry): readonly SpellingSource[] {
  return entry.columns.flatMap(({ reading, type, text }) =>
    reading === undefined
      ? []
      : [{ ...reading, type, select: `select ${text} as text from staged.${quoted(entry.from)}` }],
  );
}

/** The typed rows of an entry, whatever is missing in them. */
export function typedSql(entry: Entry, dictionaries: ReadonlyMap<string, Dictionary>): string {
  const joins: string[] = [];
  const values = entry.columns.map((column) => {
    const { field, reading, type, constant, parts } = column;
    const text = `row_text.${quoted(field)}`;
    if (parts !== undefined) return `${joinedSql(entry, field, parts)} as ${quoted(field)}`;
    if (reading === undefined) {
      const isPlain = type === "text" || !constant;
      return `${isPlain ? text : `cast(nullif(${text}, '') as ${SQL_TYPES[type]})`} as ${quoted(field)}`;
    }
    const name = quoted(`read ${field}`);
    joins.push(`left join ${dictionaryOf(dictionaries, reading.key, type).table} as ${name} on ${name}.text = ${text}`);
    return `${name}.value as ${quoted(field)}`;
  });
  return `select _file, _sheet, _row, ${entry.ordinal} as _entry, ${values.join(", ")} from (${textsSql(entry)}) as row_text ${joins.join(" ")}`;
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

function whenSql(when: RowsSpec["when"], context: ColumnContext): string {
  if (when === undefined) return "true";
  if (typeof when === "object" && "sql" in when) return `(${fillIn(when.sql, context)})`;
  return [when]
    .flat()
    .map((column) => `${quoted(column)} is not null`)
    .join(" and ");
}
