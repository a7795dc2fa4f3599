/** Accepts a staged load whole or refuses it whole; two people who do so at once are told of each other. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../../domain/errors.ts";
import type { By, Store } from "../../store/open-store.ts";
import { currentLoads } from "../../warehouse/current-loads.ts";
import { type DataFolder, dataFolder } from "../../warehouse/data-folder.ts";
import { whileLoading } from "../../warehouse/loading-lock.ts";
import { type Manifest, readManifests } from "../../warehouse/manifest.ts";
import { momentAfter } from "./moment-after.ts";
import { readStaged, type StagedLoad, type StagedPart, stagedPlaces, writeStaged } from "./staged-load.ts";

export type Acceptance = {
  readonly id: string;
  /** What `basisOf` said when the person looked. */
  readonly basis: string;
  /** Keep the good rows of a load that was to be kept only whole. */
  readonly keepGoodRows: boolean;
};

/** The parts that would add something. */
export function freshParts({ parts }: Pick<StagedLoad, "parts">): readonly StagedPart[] {
  return parts.filter(({ isRefused, alreadyLoaded }) => !isRefused && alreadyLoaded === null);
}

/** Names the loads of the same returns that count now: it changes when somebody else accepts one. */
export function basisOf({ parts }: Pick<StagedLoad, "parts">, manifests: readonly Manifest[]): string {
  const returns = new Set(parts.map(({ manifest }) => `${manifest.authority}\u0000${manifest.return}`));
  return currentLoads(manifests)
    .filter((load) => returns.has(`${load.authority}\u0000${load.return}`))
    .map(({ id }) => id)
    .sort()
    .join(" ");
}

/** Whether a staged load may be accepted as it stands, and why not. */
export function hindrance(
  staged: StagedLoad,
  keepGoodRows: boolean,
): "unreadable" | "nothing-new" | "not-clean" | null {
  if (staged.parts.some(({ isRefused }) => isRefused)) return "unreadable";
  if (freshParts(staged).length === 0) return "nothing-new";
  const isClean = staged.parts.every(({ manifest }) => manifest.issues.error === 0);
  return staged.isStrict && !isClean && !keepGoodRows ? "not-clean" : null;
}

/** Accepts every part. @throws AppError STEP_NOT_ALLOWED, CHANGED_MEANWHILE, LOAD_REFUSED, WAREHOUSE_BUSY @returns ids of the loads made */
export async function acceptStaged(
  store: Store,
  data: string,
  { actor, at }: By,
  { id, basis, keepGoodRows }: Acceptance,
): Promise<readonly string[]> {
  const folder = dataFolder(data);
  return whileLoading(folder, async () => {
    const staged = stillWaiting(readStaged(data, id));
    const why = hindrance(staged, keepGoodRows);
    if (why !== null)
      throw new AppError(
        "LOAD_REFUSED",
        "This load cannot be accepted as it stands.",
        "Look at its issues, mend the files and load them again.",
      );
    if (basisOf(staged, readManifests(folder)) !== basis) throw changedMeanwhile();
    const fresh = freshParts(staged);
    return store.change({ actor, at, what: "accept load" }, async () => {
      const acceptedAt = momentAfter(at, readManifests(folder));
      for (const part of fresh) moveIn(folder, staged.id, { ...part.manifest, acceptedAt, acceptedBy: actor });
      const loads = fresh.map(({ manifest }) => manifest.id);
      rmSync(stagedPlaces(folder, id).parts, { recursive: true, force: true });
      writeStaged(folder, { ...staged, state: "accepted", settled: { by: actor, at, loads } });
      return { subject: `load ${loads.join(", ")}`, before: null, after: { loads, keepGoodRows }, result: loads };
    });
  });
}

/** Refuses it: what was read is removed, and that it was refused is kept in the log. */
export async function refuseStaged(store: Store, data: string, { actor, at }: By, id: string): Promise<void> {
  const folder = dataFolder(data);
  await whileLoading(folder, async () => {
    const staged = stillWaiting(readStaged(data, id));
    await store.change({ actor, at, what: "refuse load" }, async () => {
      rmSync(stagedPlaces(folder, id).parts, { recursive: true, force: true });
      writeStaged(folder, { ...staged, state: "refused", settled: { by: actor, at, loads: [] } });
      const after = { files: staged.files.map(({ name }) => name), issues: staged.parts.map((p) => p.manifest.issues) };
      return { subject: `staged load ${id}`, before: null, after, result: undefined };
    });
  });
}

/** The folder appears with a rename; a part moved before a fault is not moved twice. */
function moveIn(folder: DataFolder, staged: string, manifest: Manifest): void {
  const from = join(stagedPlaces(folder, staged).parts, manifest.id);
  const to = join(folder.loads, manifest.id);
  if (existsSync(to)) return;
  writeFileSync(join(from, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  mkdirSync(folder.loads, { recursive: true });
  renameSync(from, to);
}

function stillWaiting(staged: StagedLoad): StagedLoad {
  if (staged.state === "waiting") return staged;
  const settled = staged.settled === null ? "" : ` by ${staged.settled.by}`;
  throw new AppError(
    "STEP_NOT_ALLOWED",
    `This load is ${staged.state === "reading" ? "still being read" : `${staged.state} already${settled}`}.`,
    "Open its page again to see how it stands.",
  );
}

function changedMeanwhile(): AppError {
  return new AppError(
    "CHANGED_MEANWHILE",
    "Somebody else has accepted a load of the same return since you looked.",
    "Look at the comparison with the new load, then accept or refuse again.",
  );
}
