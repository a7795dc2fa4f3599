/** An open data folder: the catalogue, the loads that count, and a read-only generation to ask. The one place that puts these together. */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../domain/errors.ts";
import { type Holdings, readHoldings } from "../engine/availability.ts";
import { type Population, readPopulation } from "../engine/population.ts";
import type { TableColumns } from "../engine/score.ts";
import { type Catalogue, readCatalogue } from "../measures/catalogue.ts";
import { readBankHolidays } from "../warehouse/bank-holidays.ts";
import { currentLoads, isReference } from "../warehouse/current-loads.ts";
import { type DataFolder, dataFolder } from "../warehouse/data-folder.ts";
import { type Database, openDatabase } from "../warehouse/database.ts";
import { ensureGeneration, generationId } from "../warehouse/generation.ts";
import { knownOn, type Manifest, readManifests } from "../warehouse/manifest.ts";
import { readTableColumns } from "../warehouse/table-columns.ts";

export type WorkspaceOptions = {
  /** The data folder. */
  readonly data: string;
  /** Folders of the catalogue; a later one's measure or scorecard wins. */
  readonly catalogue: readonly string[];
  /** See the data as it was known at the end of a day or at a moment. */
  readonly asKnownOn?: string;
  /** Only these loads, by id: the state an edition was made from. */
  readonly onlyLoads?: readonly string[];
  readonly report?: (done: number, total: number, what: string) => void;
};

export type Workspace = {
  readonly folder: DataFolder;
  readonly catalogue: Catalogue;
  readonly catalogueFolders: readonly string[];
  /** Every load known, superseded ones included, oldest first. */
  readonly manifests: readonly Manifest[];
  /** Changes whenever loads or catalogue change: what an answer may be kept under. */
  readonly fingerprint: string;
  /** Opens the current generation on first use, building it when needed. */
  readonly open: () => Promise<OpenGeneration>;
  close(): void;
};

export type OpenGeneration = {
  readonly id: string;
  readonly database: Database;
  readonly columns: TableColumns;
  readonly population: Population;
  readonly holdings: Holdings;
  readonly authorities: readonly string[];
};

/** Reads the catalogue and manifests; nothing heavy happens until `open`. */
export function openWorkspace(options: WorkspaceOptions): Workspace {
  const folder = dataFolder(options.data);
  const catalogue = readCatalogue(options.catalogue);
  const all = readManifests(folder);
  const known = options.asKnownOn === undefined ? all : knownOn(all, options.asKnownOn);
  const manifests = options.onlyLoads === undefined ? known : chosenLoads(known, options.onlyLoads);
  const holidays = readBankHolidays(bankHolidaysFile(options.catalogue));
  const source = { folder, manifests, views: catalogue.views, holidays };
  const fingerprint = `${generationId(source)}-${catalogue.state}`;
  let opened: Promise<OpenGeneration> | null = null;
  return {
    folder,
    catalogue,
    catalogueFolders: options.catalogue,
    manifests,
    fingerprint,
    open: () => {
      opened ??= openGeneration({ ...source, ...(options.report === undefined ? {} : { report: options.report }) });
      return opened;
    },
    close: () => {
      opened?.then(({ database }) => database.close()).catch(() => undefined);
      opened = null;
    },
  };
}

/** The list of bank holidays in force: the last folder's that has one. */
export function bankHolidaysFile(folders: readonly string[]): string {
  const files = folders.map((folder) => join(folder, "reference", "bank-holidays.csv"));
  return files.findLast((file) => existsSync(file)) ?? files[0] ?? "catalogue/reference/bank-holidays.csv";
}

function chosenLoads(manifests: readonly Manifest[], ids: readonly string[]): readonly Manifest[] {
  const known = new Map(manifests.map((manifest) => [manifest.id, manifest]));
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length > 0)
    throw new AppError(
      "LOAD_UNKNOWN",
      `${missing.length === 1 ? "A load is" : "Loads are"} no longer in the data folder: ${missing.join(", ")}.`,
      "Restore the data folder's loads from a backup; an edition can be made again only from the loads it was made from.",
    );
  return manifests.filter((manifest) => ids.includes(manifest.id));
}

async function openGeneration(source: Parameters<typeof ensureGeneration>[0]): Promise<OpenGeneration> {
  if (source.manifests.length === 0)
    throw new AppError(
      "NO_DATA",
      `Nothing has been loaded into ${source.folder.root} yet.`,
      "Load a return first: waymark load FILE… --authority NAME.",
    );
  if (!existsSync(source.folder.work)) mkdirSync(source.folder.work, { recursive: true });
  const { id, path } = await ensureGeneration(source);
  const database = await openDatabase(path, { readOnly: true, tempDirectory: source.folder.work });
  const authorities = [
    ...new Set(
      currentLoads(source.manifests)
        .filter((load) => !isReference(load))
        .map((load) => load.authority),
    ),
  ].sort();
  return {
    id,
    database,
    columns: await readTableColumns(database),
    population: await readPopulation(database),
    holdings: await readHoldings(database),
    authorities,
  };
}
