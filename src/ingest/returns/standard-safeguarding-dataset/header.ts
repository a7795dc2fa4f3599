/** Tells which table of the dataset a CSV file is of, by its header: with the four-letter prefix or without, in any case and order. */
import { foldName } from "../../formats/csv-header.ts";
import { ADMIN_TABLES, SSD_TABLES, type SsdTable } from "./tables.ts";

export type SsdHeader = {
  readonly table: string;
  /** The header's names as the specification writes them, where it knows them. */
  readonly names: readonly string[];
};

/** Share of the file's columns that must be the table's own, and of the table's columns that must be there: names with a prefix are no other's. */
const ENOUGH = { ofFile: 0.6, ofTableWithPrefix: 0, ofTableWithout: 0.75, ofTableNamed: 0.2 } as const;

type Candidate = { readonly table: string; readonly known: ReadonlyMap<string, string>; readonly isPrefixed: boolean };

const CANDIDATES: readonly Candidate[] = [
  ...Object.entries(SSD_TABLES).flatMap(([table, { prefix, fields }]) => [
    { table, known: foldedFields(fields), isPrefixed: true },
    { table, known: foldedFields(fields, prefix), isPrefixed: false },
  ]),
  ...Object.entries(ADMIN_TABLES).map(([table, fields]) => ({ table, known: foldedFields(fields), isPrefixed: false })),
];

/**
 * The table a header is of, or `null`. Fields without a prefix are shared between tables (person_id, start_date), and with our own
 * canonical tables, so that most of a table's must be there, unless the file is named for the table (ssd_person.csv).
 */
export function ssdHeader(names: readonly string[], fileName: string): SsdHeader | null {
  const folded = names.map(foldName);
  const named = tableOfFileName(fileName);
  let best: { readonly candidate: Candidate; readonly found: number; readonly isNamed: boolean } | null = null;
  for (const candidate of CANDIDATES) {
    const found = new Set(folded.filter((name) => candidate.known.has(name))).size;
    const isNamed = candidate.table === named;
    if (!isEnough(candidate, found, names.length, isNamed)) continue;
    if (best === null || found > best.found || (found === best.found && isNamed && !best.isNamed))
      best = { candidate, found, isNamed };
  }
  if (best === null) return null;
  const { table, known } = best.candidate;
  return { table, names: names.map((name, index) => known.get(folded[index] ?? "") ?? name) };
}

function isEnough({ known, isPrefixed }: Candidate, found: number, columns: number, isNamed: boolean): boolean {
  if (found < 2 || found / columns < ENOUGH.ofFile) return false;
  const least = isPrefixed ? ENOUGH.ofTableWithPrefix : isNamed ? ENOUGH.ofTableNamed : ENOUGH.ofTableWithout;
  return found / known.size >= least;
}

function foldedFields(fields: SsdTable["fields"], prefix = ""): ReadonlyMap<string, string> {
  return new Map(fields.map((field) => [foldName(prefix === "" ? field : field.slice(prefix.length + 1)), field]));
}

/** The table whose name the file bears: ssd_person.csv, SSD_Person_2025.csv. */
function tableOfFileName(fileName: string): string | undefined {
  const base = foldName((fileName.split(/[\\/]/).at(-1) ?? "").replace(/\.[a-z]+$/i, "")).replace(/\d+$/, "");
  return [...Object.keys(SSD_TABLES), ...Object.keys(ADMIN_TABLES)].find((table) => foldName(table) === base);
}
