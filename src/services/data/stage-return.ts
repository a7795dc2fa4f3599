/** Reads files sent from a browser into a staged load: exactly what would be accepted, kept apart until somebody says so. */
import { mkdirSync, rmSync } from "node:fs";
import type { IsoDate } from "../../domain/dates.ts";
import { readReturn } from "../../ingest/read-return.ts";
import { acceptLoad, sameLoad } from "../../warehouse/accept-load.ts";
import { currentLoads } from "../../warehouse/current-loads.ts";
import { type DataFolder, dataFolder } from "../../warehouse/data-folder.ts";
import type { DraftLoad } from "../../warehouse/draft-load.ts";
import { readManifests } from "../../warehouse/manifest.ts";
import { type StagedLoad, type StagedPart, stagedPlaces, writeStaged } from "./staged-load.ts";

export type StageRequest = {
  readonly data: string;
  readonly catalogue: readonly string[];
  readonly staged: StagedLoad;
  /** What the person said of the files, where they did. */
  readonly asked: {
    readonly return?: string;
    readonly year?: number;
    readonly asAt?: IsoDate;
    readonly kind?: string;
  };
  readonly at: Date;
  readonly report: (done: number, total: number, what: string) => void;
};

/** Reads the files; the files themselves are removed afterwards, whatever comes of them. */
export async function stageReturn(request: StageRequest): Promise<StagedLoad> {
  const { data, catalogue, staged, asked, report } = request;
  const folder = dataFolder(data);
  const places = stagedPlaces(folder, staged.id);
  try {
    mkdirSync(folder.work, { recursive: true });
    const drafts = await readReturn([places.files], {
      ...asked,
      authority: staged.authority,
      catalogueDir: catalogue[0] ?? "catalogue",
      workDir: folder.work,
      report,
    });
    try {
      const parts: StagedPart[] = [];
      for (const draft of drafts) parts.push(await stagePart(draft, folder, request));
      return writeStaged(folder, { ...staged, state: "waiting", parts });
    } finally {
      for (const draft of drafts) await draft.close();
    }
  } catch (fault) {
    rmSync(places.parts, { recursive: true, force: true });
    writeStaged(folder, { ...staged, state: "failed" });
    throw fault;
  } finally {
    rmSync(places.files, { recursive: true, force: true });
  }
}

/** Stored by the very code that accepts, only elsewhere: what is looked at is, byte for byte, what will count. */
async function stagePart(draft: DraftLoad, folder: DataFolder, { staged, at }: StageRequest): Promise<StagedPart> {
  const earlier = sameLoad(draft, currentLoads(readManifests(folder)));
  const elsewhere = { ...folder, loads: stagedPlaces(folder, staged.id).parts };
  const manifest = await acceptLoad(draft, elsewhere, { at, by: staged.by });
  return { manifest, isRefused: draft.refused, alreadyLoaded: earlier?.id ?? null };
}
