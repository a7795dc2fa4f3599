/** Reports what was wrong with the values of an entry's rows, each cell once however many entries read it. */
import type { IssueLog } from "../issue-log.ts";
import { quoted } from "../sql-text.ts";
import type { CompiledColumn } from "./column.ts";
import { type Dictionary, dictionaryOf } from "./dictionaries.ts";
import { type Entry, textsSql } from "./entry.ts";

/** Which rows of a column have been reported on already, by the conditions of the entries that did. */
export type Reported = Map<string, string[]>;

/** Where required fields are blank: an error for each row. */
export async function reportBlanks(
  entry: Entry,
  required: readonly CompiledColumn[],
  log: IssueLog,
  reported: Reported,
): Promise<void> {
  for (const { field, text, sources } of required) {
    const fresh = claim(reported, `${entry.from} ${text} blank`, entry.when);
    if (fresh === null) continue;
    const column = sources[0] ?? field;
    const select = `select _file, _sheet, _row from (${textsSql(entry, fresh)}) where ${quoted(field)} is null`;
    await log.addSelected("ROW_WITHOUT_KEY", select, { column, table: entry.table.name }, { column });
  }
}

/** What the readings had to say, row by row; graver where a row was refused for it. */
export async function reportSpellings(
  entry: Entry,
  dictionaries: ReadonlyMap<string, Dictionary>,
  log: IssueLog,
  reported: Reported,
): Promise<void> {
  for (const column of entry.columns) {
    if (column.reading === undefined) continue;
    const dictionary = dictionaryOf(dictionaries, column.reading.key, column.type);
    if (dictionary.issues.length === 0) continue;
    const what = `${entry.from} ${column.text} ${column.reading.key}`;
    const refused = column.required ? claim(reported, `${what} refused`, entry.when) : null;
    const kept = claim(reported, what, entry.when);
    const selects = [
      ...(refused === null ? [] : [faultySql(entry, column, dictionary, { fresh: refused, isRefused: true })]),
      ...(kept === null ? [] : [faultySql(entry, column, dictionary, { fresh: kept, isRefused: false })]),
    ];
    if (selects.length === 0) continue;
    const fill = { column: column.sources[0] ?? column.field, table: entry.table.name };
    await log.addRead(selects.join(" union all "), dictionary.issues, fill);
  }
}

type Which = { readonly fresh: string; readonly isRefused: boolean };

/** Rows whose spelling has something to say: those a missing value costs, or those kept all the same. */
function faultySql(entry: Entry, { field, required }: CompiledColumn, { table }: Dictionary, which: Which): string {
  const value = required ? `and reading.value ${which.isRefused ? "is null" : "is not null"}` : "";
  return `select _file, _sheet, _row, reading.issue, reading.class, ${which.isRefused} as refused
    from (${textsSql(entry, which.fresh)}) as row_text
    join ${table} as reading on reading.text = row_text.${quoted(field)}
    where reading.issue is not null ${value}`;
}

/** The condition for rows not reported on before, which now count as reported; `null` when all were. */
function claim(reported: Reported, what: string, when: string): string | null {
  const before = reported.get(what) ?? [];
  if (before.includes("true") || before.includes(when)) return null;
  reported.set(what, [...before, when]);
  return ["true", ...before.map((condition) => `not coalesce(${condition}, false)`)].join(" and ");
}
