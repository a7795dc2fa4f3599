/** Releases public reports: what stands in the way is told; what is released is frozen with its checksum, and may be taken back. */
import { permits } from "../../domain/access/policy.ts";
import { sha256 } from "../../domain/checksums.ts";
import { AppError } from "../../domain/errors.ts";
import type { Report } from "../../domain/report/document.ts";
import { latestEdition } from "../../store/edition.ts";
import {
  keepRelease,
  listReleases,
  readRelease,
  releasedReport,
  type StoredRelease,
  withdrawRelease,
} from "../../store/report-release.ts";
import { byOf, type Who } from "../challenge/context.ts";
import { type CheckedWriting, checkWriting, isBlocking } from "./claims.ts";
import { type OpenDraft, openDraftFor } from "./drafts.ts";
import type { MadeReport } from "./make-report.ts";
import { type Maker, mayRelease, type ReportDesk, refuseReport } from "./report-desk.ts";

export type { StoredRelease } from "../../store/report-release.ts";

/** What stands in the way of a release. */
export type ReleaseState = Pick<MadeReport, "gaps" | "conflicts"> & {
  /** Writing with flags nobody has mended or answered. */
  readonly flagged: readonly CheckedWriting[];
  /** Figures reach the public first in an edition, signed off. */
  readonly isPublished: boolean;
  readonly isReady: boolean;
  /** Of the report as it stands: who releases it releases what they read. */
  readonly fingerprint: string;
};

/** How a draft stands before its release. */
export async function releaseState(desk: ReportDesk, open: OpenDraft): Promise<ReleaseState> {
  const { gaps, conflicts, report } = open.made;
  const flagged = (await checkWriting(desk, open)).filter(({ flags }) => flags.some(isBlocking));
  const isPublished = await isOfEdition(desk, open);
  return {
    ...{ gaps, conflicts, flagged, isPublished, fingerprint: fingerprintOf(report) },
    isReady: isPublished && gaps.length + conflicts.length + flagged.length === 0,
  };
}

/** Releases a draft's report as it was read. @throws AppError REPORT_HAS_GAPS, CHANGED_MEANWHILE, NOT_ALLOWED */
export async function releaseFor(
  desk: ReportDesk,
  who: Maker,
  { id, seen }: { readonly id: number; readonly seen: string },
): Promise<StoredRelease> {
  if (!mayRelease(who)) await refuseReport(desk, who, `release of report ${id}`);
  const open = await openDraftFor(desk, who, id);
  const { draft, made } = open;
  if (draft.audience !== "published")
    throw new AppError(
      "STEP_NOT_ALLOWED",
      "An internal report is not released.",
      "Download it, marked, or begin a public one.",
    );
  const state = await releaseState(desk, open);
  if (!state.isReady) throw blocked(state);
  if (state.fingerprint !== seen)
    throw new AppError(
      "CHANGED_MEANWHILE",
      "The report changed since you read it.",
      "Read it again, and release it then.",
    );
  return keepRelease(desk.store, byOf(desk, who), { draft: id, scorecard: draft.scorecard, report: made.report });
}

/** Releases anybody may be given who reads editions; those taken back only for those who see figures. */
export async function releasesFor(desk: ReportDesk, { grants }: Who): Promise<readonly StoredRelease[]> {
  const releases = await listReleases(desk.store);
  return permits(grants, "see-figures") ? releases : releases.filter(({ withdrawn }) => withdrawn === null);
}

/** Releases of one draft, the latest first. */
export function releasesOf({ store }: Pick<ReportDesk, "store">, draft: number): Promise<readonly StoredRelease[]> {
  return listReleases(store, { draft });
}

/** A released report. @throws AppError REPORT_UNKNOWN where there is none, or it was taken back */
export async function releasedFor(
  desk: ReportDesk,
  { grants }: Who,
  id: number,
): Promise<{ readonly release: StoredRelease; readonly report: Report }> {
  const release = await readRelease(desk.store, id);
  if (release.withdrawn !== null && !permits(grants, "see-figures"))
    throw new AppError(
      "REPORT_UNKNOWN",
      "This report was taken back by those who released it.",
      "Look for a later one in the list.",
    );
  return { release, report: await releasedReport(desk.store, id) };
}

/** Takes a release back with a reason. @throws AppError NOT_ALLOWED, USAGE, STEP_NOT_ALLOWED */
export async function takeBackFor(
  desk: ReportDesk,
  who: Maker,
  { id, reason }: { readonly id: number; readonly reason: string },
): Promise<void> {
  if (!mayRelease(who)) await refuseReport(desk, who, `taking back released report ${id}`);
  if (reason.trim() === "") throw new AppError("FORM_INVALID", "Say why it is taken back.", "Its readers will ask.");
  await withdrawRelease(desk.store, byOf(desk, who), { id, reason: reason.trim() });
}

async function isOfEdition({ store }: ReportDesk, { draft }: OpenDraft): Promise<boolean> {
  if (draft.question.edition !== undefined) return true;
  if (draft.scorecard === null) return false;
  return (await latestEdition(store, { scorecard: draft.scorecard, period: draft.period })) !== null;
}

function fingerprintOf(report: Report): string {
  return sha256(Buffer.from(JSON.stringify(report), "utf8")).slice(0, 24);
}

function blocked({ gaps, conflicts, flagged, isPublished }: ReleaseState): AppError {
  const reasons = [
    ...(isPublished ? [] : ["The figures have not been published as an edition."]),
    ...gaps.map(({ words }) => `Still to be written: ${words}.`),
    ...conflicts.map(({ passage }) => `The data changed under what was written at ${passage.block}.`),
    ...flagged.flatMap(({ flags }) => flags.filter(isBlocking).map(({ message }) => message)),
  ];
  return new AppError(
    "REPORT_HAS_GAPS",
    `The report cannot be released yet. ${reasons.join(" ")}`,
    "Mend each, then release it. A copy marked DRAFT can be downloaded meanwhile.",
  );
}
