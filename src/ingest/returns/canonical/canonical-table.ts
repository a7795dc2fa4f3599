/** Which canonical table a CSV file holds, by its header and, where the header does not decide, its name. */
import { basename } from "node:path";
import { TABLES } from "../../../domain/tables/index.ts";
import { type CanonicalTable, PROVENANCE } from "../../../domain/tables/table.ts";
import type { SourceFile } from "../../contract.ts";
import { foldName } from "../../formats/csv-header.ts";
import { eventFieldsOf } from "./local-event-file.ts";

/** Fields ingest makes when the file leaves them out. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  aggregate_input: ["area", "period_start", "period_end"],
};

/** At least this share of the file's columns must be the table's own, unless the file is named for the table. */
const ENOUGH = 0.6;

/** Columns a file of Waymark's own export has besides the fields. */
export const PROVENANCE_NAMES: readonly string[] = Object.keys(PROVENANCE);

/** The canonical table the header fits best; `null` when it fits none. Local events are told by `local-event-file.ts`. */
export function tableOfHeader(names: readonly string[], file: Pick<SourceFile, "name">): CanonicalTable | null {
  const present = new Set(names.filter((name) => name !== "").map(foldName));
  for (const name of PROVENANCE_NAMES) present.delete(foldName(name));
  const stem = foldName(basename(file.name).replace(/\.[^.]*$/, ""));
  let best: { readonly table: CanonicalTable; readonly score: number } | null = null;
  for (const table of TABLES) {
    if (!hasRequired(table, present)) continue;
    const own =
      table.name === "local_event"
        ? eventFieldsOf([...present]).size
        : Object.keys(table.fields).filter((field) => present.has(foldName(field))).length;
    const isNamed = stem === foldName(table.name);
    if (!isNamed && own / present.size < ENOUGH) continue;
    // The table whose fields the header covers best: most of its own columns known, then most of the table's fields there.
    const score = (isNamed ? 10 : 0) + own / present.size + own / Object.keys(table.fields).length / 10;
    if (score > (best?.score ?? 0)) best = { table, score };
  }
  return best?.table ?? null;
}

function hasRequired(table: CanonicalTable, present: ReadonlySet<string>): boolean {
  if (table.name === "local_event") return present.has("kind") && eventFieldsOf([...present]).size > 1;
  const made = MADE[table.name] ?? [];
  return Object.entries(table.fields).every(
    ([name, { required }]) => !required || made.includes(name) || present.has(foldName(name)),
  );
}
