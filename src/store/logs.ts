/** The two logs of the store: what was changed, and who saw rows about children. */
import { checkLog, type LogCheck, type LogEntry, readEntries } from "./chain.ts";
import type { Store } from "./store.ts";

export type LoggedChange = Omit<LogEntry, "detail"> & { readonly before: unknown; readonly after: unknown };
export type LoggedAccess = Omit<LogEntry, "detail"> & { readonly purpose: string; readonly detail: unknown };

type Choice = { readonly subject?: string; readonly last?: number };

/** The latest changes, oldest first; by default the last thousand. */
export async function readLog(store: Store, choice: Choice = {}): Promise<readonly LoggedChange[]> {
  return (await readEntries(store, "change", choice)).map(({ detail, ...entry }) => ({
    ...entry,
    ...(detail as { readonly before: unknown; readonly after: unknown }),
  }));
}

/** Checks the change log's chain. */
export async function verifyLog(store: Store): Promise<LogCheck> {
  return checkLog(store, "change");
}

/** The latest views of children, oldest first; by default the last thousand. */
export async function readAccessLog(store: Store, choice: Choice = {}): Promise<readonly LoggedAccess[]> {
  return (await readEntries(store, "access", choice)).map(({ detail, ...entry }) => ({
    ...entry,
    ...(detail as { readonly purpose: string; readonly detail: unknown }),
  }));
}

/** Checks the access log's chain. */
export async function verifyAccessLog(store: Store): Promise<LogCheck> {
  return checkLog(store, "access");
}

/** Where the change log ends: what an answer made from typed things may be kept under, and what an edition remembers. */
export async function logHead({
  db,
}: Pick<Store, "db">): Promise<{ readonly sequence: number; readonly hash: string }> {
  const head = await db
    .selectFrom("log_head")
    .select(["sequence", "hash"])
    .where("log", "=", "change")
    .executeTakeFirst();
  return { sequence: Number(head?.sequence ?? 0), hash: head?.hash ?? "" };
}
