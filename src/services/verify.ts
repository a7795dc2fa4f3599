/** Proves that nothing kept was changed behind Waymark's back: both logs, every edition, and an edition's folder given away. */

import type { LogCheck } from "../store/chain.ts";
import { checkEditions } from "../store/check-editions.ts";
import { readEditionFile } from "../store/edition.ts";
import { verifyAccessLog, verifyLog } from "../store/logs.ts";
import type { Store } from "../store/open-store.ts";
import { checkReleases } from "../store/report-release.ts";

/** One thing looked at; broken when it has faults. */
export type Check = {
  /** "change log", "edition vital-signs-2026-03-1", "folder published/2026-03". */
  readonly subject: string;
  /** What was found where it holds: how many entries, which checksum. */
  readonly found: string;
  readonly faults: readonly string[];
};

/** Checks both logs, the editions and the reports released, or one edition. @throws AppError EDITION_UNKNOWN */
export async function verifyStore(store: Store, edition?: string): Promise<readonly Check[]> {
  const logs = [await verifyLog(store), await verifyAccessLog(store)];
  const editions = await checkEditions(store, edition);
  const releases = edition === undefined ? await checkReleases(store) : [];
  return [
    ...logs.map(checkOfLog),
    ...editions.map(({ edition: id, checksum, faults }) => ({
      subject: `edition ${id}`,
      found: `checksum ${checksum}`,
      faults,
    })),
    ...releases.map(({ id, checksum, isSound }) => ({
      subject: `released report ${id}`,
      found: `checksum ${checksum}`,
      faults: isSound ? [] : ["it is not as it was released"],
    })),
  ];
}

/** Whether a folder's own checksums are those of an edition in the store. @throws AppError EDITION_UNKNOWN */
export async function verifyFolderIsEdition(store: Store, id: string, checksums: string): Promise<Check> {
  const published = Buffer.from(await readEditionFile(store, id, "public/checksums.txt")).toString("utf8");
  return {
    subject: `folder as edition ${id}`,
    found: "the folder is what was published",
    faults: published === checksums ? [] : [`its checksums.txt is not that of ${id}`],
  };
}

function checkOfLog({ log, entries, head, broken }: LogCheck): Check {
  const many = `${entries} ${entries === 1 ? "entry" : "entries"}`;
  return {
    subject: `${log} log`,
    found: entries === 0 ? many : `${many}, ending in ${head}`,
    faults: broken === null ? [] : [`entry ${broken.sequence}: ${broken.reason}; the ${many} before it hold`],
  };
}
