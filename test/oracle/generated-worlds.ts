/** Generated worlds both ways at once: as one DuckDB database for the engine and as plain arrays for the oracle. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { IsoDate } from "../../src/domain/dates.ts";
import type { Measure } from "../../src/domain/measure.ts";
import { TABLES } from "../../src/domain/tables/index.ts";
import { buildWorld } from "../../src/engine/example-world.ts";
import { type Catalogue, readCatalogue } from "../../src/measures/catalogue.ts";
import { readBankHolidays } from "../../src/warehouse/bank-holidays.ts";
import type { Database } from "../../src/warehouse/database.ts";
import { generateTables, type Tables } from "./generate/generate.ts";
import { gatherWords } from "./generate/words.ts";
import { languageMeasures } from "./language-measures.ts";
import { MODEL } from "./model/index.ts";
import { type Row, type Value, type World, worldOf } from "./world.ts";

export type GeneratedWorlds = {
  readonly catalogue: Catalogue;
  /** The catalogue's and those made up for the proof. */
  readonly measures: readonly Measure[];
  readonly database: Database;
  readonly worlds: readonly World[];
  /** Views the oracle has no twin of; their rows are DuckDB's. */
  readonly taken: readonly string[];
};

/** One authority for each seed, named after it so that a failure tells the seed. */
export async function generateWorlds(seeds: readonly number[]): Promise<GeneratedWorlds> {
  const catalogue = readCatalogue(["catalogue"]);
  const measures = [...catalogue.measures.values()];
  const holidays = readBankHolidays("catalogue/reference/bank-holidays.csv");
  const words = gatherWords(measures, viewTexts(catalogue));
  const generated = new Map(
    seeds.map((seed) => [`seed ${seed}`, generateTables(seed, `seed ${seed}`, { words, measures })]),
  );
  const database = await buildWorld(
    new Map([...generated].map(([authority, tables]) => [authority, written(tables)])),
    catalogue.views,
    holidays,
  );
  const taken = catalogue.views.map(({ name }) => name).filter((name) => !(name in MODEL));
  const derived = new Map<string, readonly Row[]>();
  for (const view of taken) derived.set(view, await rowsOfView(database, view));
  const worlds = [...generated].map(([authority, tables]) =>
    worldOf({
      authority,
      holidays: new Set<IsoDate>(holidays),
      tables: placed(tables),
      views: MODEL,
      taken: (view) => (derived.get(view) ?? []).filter((row) => row.authority === authority),
    }),
  );
  return { catalogue, measures: [...measures, ...languageMeasures(catalogue.schema)], database, worlds, taken };
}

/** A view's rows as DuckDB derives them, dates as ISO text. */
export async function rowsOfView(database: Database, view: string): Promise<readonly Row[]> {
  const rows = await database.rows(`select * from "${view}"`);
  return rows as readonly Row[];
}

function viewTexts({ views }: Catalogue): readonly string[] {
  return views.map(({ name }) => readFileSync(join("catalogue/model", `${name}.sql`), "utf8"));
}

/** Cells as the tables take them: text, an empty cell left out. */
function written(tables: Tables): Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> {
  return Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
        ),
      ),
    ]),
  );
}

/** Every column of every table, the order of the rows as their place in the file. */
function placed(tables: Tables): Tables {
  return Object.fromEntries(
    TABLES.map(({ name, fields }) => [
      name,
      (tables[name] ?? []).map((row, index): Row => {
        const cells = Object.keys(fields).map((column): readonly [string, Value] => [column, row[column] ?? null]);
        return { ...Object.fromEntries(cells), source_row: index + 2 };
      }),
    ]),
  );
}
