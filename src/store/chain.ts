/** A hash chain: each entry of a log names the hash of the one before, so that none can be changed or taken out unseen. */
import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";
import type { LogRow, StoreSchema } from "./schema.ts";
import type { By, Store, StoreTransaction } from "./store.ts";

export type LogName = "change" | "access";
const TABLE = { change: "change_log", access: "access_log" } as const satisfies Record<LogName, keyof StoreSchema>;

/** The place a new entry takes. Holding it holds the log: no other process can take the next until this transaction ends. */
export type Link = { readonly log: LogName; readonly sequence: number; readonly previousHash: string };

export type LogEntry = By & {
  readonly sequence: number;
  readonly what: string;
  readonly subject: string;
  readonly detail: unknown;
  readonly hash: string;
};

/** What a check of a log found: how many entries hold, the hash at their end, and the first that does not. */
export type LogCheck = {
  readonly log: LogName;
  readonly entries: number;
  readonly head: string;
  readonly broken: { readonly sequence: number; readonly reason: string } | null;
};

/** Takes the next place in a log; the row it updates is the lock on both databases. */
export async function takeLink(transaction: StoreTransaction, log: LogName): Promise<Link> {
  const { sequence, hash } = await transaction
    .updateTable("log_head")
    .set((of) => ({ sequence: of("sequence", "+", 1) }))
    .where("log", "=", log)
    .returning(["sequence", "hash"])
    .executeTakeFirstOrThrow();
  return { log, sequence, previousHash: hash };
}

/** Writes an entry in its place and moves the head on. */
export async function appendEntry(
  transaction: StoreTransaction,
  { log, sequence, previousHash }: Link,
  entry: Pick<LogRow, "at" | "actor" | "what" | "subject" | "detail">,
): Promise<void> {
  const { at, actor, what, subject, detail } = entry;
  const unhashed = { sequence, at, actor, what, subject, detail, previous_hash: previousHash };
  const hash = hashOf(unhashed);
  await transaction
    .insertInto(TABLE[log])
    .values({ ...unhashed, hash })
    .execute();
  await transaction.updateTable("log_head").set({ hash }).where("log", "=", log).execute();
}

/** The latest entries, oldest first. */
export async function readEntries(
  { db }: Pick<Store, "db">,
  log: LogName,
  { subject, last = 1000 }: { readonly subject?: string; readonly last?: number } = {},
): Promise<readonly LogEntry[]> {
  const all = db.selectFrom(TABLE[log]).selectAll().orderBy("sequence", "desc").limit(last);
  const rows = await (subject === undefined ? all : all.where("subject", "=", subject)).execute();
  return rows.reverse().map(({ previous_hash: _, detail, ...row }) => ({ ...row, detail: JSON.parse(detail) }));
}

const PAGE = 5000;

/** Follows a log from its first entry and stops at the first link that does not hold. */
export async function checkLog({ db }: Pick<Store, "db">, log: LogName): Promise<LogCheck> {
  // The head first: entries written while we read lie beyond it and are checked next time.
  const head = await db.selectFrom("log_head").selectAll().where("log", "=", log).executeTakeFirst();
  if (head === undefined) return { log, entries: 0, head: "", broken: { sequence: 0, reason: "the log has no head" } };
  let entries = 0;
  let hash = "";
  const broken = (reason: string): LogCheck => ({
    log,
    entries,
    head: hash,
    broken: { sequence: entries + 1, reason },
  });
  while (entries < head.sequence) {
    const rows = await db
      .selectFrom(TABLE[log])
      .selectAll()
      .where("sequence", ">", entries)
      .where("sequence", "<=", head.sequence)
      .orderBy("sequence")
      .limit(PAGE)
      .execute();
    if (rows.length === 0) return broken("entries at the end are missing");
    for (const row of rows) {
      const fault = faultOf(row, entries + 1, hash);
      if (fault !== null) return broken(fault);
      entries = row.sequence;
      hash = row.hash;
    }
  }
  if (hash !== head.hash) return broken("the log's end is not the one recorded");
  return { log, entries, head: hash, broken: null };
}

function faultOf(row: LogRow, sequence: number, previousHash: string): string | null {
  const { hash, ...unhashed } = row;
  if (row.sequence !== sequence) return "an entry is missing";
  if (row.previous_hash !== previousHash) return "the entry does not follow the one before";
  return hashOf(unhashed) === hash ? null : "the entry has been changed";
}

function hashOf(entry: Omit<LogRow, "hash">): string {
  return createHash("sha256").update(canonicalJson(entry)).digest("hex");
}
