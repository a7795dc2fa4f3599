/** Finding one's way in the access log: by person, by child, by what was done, by day. */
import type { LogEntry } from "./chain.ts";
import type { LoggedAccess } from "./logs.ts";
import type { Store } from "./store.ts";

export type AccessQuestion = {
  /** The actor, exactly as written. */
  readonly actor?: string;
  /** A child's pseudonym: entries that showed this child. */
  readonly child?: string;
  /** "list", "export", "case", "refused", "sign-in" … */
  readonly what?: string;
  /** Days, both inclusive. */
  readonly from?: string;
  readonly to?: string;
};

/** At most so many entries are read for one answer. */
export const MOST_ENTRIES = 5000;

/** Entries that answer the question, newest first. */
export async function findAccess(
  { db }: Pick<Store, "db">,
  { actor, child, what, from, to }: AccessQuestion,
  last: number = MOST_ENTRIES,
): Promise<readonly LoggedAccess[]> {
  let query = db.selectFrom("access_log").selectAll().orderBy("sequence", "desc").limit(last);
  if (actor !== undefined) query = query.where("actor", "=", actor);
  if (what !== undefined) query = query.where("what", "=", what);
  if (from !== undefined) query = query.where("at", ">=", from);
  // Moments are ISO text: everything of the day sorts before the letter after "T".
  if (to !== undefined) query = query.where("at", "<", `${to}U`);
  if (child !== undefined) query = query.where("detail", "like", `%${escaped(JSON.stringify(child))}%`);
  const rows = await query.execute();
  const entries = rows.map(({ previous_hash: _, detail, ...row }) => accessOf({ ...row, detail: JSON.parse(detail) }));
  return child === undefined ? entries : entries.filter(({ detail }) => childrenIn(detail).includes(child));
}

/** Everybody the log names, and everything they did, for choosing from. */
export async function accessChoices({
  db,
}: Pick<Store, "db">): Promise<{ readonly actors: readonly string[]; readonly whats: readonly string[] }> {
  const actors = await db.selectFrom("access_log").select("actor").distinct().orderBy("actor").execute();
  const whats = await db.selectFrom("access_log").select("what").distinct().orderBy("what").execute();
  return { actors: actors.map(({ actor }) => actor), whats: whats.map(({ what }) => what) };
}

/** The children an entry's detail names: those a list showed, or the one whose page was opened. */
export function childrenIn(detail: unknown): readonly string[] {
  if (typeof detail !== "object" || detail === null) return [];
  const children = "children" in detail && Array.isArray(detail.children) ? detail.children.map(String) : [];
  return "child" in detail ? [...children, String(detail.child)] : children;
}

/** `%`, `_` and the escape itself stand for themselves in SQLite and PostgreSQL alike only when they do not occur. */
function escaped(text: string): string {
  return text.replaceAll("%", "_").replaceAll("\\", "_");
}

function accessOf({ detail, ...entry }: LogEntry): LoggedAccess {
  return { ...entry, ...(detail as { readonly purpose: string; readonly detail: unknown }) };
}
