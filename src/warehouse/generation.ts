/** Builds a generation: one read-only DuckDB file of current canonical tables, calendar and model views for one state of the loads. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { IsoDate } from "../domain/dates.ts";
import { AppError } from "../domain/errors.ts";
import { TABLES } from "../domain/tables/index.ts";
import { calendarSql } from "./calendar-sql.ts";
import { currentLoads } from "./current-loads.ts";
import type { DataFolder } from "./data-folder.ts";
import { type Database, openDatabase } from "./database.ts";
import { makeHoldings } from "./holdings-sql.ts";
import type { Manifest } from "./manifest.ts";
import { currentRowsSql } from "./merge-sql.ts";

/** A derived view as the warehouse needs it: a name and one select, given in the order they need each other. */
export type DerivedView = { readonly name: string; readonly sql: string };

export type GenerationSource = {
  readonly folder: DataFolder;
  readonly manifests: readonly Manifest[];
  readonly views: readonly DerivedView[];
  readonly holidays: readonly IsoDate[];
  readonly memoryLimit?: string;
  readonly report?: (done: number, total: number, what: string) => void;
};

/** Raise when the way a generation is made changes, so that old files are not taken for new. */
const BUILD = 3;
/** Generations kept beside the newest, for readers that still have them open. */
const KEPT = 3;

/** Names the state of loads, views and holidays; equal names mean equal content. */
export function generationId({
  manifests,
  views,
  holidays,
}: Pick<GenerationSource, "manifests" | "views" | "holidays">): string {
  const hash = createHash("sha256").update(String(BUILD));
  for (const load of currentLoads(manifests)) hash.update(load.id);
  for (const view of views) hash.update(view.sql);
  return hash.update(holidays.join()).digest("hex").slice(0, 20);
}

/** The path of the generation for this state, built first when it is not there. */
export async function ensureGeneration(
  source: GenerationSource,
): Promise<{ readonly id: string; readonly path: string }> {
  const id = generationId(source);
  const path = join(source.folder.generations, `${id}.duckdb`);
  if (existsSync(path)) return { id, path };
  mkdirSync(source.folder.generations, { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  rmSync(draft, { force: true });
  const database = await openDatabase(draft, {
    tempDirectory: source.folder.work,
    ...(source.memoryLimit === undefined ? {} : { memoryLimit: source.memoryLimit }),
  });
  try {
    await fillGeneration(database, source);
    await database.run("checkpoint");
    database.close();
    renameSync(draft, path);
  } catch (fault) {
    rmSync(draft, { force: true });
    throw fault;
  }
  forgetOldGenerations(source.folder, path);
  return { id, path };
}

async function fillGeneration(
  database: Database,
  { folder, manifests, views, holidays, report }: GenerationSource,
): Promise<void> {
  const loads = currentLoads(manifests);
  const total = TABLES.length + views.length;
  let done = 0;
  for (const statement of calendarSql(holidays)) await database.run(statement);
  for (const table of TABLES) {
    report?.(done++, total, table.name);
    const dates = Object.entries(table.fields).filter(([, field]) => field.type === "date");
    const order = [
      "authority",
      ...dates.slice(0, 1).map(([name]) => `"${name}"`),
      ...table.key.map((name) => `"${name}"`),
    ];
    await createNumbered(database, table.name, currentRowsSql(table, loads, folder), order.join(", "));
  }
  for (const view of views) {
    report?.(done++, total, view.name);
    await createView(database, view);
  }
  await makeHoldings(database, [...TABLES.map((table) => table.name), ...views.map((view) => view.name)]);
  report?.(total, total, "done");
}

/** Rows are numbered so that any row, of a table or a view, can be told from every other (`row_id`). */
async function createNumbered(database: Database, name: string, select: string, order: string): Promise<void> {
  await database.run(
    `create table "${name}" as select row_number() over () as row_id, * from (select * from (${select}) order by ${order})`,
  );
}

/** Stores a model view as a table. @throws AppError MODEL_INVALID when its SQL cannot be run */
export async function createView(database: Database, view: DerivedView): Promise<void> {
  try {
    await createNumbered(database, view.name, view.sql.trim().replace(/;$/, ""), "all");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n").slice(0, 4).join(" ") : String(cause);
    throw new AppError(
      "MODEL_INVALID",
      `catalogue/model/${view.name}.sql cannot be run: ${reason}`,
      "Mend the view; test/model/ shows how to try one by itself.",
      { cause },
    );
  }
}

function forgetOldGenerations(folder: DataFolder, newest: string): void {
  const others = readdirSync(folder.generations)
    .filter((name) => name.endsWith(".duckdb"))
    .map((name) => join(folder.generations, name))
    .filter((path) => path !== newest)
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of others.slice(KEPT)) rmSync(path, { force: true });
}
