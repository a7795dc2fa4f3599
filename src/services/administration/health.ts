/** How the installation stands: each thing looked at, what was found, and what to do where it is not well. */
import { statfs } from "node:fs/promises";
import { withThousands } from "../../domain/rounding.ts";
import type { Store } from "../../store/store.ts";
import { currentLoads } from "../../warehouse/current-loads.ts";
import type { Workspace } from "../workspace.ts";

export type HealthLine = {
  readonly name: string;
  readonly found: string;
  readonly isWell: boolean;
  /** What to do where it is not well; "" otherwise. */
  readonly remedy: string;
};

/** Loads keep growing: below this the next ones may not fit. */
const LEAST_FREE_BYTES = 2 * 1024 ** 3;
const STALE_DAYS = 45;
const DAY_MS = 86_400_000;

export type HealthQuestion = {
  readonly workspace: Workspace;
  readonly store: Store;
  readonly at: Date;
};

/** Looks at data, store, disk and memory. Logs and editions are proved apart, because that takes as long as they are. */
export async function healthOf({ workspace, store, at }: HealthQuestion): Promise<readonly HealthLine[]> {
  return [
    await storeLine(store),
    loadsLine(workspace, at),
    line(
      "Catalogue",
      `${workspace.catalogue.measures.size} measures on ${workspace.catalogue.scorecards.size} scorecards.`,
    ),
    await diskLine(workspace.folder.root),
    line("Memory", `${megabytes(process.memoryUsage().rss)} in use by this process.`),
    line("Program", `Node ${process.versions.node}, running for ${runningFor(process.uptime())}.`),
  ];
}

async function storeLine({ db, kind }: Store): Promise<HealthLine> {
  const head = await db.selectFrom("log_head").selectAll().where("log", "=", "change").executeTakeFirst();
  const changes = withThousands(String(head?.sequence ?? 0));
  return line(
    "Store of what people type",
    `${kind === "sqlite" ? "SQLite" : "PostgreSQL"}, ${changes} changes logged.`,
  );
}

function loadsLine({ manifests }: Workspace, at: Date): HealthLine {
  const newest = currentLoads(manifests)
    .map(({ acceptedAt }) => acceptedAt)
    .sort()
    .at(-1);
  if (newest === undefined) return line("Data", "Nothing has been loaded.", "Load a return on the data page.");
  const days = Math.floor((at.getTime() - Date.parse(newest)) / DAY_MS);
  const found = `${manifests.length} loads kept; the newest is ${days === 1 ? "1 day" : `${Math.max(days, 0)} days`} old.`;
  return days > STALE_DAYS ? line("Data", found, "Load this month’s extract.") : line("Data", found);
}

async function diskLine(folder: string): Promise<HealthLine> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const found = `${megabytes(free)} free where the data lie.`;
  return free < LEAST_FREE_BYTES ? line("Disk", found, "Make room before the next load.") : line("Disk", found);
}

function line(name: string, found: string, remedy = ""): HealthLine {
  return { name, found, isWell: remedy === "", remedy };
}

function megabytes(bytes: number): string {
  return `${withThousands(String(Math.round(bytes / 1024 ** 2)))} MB`;
}

function runningFor(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 120) return `${minutes} minutes`;
  return minutes < 2880 ? `${Math.floor(minutes / 60)} hours` : `${Math.floor(minutes / 1440)} days`;
}
