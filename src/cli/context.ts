/** What every command is given: where to print, where the catalogue lies, and how to open the data. */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Store } from "../services/open-store.ts";
import type { Workspace } from "../services/workspace.ts";
import type { Output } from "./output.ts";
import { type Progress, progressOn } from "./progress.ts";

export type SharedOptions = {
  readonly data: string;
  readonly catalogue?: readonly string[];
  readonly json?: boolean;
  readonly csv?: boolean;
};

export type CommandContext = Output & {
  readonly progress: Progress;
  readonly clock: () => Date;
  readonly user: string;
  /** Where the store of what people type lies, if not in the data folder: a PostgreSQL address. Never printed. */
  readonly storeUrl?: string | undefined;
  /** The rest of the environment, for what only the web application reads. Never printed. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
};

/** A context on the real terminal. */
export function terminalContext(environment: NodeJS.ProcessEnv): CommandContext {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    isTerminal: process.stdout.isTTY === true,
    progress: progressOn(process.stderr),
    clock: () => new Date(),
    user: environment.WAYMARK_USER ?? environment.USER ?? "the command line",
    storeUrl: environment.DATABASE_URL,
    environment,
  };
}

/** Waymark's own folder: where package.json and the shipped catalogue are, from source or from a build. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "catalogue"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("The catalogue that belongs to Waymark is not beside it.");
    folder = parent;
  }
  return folder;
}

/** Catalogue folders: the shipped one, the data folder's own (which may come to be while we look), then any asked for. */
export function catalogueFolders({ data, catalogue = [] }: SharedOptions): readonly string[] {
  return [join(packageFolder(), "catalogue"), join(data, "catalogue"), ...catalogue.map((folder) => resolve(folder))];
}

/** Opens the store of what people type, does something with it and closes it. */
export async function withStore<T>(
  options: SharedOptions,
  context: CommandContext,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const { openStore } = await import("../services/open-store.ts");
  const store = await openStore({ data: resolve(options.data), url: context.storeUrl });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Opens the data folder a command names. */
export async function workspaceOf(
  options: SharedOptions,
  context: CommandContext,
  asKnownOn?: string,
): Promise<Workspace> {
  const { openWorkspace } = await import("../services/workspace.ts");
  return openWorkspace({
    data: resolve(options.data),
    catalogue: catalogueFolders(options),
    report: context.progress.report,
    ...(asKnownOn === undefined ? {} : { asKnownOn }),
  });
}
