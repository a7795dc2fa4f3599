/** A staged load as somebody looks at it: each part beside the load it would follow, its issues, and whether it may be accepted. */
import type { Manifest } from "../../warehouse/manifest.ts";
import { compareLoads, type LoadDifference } from "./compare-loads.ts";
import { type IssueFilter, type IssuePage, pageOfIssues } from "./load-issues.ts";
import { acceptedLoads, acceptedPlace, predecessorOf, stagedPlace } from "./load-places.ts";
import { basisOf, hindrance } from "./settle-staged.ts";
import { readStaged, type StagedLoad, type StagedPart } from "./staged-load.ts";

export type PartLookedAt = StagedPart & {
  /** The load it is compared with, and what it says otherwise; `null` for the first of its return. */
  readonly earlier: {
    readonly manifest: Manifest;
    readonly isReplaced: boolean;
    readonly difference: LoadDifference;
  } | null;
};

export type StagedLookedAt = {
  readonly staged: StagedLoad;
  readonly parts: readonly PartLookedAt[];
  readonly issues: IssuePage;
  /** Must be sent back when accepting. */
  readonly basis: string;
  readonly hindrance: ReturnType<typeof hindrance>;
};

type Asked = { readonly filter: IssueFilter; readonly page: number };

/** Everything about a staged load that waits. @throws AppError LOAD_UNKNOWN */
export async function lookAtStaged(data: string, id: string, asked: Asked): Promise<StagedLookedAt> {
  const staged = readStaged(data, id);
  const loads = acceptedLoads(data);
  const parts: PartLookedAt[] = [];
  for (const part of staged.parts) parts.push(await lookAtPart(data, staged, part, loads));
  return {
    staged,
    parts,
    issues: await pageOfIssues(stagedFolders(data, staged), asked),
    basis: basisOf(staged, loads),
    hindrance: hindrance(staged, false),
  };
}

/** The folders a staged load's tables and issues lie in. */
export function stagedFolders(data: string, { id, parts }: StagedLoad): readonly string[] {
  return parts.map(({ manifest }) => stagedPlace(data, id, manifest).folder);
}

async function lookAtPart(
  data: string,
  staged: StagedLoad,
  part: StagedPart,
  loads: readonly Manifest[],
): Promise<PartLookedAt> {
  const earlier = part.isRefused || part.alreadyLoaded !== null ? null : predecessorOf(part.manifest, loads);
  if (earlier === null) return { ...part, earlier: null };
  const difference = await compareLoads(
    acceptedPlace(data, earlier.manifest.id),
    stagedPlace(data, staged.id, part.manifest),
    { onlyAfter: !earlier.isReplaced },
  );
  return { ...part, earlier: { ...earlier, difference } };
}
