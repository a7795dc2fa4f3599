/** Loads a return: reads it, and accepts it whole with its issues or refuses it whole with its issues. */
import { mkdirSync } from "node:fs";
import type { IsoDate } from "../domain/dates.ts";
import type { Issue } from "../domain/issue.ts";
import { readReturn } from "../ingest/read-return.ts";
import { acceptLoad, sameLoad } from "../warehouse/accept-load.ts";
import { currentLoads } from "../warehouse/current-loads.ts";
import { dataFolder } from "../warehouse/data-folder.ts";
import type { DraftLoad } from "../warehouse/draft-load.ts";
import { whileLoading } from "../warehouse/loading-lock.ts";
import { readManifests } from "../warehouse/manifest.ts";
import { openWorkspace } from "./workspace.ts";

export type LoadRequest = {
  readonly paths: readonly string[];
  readonly authority: string;
  readonly data: string;
  readonly catalogue: readonly string[];
  readonly return?: string;
  readonly year?: number;
  readonly asAt?: IsoDate;
  readonly kind?: string;
  /** Refuse the load when any row could not be kept, rather than keep the good ones. */
  readonly strict: boolean;
  readonly by: string;
  readonly at: Date;
  readonly report: (done: number, total: number, what: string) => void;
};

export type LoadStatus = "accepted" | "refused" | "already-loaded";

export type LoadPart = {
  readonly load: string | null;
  readonly status: LoadStatus;
  readonly return: string;
  readonly title: string;
  readonly year: number | null;
  readonly asAt: IsoDate | null;
  readonly files: readonly string[];
  readonly tables: Readonly<Record<string, number>>;
  readonly rowsRead: number;
  readonly rowsRefused: number;
  readonly issueCounts: DraftLoad["issueCounts"];
};

/** What came of a load. Files of several returns or years make several parts; all are accepted or none. */
export type LoadOutcome = {
  readonly load: string | null;
  readonly return: string;
  readonly status: LoadStatus;
  readonly tables: Readonly<Record<string, number>>;
  readonly issues: readonly Issue[];
  readonly parts: readonly LoadPart[];
};

/** @throws AppError WAREHOUSE_BUSY, FILE_MISSING … ; a return that cannot be accepted is an outcome, not an error */
export async function loadReturn(request: LoadRequest): Promise<LoadOutcome> {
  const folder = dataFolder(request.data);
  return whileLoading(folder, async () => {
    mkdirSync(folder.work, { recursive: true });
    const drafts = await readReturn(request.paths, {
      ...request,
      catalogueDir: request.catalogue[0] ?? "catalogue",
      workDir: folder.work,
    });
    try {
      const outcome = await settle(drafts, request);
      if (outcome.parts.some((part) => part.status === "accepted")) await buildGeneration(request);
      return outcome;
    } finally {
      for (const draft of drafts) await draft.close();
    }
  });
}

async function settle(drafts: readonly DraftLoad[], request: LoadRequest): Promise<LoadOutcome> {
  const folder = dataFolder(request.data);
  const isRefused = drafts.some((draft) => draft.refused || (request.strict && draft.issueCounts.error > 0));
  const parts: LoadPart[] = [];
  const notes: Issue[] = [];
  for (const draft of drafts) {
    const earlier = isRefused ? undefined : sameLoad(draft, currentLoads(readManifests(folder)));
    if (earlier !== undefined) notes.push(alreadyLoaded(draft, earlier.id));
    const manifest =
      isRefused || earlier !== undefined ? null : await acceptLoad(draft, folder, { at: request.at, by: request.by });
    parts.push(
      partOf(
        draft,
        manifest?.id ?? earlier?.id ?? null,
        isRefused ? "refused" : earlier === undefined ? "accepted" : "already-loaded",
      ),
    );
  }
  const tables: Record<string, number> = {};
  for (const part of parts) {
    if (part.status === "accepted")
      for (const [name, rows] of Object.entries(part.tables)) tables[name] = (tables[name] ?? 0) + rows;
  }
  const status = isRefused
    ? "refused"
    : parts.some((part) => part.status === "accepted")
      ? "accepted"
      : "already-loaded";
  return {
    load: parts[0]?.load ?? null,
    return: [...new Set(parts.map((part) => part.return))].join(", "),
    status,
    tables,
    issues: [...drafts.flatMap((draft) => draft.issues), ...notes],
    parts,
  };
}

function partOf(draft: DraftLoad, load: string | null, status: LoadStatus): LoadPart {
  return {
    load,
    status,
    return: draft.returnId,
    title: draft.title,
    year: draft.year ?? null,
    asAt: draft.asAt ?? null,
    files: draft.files.map((file) => file.name),
    tables: Object.fromEntries(Object.entries(draft.tables).map(([name, { rows }]) => [name, rows])),
    rowsRead: draft.rowsRead,
    rowsRefused: draft.rowsRefused,
    issueCounts: draft.issueCounts,
  };
}

function alreadyLoaded(draft: DraftLoad, id: string): Issue {
  return {
    severity: "info",
    code: "ALREADY_LOADED",
    file: draft.files[0]?.name ?? "",
    message: `Exactly these files were loaded before, as ${id}; nothing has been added.`,
    remedy: "Nothing to do. To load a corrected return, load the corrected files.",
  };
}

/** The new state is made ready at once, so that the next question does not wait for it. */
async function buildGeneration({ data, catalogue, report }: LoadRequest): Promise<void> {
  const workspace = openWorkspace({ data, catalogue, report });
  await workspace.open();
  workspace.close();
}
