/** Imports a scorecard a council already has: measures collected by hand, the card, its history as a load, and its comments. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { AppError } from "../domain/errors.ts";
import { readImportMap } from "../ingest/scorecard/import-options.ts";
import type { ImportedScorecard } from "../ingest/scorecard/imported.ts";
import { readScorecardTable } from "../ingest/scorecard/read-scorecard-table.ts";
import { readSourceTables } from "../ingest/scorecard/source-table.ts";
import { type CatalogueFiles, writeCatalogue } from "../ingest/scorecard/write-catalogue.ts";
import { writeHistory } from "../ingest/scorecard/write-history.ts";
import { dataFolder } from "../warehouse/data-folder.ts";
import { type KeptComments, keepComments } from "./keep-imported-comments.ts";
import { type LoadStatus, loadReturn } from "./load-return.ts";
import { openCatalogue } from "./open-catalogue.ts";
import { openStore } from "./open-store.ts";

export type ImportRequest = {
  /** The card, and files that comment on its references. */
  readonly paths: readonly string[];
  readonly map?: string;
  readonly authority: string;
  /** Id of the scorecard; default: from the first file's name. */
  readonly id?: string;
  /** Mend bands with gaps and overlaps as proposed, rather than keep them as they are. */
  readonly isMending: boolean;
  /** Read and report only. */
  readonly isDryRun: boolean;
  readonly data: string;
  /** A PostgreSQL address, where the store of what people type is not in the data folder. */
  readonly storeUrl?: string | undefined;
  readonly catalogue: readonly string[];
  readonly by: string;
  readonly at: Date;
  readonly report: (done: number, total: number, what: string) => void;
};

export type ImportOutcome = {
  readonly card: ImportedScorecard;
  /** `null` after a dry run. */
  readonly made: {
    readonly measures: number;
    readonly scorecard: string;
    readonly comments: KeptComments;
    readonly history: { readonly load: string | null; readonly status: LoadStatus };
  } | null;
};

/** @throws AppError FILE_MISSING, SCORECARD_INVALID; USAGE when the id is that of a card not made by an import */
export async function importScorecard(request: ImportRequest): Promise<ImportOutcome> {
  const map = request.map === undefined ? {} : readImportMap(readMapText(request.map), basename(request.map));
  const tables = (await Promise.all(request.paths.map(readSourceTables))).flat();
  const id = request.id ?? idOf(request.paths[0] ?? "");
  const card = readScorecardTable(tables, { ...map, id });
  const files = writeCatalogue(card, {
    isMending: request.isMending,
    ...(map.judgement === undefined ? {} : { judgement: map.judgement }),
  });
  checkId(id, request);
  checkFiles(files, request.catalogue);
  if (request.isDryRun) return { card, made: null };
  const history = await loadHistory(card, request);
  if (history.status === "refused")
    throw new AppError(
      "LOAD_REFUSED",
      "The history of the card could not be loaded; nothing has changed.",
      "Run again with --dry-run and mend what it names.",
    );
  placeFiles(files, card.id, request.data);
  const comments = await storeComments(card, request);
  return { card, made: { measures: Object.keys(files).length - 1, scorecard: card.id, comments, history } };
}

function readMapText(path: string): string {
  if (!existsSync(path)) throw new AppError("FILE_MISSING", `${path} does not exist.`, "Check the path of the map.");
  return readFileSync(path, "utf8");
}

/** The file's name as an id: lower-case words joined by hyphens. */
function idOf(path: string): string {
  return basename(path)
    .replace(/\.[^.]*$/, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** A card of the same id may be replaced only by the import that made it. */
function checkId(id: string, { data, catalogue }: ImportRequest): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new AppError("USAGE", `"${id}" is no id.`, "Give --id as lower-case words joined by hyphens.");
  const own = join(data, "catalogue");
  const elsewhere = catalogue.filter((folder) => folder !== own);
  const isTaken = elsewhere.some((folder) => existsSync(join(folder, "scorecards", `${id}.yaml`)));
  const isOwnWork = existsSync(join(own, "scorecards", `${id}.yaml`)) && !existsSync(join(own, "measures", id));
  if (isTaken || isOwnWork)
    throw new AppError("USAGE", `There is a scorecard "${id}" that no import made.`, "Choose another id with --id.");
}

/** Reads the files as the catalogue will, from a folder of their own, before anything is changed. */
function checkFiles(files: CatalogueFiles, catalogue: readonly string[]): void {
  const trial = mkdtempSync(join(tmpdir(), "waymark-import-"));
  try {
    writeFiles(files, trial);
    openCatalogue([...catalogue, trial]);
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
}

async function loadHistory(card: ImportedScorecard, request: ImportRequest) {
  const { work } = dataFolder(request.data);
  mkdirSync(work, { recursive: true });
  const folder = mkdtempSync(join(work, "import-"));
  try {
    const path = join(folder, `${card.id}-history.csv`);
    writeFileSync(path, writeHistory(card));
    const { authority, data, catalogue, by, at, report } = request;
    const outcome = await loadReturn({
      paths: [path],
      authority,
      data,
      catalogue,
      return: "canonical",
      strict: true,
      by,
      at,
      report,
    });
    return { load: outcome.load, status: outcome.status };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function storeComments(
  card: ImportedScorecard,
  { data, storeUrl, by, at }: ImportRequest,
): Promise<KeptComments> {
  const store = await openStore({ data, url: storeUrl });
  try {
    return await keepComments(store, card, { actor: by, at: at.toISOString() });
  } finally {
    await store.close();
  }
}

/**
 * Puts the files in place of those of an earlier import: measures first, then the card that names them, then away with measures no row has
 * any more, so that whoever reads the catalogue meanwhile, or after a crash, finds it whole.
 */
function placeFiles(files: CatalogueFiles, id: string, data: string): void {
  const own = join(data, "catalogue");
  const isCard = (path: string): boolean => path.startsWith("scorecards/");
  const paths = Object.keys(files).sort((a, b) => Number(isCard(a)) - Number(isCard(b)));
  for (const path of paths) placeFile(join(own, path), files[path] ?? "");
  for (const name of readdirSync(join(own, "measures", id)))
    if (!(`measures/${id}/${name}` in files)) rmSync(join(own, "measures", id, name));
}

/** A file is there whole or as it was. */
function placeFile(target: string, text: string): void {
  mkdirSync(dirname(target), { recursive: true });
  const fresh = `${target}.new`;
  writeFileSync(fresh, text);
  renameSync(fresh, target);
}

function writeFiles(files: CatalogueFiles, below: string): void {
  for (const [path, text] of Object.entries(files)) placeFile(join(below, path), text);
}
