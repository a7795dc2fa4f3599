/** Reads each distinct spelling once and keeps the readings as DuckDB tables, to be joined back to every row that has the spelling. */
import type { Field } from "../../domain/tables/table.ts";
import type { IssueCode } from "../issue-codes.ts";
import { quoted } from "../sql-text.ts";
import type { StagingDatabase } from "../staging.ts";
import type { Reader } from "./reading.ts";

/** A place spellings come from: SQL that selects one column of text. */
export type SpellingSource = {
  readonly key: string;
  readonly type: Field["type"];
  readonly read: Reader;
  readonly select: string;
};

export type Dictionary = {
  /** Table with text, value (typed), issue and class. */
  readonly table: string;
  /** The issues any of its spellings gave. */
  readonly issues: readonly { readonly code: IssueCode; readonly valueClass: string | null }[];
};

export const SQL_TYPES: Readonly<Record<Field["type"], string>> = {
  text: "varchar",
  code: "varchar",
  date: "date",
  integer: "bigint",
  number: "double",
  boolean: "boolean",
};

/** Makes one dictionary for each key and type; `dictionaryOf` finds it again. */
export async function makeDictionaries(
  staging: StagingDatabase,
  sources: readonly SpellingSource[],
): Promise<ReadonlyMap<string, Dictionary>> {
  await staging.run("create schema if not exists dictionary");
  const groups = Map.groupBy(sources, (source) => dictionaryKey(source));
  const made = new Map<string, Dictionary>();
  for (const [key, group] of groups) {
    const first = group[0];
    if (first === undefined) continue;
    const selects = [...new Set(group.map(({ select }) => select))];
    made.set(key, await makeDictionary(staging, `${made.size + 1}`, first, selects));
  }
  return made;
}

/** One name for a reading and the type it yields. */
function dictionaryKey({ key, type }: { readonly key: string; readonly type: Field["type"] }): string {
  return `${type} ${key}`;
}

async function makeDictionary(
  staging: StagingDatabase,
  name: string,
  { type, read }: SpellingSource,
  selects: readonly string[],
): Promise<Dictionary> {
  const { connection } = staging;
  await connection.run(
    `create table dictionary.${quoted(`${name} text`)} (text varchar, value varchar, issue varchar, class varchar)`,
  );
  const appender = await connection.createAppender(`${name} text`, "dictionary");
  const issues = new Map<string, Dictionary["issues"][number]>();
  // Read whole before appending: a connection holds one running result at a time.
  const distinct = await connection.runAndReadAll(
    `select distinct text from (${selects.join(" union all ")}) where text is not null`,
  );
  for (const text of distinct.getColumns()[0] ?? []) {
    const { value, issue, valueClass } = read(String(text));
    for (const cell of [String(text), value, issue, valueClass])
      cell === null || cell === undefined ? appender.appendNull() : appender.appendVarchar(cell);
    appender.endRow();
    if (issue !== undefined) issues.set(`${issue} ${valueClass}`, { code: issue, valueClass: valueClass ?? null });
  }
  appender.closeSync();
  await connection.run(
    `create table dictionary.${quoted(name)} as
     select text, cast(value as ${SQL_TYPES[type]}) as value, issue, class from dictionary.${quoted(`${name} text`)};
     drop table dictionary.${quoted(`${name} text`)}`,
  );
  return { table: `dictionary.${quoted(name)}`, issues: [...issues.values()] };
}

/** The dictionary of a reading and type; every one an entry uses has been made. */
export function dictionaryOf(
  dictionaries: ReadonlyMap<string, Dictionary>,
  key: string,
  type: Field["type"],
): Dictionary {
  const found = dictionaries.get(dictionaryKey({ key, type }));
  if (found === undefined) throw new Error(`No dictionary was made for ${key} as ${type}.`);
  return found;
}
