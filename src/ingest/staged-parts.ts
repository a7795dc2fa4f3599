/** The parts staged tables are made of: each file's rows lie in a table of their own, and a staged table is the view over its parts. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "../warehouse/database.ts";
import { quoted } from "./sql-text.ts";

export type Part = {
  /** Its table in the schema `part`. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Set when rows are numbered by their place from `firstRow`, and all are of one file. */
  readonly placed?: { readonly file: string; readonly firstRow: number };
  /** The file of the first row written, where rows carry their own source. */
  readonly firstFile?: () => string | undefined;
};

export type StagedParts = {
  /** A name for a new part of a table. */
  nameFor(table: string): string;
  /** Makes an empty part with columns for the source of each row. */
  create(table: string, columns: readonly string[]): Promise<string>;
  /** Takes a part into its table's view. Table names differing only in case are one table. */
  add(table: string, part: Part): Promise<void>;
  /** Every table with its parts. */
  all(): ReadonlyMap<string, readonly Part[]>;
};

/** An empty set of parts in a database that has the schemas `part` and `staged`. */
export function openParts(connection: DuckDBConnection): StagedParts {
  const parts = new Map<string, Part[]>();
  let made = 0;
  const nameFor = (table: string) => `${table} ${++made}`;
  return {
    nameFor,
    async create(table, columns) {
      const name = nameFor(table);
      const declared = [
        "_file varchar",
        "_sheet varchar",
        "_row bigint",
        ...columns.map((each) => `${quoted(each)} varchar`),
      ];
      await connection.run(`create table part.${quoted(name)} (${declared.join(", ")})`);
      return name;
    },
    async add(table, part) {
      const known = [...parts.keys()].find((name) => name.toLowerCase() === table.toLowerCase()) ?? table;
      const list = [...(parts.get(known) ?? []), part];
      parts.set(known, list);
      await connection.run(viewSql(known, list));
    },
    all: () => parts,
  };
}

/** Every column any part has, in the order first seen; names differing only in case are one. */
export function columnsOf(parts: readonly Part[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const { columns } of parts)
    for (const column of columns) if (!seen.has(column.toLowerCase())) seen.set(column.toLowerCase(), column);
  return [...seen.values()];
}

function viewSql(table: string, parts: readonly Part[]): string {
  const columns = columnsOf(parts);
  const selects = parts.map((part) => {
    const has = new Set(part.columns.map((column) => column.toLowerCase()));
    // A part filled in one go keeps the file's order, so a row's place is its number.
    const source = part.placed
      ? `${sqlText(part.placed.file)} as _file, null::varchar as _sheet, rowid + ${part.placed.firstRow} as _row`
      : "_file, _sheet, _row";
    const cells = columns.map((column) =>
      has.has(column.toLowerCase()) ? quoted(column) : `null::varchar as ${quoted(column)}`,
    );
    return `select ${[source, ...cells].join(", ")} from part.${quoted(part.name)}`;
  });
  return `create or replace view staged.${quoted(table)} as\n${selects.join("\nunion all ")}`;
}
