/** One column of a mapping as SQL over the staged text, and how its spellings are read. */
import type { Field } from "../../domain/tables/table.ts";
import { sqlText } from "../../warehouse/database.ts";
import { foldName } from "../formats/csv-header.ts";
import { quoted } from "../sql-text.ts";
import { readDate } from "./read-date.ts";
import { readNumber } from "./read-number.ts";
import { readYesNo } from "./read-yes-no.ts";
import type { ReadCode, Reader, Reading } from "./reading.ts";
import type { ColumnSpec } from "./schema.ts";

/** What the columns of one load are compiled with. */
export type ColumnContext = {
  /** Collection year, where the return has one. */
  readonly year: number | undefined;
  readonly asAt: string | undefined;
  /** The year's own codes, by list. */
  readonly codes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly readCode: ReadCode;
  /** Readings of the return's own reader, by name. */
  readonly readings: Readonly<Record<string, Reader>>;
};

export type CompiledColumn = {
  readonly field: string;
  readonly type: Field["type"];
  readonly required: boolean;
  /** SQL for the staged text. */
  readonly text: string;
  /** The staged columns it is made of; the first is named in issues. */
  readonly sources: readonly string[];
  /** `true` when one of the sources is enough to fill it. */
  readonly anySource?: true;
  /** How its spellings are read; absent for text kept as it stands and for constants. */
  readonly reading?: { readonly key: string; readonly read: Reader };
  /** `true` when the value is the same in every row. */
  readonly constant: boolean;
  /** `true` when ingest made the text up from several columns, as ids are. */
  readonly made: boolean;
  /** The pieces of a made text: SQL over the staged text, or another field's typed value. */
  readonly parts?: readonly ({ readonly sql: string } | { readonly field: string })[];
};

/** Compiles one column for the field it fills. */
export function compileColumn(name: string, spec: ColumnSpec, field: Field, context: ColumnContext): CompiledColumn {
  const base = { field: name, type: field.type, required: field.required };
  if ("value" in spec)
    return { ...base, text: sqlText(fillIn(spec.value, context)), sources: [], constant: true, made: false };
  if ("join" in spec) {
    const parts = spec.join.map((part) =>
      part.startsWith("$") ? { field: part.slice(1) } : { sql: partSql(part, context) },
    );
    const sources = spec.join.filter((part) => !/^[=$]/.test(part));
    return { ...base, text: "null", sources, constant: false, made: true, parts };
  }
  const reading = readingOf(spec, field, context);
  const shared = { ...base, constant: false, ...(reading === undefined ? {} : { reading }) };
  if ("sql" in spec)
    return {
      ...shared,
      text: `nullif(trim(cast((${fillIn(spec.sql, context)}) as varchar)), '')`,
      sources: spec.column === undefined ? [] : [spec.column],
      made: spec.column === undefined,
    };
  if ("first_of" in spec) {
    const text = `coalesce(${spec.first_of.map((part) => partSql(part, context)).join(", ")})`;
    const sources = spec.first_of.filter((part) => !part.startsWith("="));
    return { ...shared, text, sources, anySource: true, made: false };
  }
  const column = quoted(spec.from);
  const text = "part" in spec && spec.part ? `substr(${column}, ${spec.part[0]}, ${spec.part[1]})` : column;
  return { ...shared, text: `nullif(${text}, '')`, sources: [spec.from], made: false };
}

/** Fills `{year}`, `{last_year}` and `{as_at}` in a constant, literal part or piece of SQL. */
export function fillIn(text: string, { year, asAt }: Pick<ColumnContext, "year" | "asAt">): string {
  return text
    .replaceAll("{year}", year === undefined ? "" : String(year))
    .replaceAll("{last_year}", year === undefined ? "" : String(year - 1))
    .replaceAll("{as_at}", asAt ?? "");
}

function partSql(part: string, context: ColumnContext): string {
  return part.startsWith("=") ? sqlText(fillIn(part.slice(1), context)) : quoted(part);
}

type ReadSpec = Exclude<ColumnSpec, { value: string } | { join: string[] }>;

/** The reading of a column: its own values first, then what the field's type asks. Readings alike have one key and are made once. */
function readingOf(spec: ReadSpec, field: Field, context: ColumnContext): CompiledColumn["reading"] {
  const values = "values" in spec && spec.values ? spec.values : undefined;
  const list = ("codes" in spec ? spec.codes : undefined) ?? field.codes;
  if (values !== undefined) return { key: `values:${field.type}:${JSON.stringify(values)}`, read: readValues(values) };
  if ("reading" in spec && spec.reading !== undefined) {
    const read = context.readings[spec.reading];
    if (read === undefined) throw new Error(`The return's reader has no reading named "${spec.reading}".`);
    return { key: `reading:${field.type}:${spec.reading}`, read };
  }
  if (field.type === "date") return { key: "date", read: readDate };
  if (field.type === "boolean") return { key: "yes-no", read: readYesNo };
  if (list !== undefined) return { key: `code:${list}`, read: codeReader(list, context) };
  if (field.type !== "integer" && field.type !== "number") return undefined;
  const between = "between" in spec ? spec.between : undefined;
  const whole = field.type === "integer";
  return {
    key: `${field.type}:${JSON.stringify(between ?? null)}`,
    read: (text) => readNumber(text, { whole, ...(between ? { between } : {}) }),
  };
}

function readValues(values: Readonly<Record<string, string>>): Reader {
  const byFold = new Map(Object.entries(values).map(([spelling, value]) => [foldName(spelling), value]));
  return (text): Reading => {
    const value = byFold.get(foldName(text));
    return value === undefined
      ? { value: null, issue: "VALUE_UNKNOWN", valueClass: "value not expected" }
      : { value: value === "" ? null : value };
  };
}

function codeReader(list: string, { codes, readCode, year }: ColumnContext): Reader {
  const own = new Map(Object.entries(codes[list] ?? {}).map(([code, today]) => [code.toUpperCase(), today]));
  return (text) => {
    const today = own.get(text.trim().toUpperCase());
    return today === undefined ? readCode(list, text, year) : { value: today };
  };
}
