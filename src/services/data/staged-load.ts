/** A return that was read in the browser and waits to be accepted or refused: where it lies and how it stands. */
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../../domain/errors.ts";
import { type DataFolder, dataFolder } from "../../warehouse/data-folder.ts";
import type { Manifest } from "../../warehouse/manifest.ts";

/** A return and year found among the files. Nothing of it counts until it is accepted. */
export type StagedPart = {
  /** The manifest it will have, but for who accepts it and when. */
  readonly manifest: Manifest;
  /** Nothing readable came of its files. */
  readonly isRefused: boolean;
  /** The current load that holds exactly these files already. */
  readonly alreadyLoaded: string | null;
};

export type StagedState = "reading" | "waiting" | "accepted" | "refused" | "failed";

export type StagedLoad = {
  readonly id: string;
  readonly authority: string;
  /** Accept nothing unless every row can be kept. */
  readonly isStrict: boolean;
  readonly by: string;
  /** ISO moment the files were sent. */
  readonly at: string;
  readonly state: StagedState;
  /** The job that reads the files. */
  readonly job: string | null;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  readonly parts: readonly StagedPart[];
  /** Who accepted or refused it, when, and the loads made of it. */
  readonly settled: { readonly by: string; readonly at: string; readonly loads: readonly string[] } | null;
};

/** How long a return may wait before its files are removed. */
export const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;
const ID = /^\d{8}T\d{6}-[0-9a-f]{8}$/;

/** A new place for files to be sent to. */
export function newStagedId(at: Date): string {
  return `${at.toISOString().replace(/[-:]/g, "").slice(0, 15)}-${randomUUID().slice(0, 8)}`;
}

/** Where a staged load lies: its files as sent, and its parts as they will be accepted. */
export function stagedPlaces(folder: DataFolder, id: string) {
  const root = join(folder.staged, id);
  return { root, files: join(root, "files"), parts: join(root, "parts"), note: join(root, "staged.json") };
}

/** Writes how it stands, whole or not at all. */
export function writeStaged(folder: DataFolder, staged: StagedLoad): StagedLoad {
  const { root, note } = stagedPlaces(folder, staged.id);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const draft = `${note}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify(staged, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, note);
  return staged;
}

/** @throws AppError LOAD_UNKNOWN when there is none, or no longer */
export function readStaged(data: string, id: string): StagedLoad {
  const found = ID.test(id) ? noteIn(dataFolder(data), id) : null;
  if (found === null)
    throw new AppError(
      "LOAD_UNKNOWN",
      "There is no such return waiting.",
      `Returns wait for ${KEPT_DAYS} days and are then removed; load the files again.`,
    );
  return found;
}

/** Every staged load, newest first; those that have waited too long are removed first. */
export function listStaged(data: string, now: Date): readonly StagedLoad[] {
  const folder = dataFolder(data);
  if (!existsSync(folder.staged)) return [];
  const all = readdirSync(folder.staged)
    .filter((id) => ID.test(id))
    .toSorted()
    .toReversed()
    .flatMap((id) => noteIn(folder, id) ?? []);
  const isOld = ({ at }: StagedLoad) => now.getTime() - Date.parse(at) > KEPT_DAYS * DAY_MS;
  for (const { id } of all.filter(isOld)) rmSync(stagedPlaces(folder, id).root, { recursive: true, force: true });
  return all.filter((staged) => !isOld(staged));
}

function noteIn(folder: DataFolder, id: string): StagedLoad | null {
  const { note } = stagedPlaces(folder, id);
  return existsSync(note) ? (JSON.parse(readFileSync(note, "utf8")) as StagedLoad) : null;
}
