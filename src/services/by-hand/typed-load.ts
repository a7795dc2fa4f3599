/** Makes a load of everything entered by hand, so that figures, lists and editions rest on it as on any other return (ADR 0017). */

import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { TYPED_FIGURE_COLUMNS } from "../../domain/tables/aggregate-input.ts";
import { type EnteredFigure, listFigures } from "../../store/entered-figure.ts";
import { acceptLoad } from "../../warehouse/accept-load.ts";
import { currentLoads } from "../../warehouse/current-loads.ts";
import { type DataFolder, dataFolder } from "../../warehouse/data-folder.ts";
import { openDatabase, sqlText } from "../../warehouse/database.ts";
import type { DraftLoad } from "../../warehouse/draft-load.ts";
import { whileLoading } from "../../warehouse/loading-lock.ts";
import { type Manifest, readManifests } from "../../warehouse/manifest.ts";
import { momentAfter } from "../data/moment-after.ts";
import type { By, Store } from "../open-store.ts";

/** The return of what was typed; each load of it stands in place of the one before. */
export const TYPED_RETURN = "typed-figures";
const FILE = "entered figures";

type TypedLoad = { readonly data: string; readonly authority: string; readonly by: By };

/** @returns the new load, or `null` when the current one says the same already. @throws AppError WAREHOUSE_BUSY */
export async function loadTypedFigures(store: Store, { data, authority, by }: TypedLoad): Promise<Manifest | null> {
  const folder = dataFolder(data);
  return whileLoading(folder, async () => {
    const figures = (await listFigures(store)).filter(({ values }) => values !== null);
    const sha256 = fingerprintOf(figures);
    const current = currentTypedLoad(folder, authority);
    if (current === undefined ? figures.length === 0 : current.files[0]?.sha256 === sha256) return null;
    mkdirSync(folder.work, { recursive: true });
    const draft = await draftOf(figures, authority, sha256);
    try {
      const at = momentAfter(by.at, readManifests(folder));
      return await acceptLoad(draft, folder, { at: new Date(at), by: by.actor });
    } finally {
      await draft.close();
    }
  });
}

/** How many figures were entered or cleared after the load that counts was made. */
export async function figuresNotLoaded(store: Store, data: string, authority: string): Promise<number> {
  const figures = await listFigures(store);
  const current = currentTypedLoad(dataFolder(data), authority);
  const standing = figures.filter(({ values }) => values !== null);
  if (current === undefined) return standing.length;
  if (current.files[0]?.sha256 === fingerprintOf(standing)) return 0;
  return Math.max(1, figures.filter(({ at }) => at > current.acceptedAt).length);
}

function currentTypedLoad(folder: DataFolder, authority: string): Manifest | undefined {
  return currentLoads(readManifests(folder)).find(
    (load) => load.return === TYPED_RETURN && load.authority === authority,
  );
}

function fingerprintOf(figures: readonly EnteredFigure[]): string {
  const facts = figures.map(({ measure, period, values }) => [measure, period, values]);
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

async function draftOf(figures: readonly EnteredFigure[], authority: string, sha256: string): Promise<DraftLoad> {
  const database = await openDatabase(":memory:", { threads: 1 });
  await database.run(`create schema draft;
    create table draft.aggregate_input (source_file varchar, source_row bigint, measure varchar, area varchar, period varchar, period_start date,
      period_end date, numerator double, denominator double, value double, text varchar, state varchar, note varchar);
    create table draft.issue (severity varchar, code varchar, file varchar, sheet varchar, "row" bigint, "column" varchar,
      value_class varchar, count bigint, message varchar, remedy varchar)`);
  if (figures.length > 0)
    await database.run(`insert into draft.aggregate_input values ${figures.map(rowSql).join(",\n")}`);
  return {
    returnId: TYPED_RETURN,
    title: "Figures entered by hand",
    authority,
    repeats: "everything",
    files: [{ name: FILE, sha256, bytes: 0 }],
    connection: database.connection,
    schema: "draft",
    tables: { aggregate_input: { rows: figures.length, columns: TYPED_FIGURE_COLUMNS } },
    rowsRead: figures.length,
    rowsRefused: 0,
    issueCounts: { error: 0, warning: 0, info: 0 },
    issues: [],
    refused: false,
    close: async () => database.close(),
  };
}

function rowSql({ id, measure, period, start, end, values }: EnteredFigure): string {
  const text = (one: string | null | undefined): string => (one == null ? "null" : sqlText(one));
  const number = (one: number | null | undefined): string => (one == null ? "null" : String(one));
  const state = values?.state?.replaceAll("-", "_");
  return `(${[
    text(FILE),
    number(id),
    text(measure),
    "'authority'",
    text(period),
    `date ${text(start)}`,
    `date ${text(end)}`,
    number(values?.numerator),
    number(values?.denominator),
    number(values?.value),
    text(values?.text),
    text(state),
    text(values?.note),
  ].join(", ")})`;
}
