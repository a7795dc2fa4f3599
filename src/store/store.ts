/** What the store of typed things is to those who use it: read through `db`, write only through `change`. */
import type { Kysely, Transaction } from "kysely";
import type { StoreSchema } from "./schema.ts";
import type { HousekeepingTables } from "./tables/people.ts";

export const STORE_KINDS = ["sqlite", "postgresql"] as const;
export type StoreKind = (typeof STORE_KINDS)[number];

/** Who does something and when. */
export type By = {
  readonly actor: string;
  /** ISO moment: "2026-11-21T09:50:00.000Z". */
  readonly at: string;
};

/** A change about to be made; `what` is a verb and its thing, "set target". */
export type Change = By & { readonly what: string };

/** What a change did: what it was done to, how that stood before and after (kept as JSON), and what its caller gets back. */
export type Changed<T> = {
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly result: T;
};

/** Somebody saw, searched for or took away rows about children. */
export type Access = By & {
  /** "list", "search", "export", "case". */
  readonly what: string;
  /** What was seen: a measure and period, a child's pseudonym. */
  readonly subject: string;
  /** Why it was needed, in the person's own words. */
  readonly purpose: string;
  /** How many rows, filters and the like; kept as JSON. */
  readonly detail: unknown;
};

/** A transaction of the store; changes are one at a time, so what is read in one holds until it ends. */
export type StoreTransaction = Transaction<StoreSchema>;

/** A transaction that reaches only what is kept without a trace in the change log: sessions, drafts, counts of use. */
export type HousekeepingTransaction = Transaction<HousekeepingTables>;

/** Reads, and nothing else. */
export type StoreReader = Pick<Kysely<StoreSchema>, "selectFrom">;

export type Store = {
  readonly kind: StoreKind;
  /** For reading; a write here is refused, because it would leave no trace in the log. */
  readonly db: StoreReader;
  /** Does the work and appends to the change log in one transaction: both happen, or neither. */
  change<T>(change: Change, work: (transaction: StoreTransaction) => Promise<Changed<T>>): Promise<T>;
  /** Writes what is no one's considered word: sessions, drafts, counts of use. Nothing of it enters a log. */
  housekeep<T>(work: (transaction: HousekeepingTransaction) => Promise<T>): Promise<T>;
  /** Appends to the access log, which is chained like the change log and apart from it. */
  recordAccess(access: Access): Promise<void>;
  close(): Promise<void>;
};
