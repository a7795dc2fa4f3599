/** Reads one golden case through ingest and writes down everything that came of it, in an order that does not change. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableNamed } from "../../src/domain/tables/index.ts";
import { readReturn } from "../../src/ingest/read-return.ts";
import type { DraftLoad } from "../../src/warehouse/draft-load.ts";

/** Files of a case that are not input: what is expected, and what the person said besides naming the files. */
const NOT_INPUT = new Set(["expected.json", "options.json", "README.md"]);

type Row = Readonly<Record<string, unknown>>;

/** A draft as a golden file holds it: blank fields left out, words of issues left out. */
export type GoldenDraft = {
  readonly return: string;
  readonly year?: number;
  readonly asAt?: string;
  readonly repeats: string;
  readonly refused: boolean;
  readonly rowsRead: number;
  readonly rowsRefused: number;
  readonly tables: Readonly<Record<string, { readonly columns: readonly string[]; readonly rows: readonly Row[] }>>;
  readonly issues: readonly Row[];
};

export type GoldenCase = {
  readonly drafts: readonly GoldenDraft[];
  /** Every message and remedy, to be searched for what must not be in them. */
  readonly words: readonly string[];
  /** Every value of a personal field that was kept. */
  readonly personal: readonly string[];
};

/** Reads the input files of a folder; `options.json` beside them holds return, year, asAt and kind where a person would say so. */
export async function readCase(folder: string): Promise<GoldenCase> {
  const names = readdirSync(folder).sort();
  const inputs = names.filter((name) => !NOT_INPUT.has(name)).map((name) => join(folder, name));
  const asked = names.includes("options.json") ? JSON.parse(readFileSync(join(folder, "options.json"), "utf8")) : {};
  const workDir = mkdtempSync(join(tmpdir(), "waymark-golden-"));
  const drafts = await readReturn(inputs, { authority: "Wexcombe", catalogueDir: "catalogue", workDir, ...asked });
  try {
    const golden: GoldenDraft[] = [];
    const personal: string[] = [];
    for (const draft of drafts) golden.push(await writeDown(draft, personal));
    return {
      drafts: golden,
      words: drafts.flatMap(({ issues }) => issues.flatMap((i) => [i.message, i.remedy])),
      personal,
    };
  } finally {
    for (const draft of drafts) await draft.close();
    rmSync(workDir, { recursive: true, force: true });
  }
}

async function writeDown(draft: DraftLoad, personal: string[]): Promise<GoldenDraft> {
  const tables: Record<string, GoldenDraft["tables"][string]> = {};
  for (const [name, { columns }] of Object.entries(draft.tables)) {
    const table = tableNamed(name);
    const read = await draft.connection.runAndReadAll(`select * from ${draft.schema}."${name}"`);
    const whole = Object.entries(table?.fields ?? {}).flatMap(([field, { type }]) =>
      type === "integer" ? [field] : [],
    );
    const plain = plainRow(new Set(["source_row", ...whole]));
    const rows = read
      .getRowObjectsJson()
      .map(plain)
      .sort(byText(table?.key ?? []));
    for (const [field, { personal: isPersonal }] of Object.entries(table?.fields ?? {}))
      if (isPersonal) personal.push(...rows.flatMap((row) => (row[field] === undefined ? [] : [String(row[field])])));
    tables[name] = { columns, rows };
  }
  const issues = draft.issues.map(({ message: _message, remedy: _remedy, ...place }) => place as Row);
  return {
    return: draft.returnId,
    ...(draft.year === undefined ? {} : { year: draft.year }),
    ...(draft.asAt === undefined ? {} : { asAt: draft.asAt }),
    repeats: draft.repeats,
    refused: draft.refused,
    rowsRead: draft.rowsRead,
    rowsRefused: draft.rowsRefused,
    tables,
    issues,
  };
}

/** Blank fields left out; whole numbers, which DuckDB writes as text, as numbers. */
function plainRow(whole: ReadonlySet<string>): (row: Row) => Row {
  return (row) => {
    const filled = Object.entries(row).filter(([, value]) => value !== null);
    return Object.fromEntries(filled.map(([name, value]) => [name, whole.has(name) ? Number(value) : value]));
  };
}

function byText(key: readonly string[]): (a: Row, b: Row) => number {
  const text = (row: Row): string =>
    JSON.stringify([...key.map((field) => row[field]), row.source_file, row.source_row]);
  return (a, b) => (text(a) < text(b) ? -1 : 1);
}
