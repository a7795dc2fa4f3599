/** Guessing slowed down: after a few wrong passwords a name, or an address, must wait, longer each time. */
import { createHash } from "node:crypto";
import type { HousekeepingTransaction, Store } from "../../store/store.ts";
import type { SignInFailureRow } from "../../store/tables/people.ts";

/** Wrong passwords let through before the first wait, and what the first and longest waits are. */
type Patience = { readonly free: number; readonly firstWaitMs: number; readonly longestWaitMs: number };

const MINUTE = 60_000;
/** Of one name: a person mistypes a few times; a guesser is left some hundred tries a day. */
export const NAME_PATIENCE: Patience = { free: 5, firstWaitMs: MINUTE, longestWaitMs: 15 * MINUTE };
/** Of one address: a whole office may share it. */
export const ADDRESS_PATIENCE: Patience = { free: 30, firstWaitMs: MINUTE, longestWaitMs: 15 * MINUTE };
/** After so long without a wrong password everything is forgotten. */
const FORGET_MS = 24 * 60 * MINUTE;

/** How long after its last failure a key with so many must wait. */
export function waitAfter(failures: number, { free, firstWaitMs, longestWaitMs }: Patience): number {
  return failures < free ? 0 : Math.min(firstWaitMs * 2 ** Math.min(failures - free, 20), longestWaitMs);
}

export type Attempt = {
  /** As typed; whether such a name exists makes no difference here. */
  readonly name: string;
  readonly address: string;
  readonly at: Date;
};

/**
 * Counts a try before it is made, so that many at once are counted too.
 *
 * @returns for how many milliseconds it must not be made; 0 when it may
 */
export async function countTry(store: Store, { name, address, at }: Attempt): Promise<number> {
  const keys = [
    { key: nameKey(name), patience: NAME_PATIENCE },
    { key: `address ${address}`, patience: ADDRESS_PATIENCE },
  ];
  return store.housekeep(async (transaction) => {
    const forgotten = new Date(at.getTime() - FORGET_MS).toISOString();
    await transaction.deleteFrom("sign_in_failure").where("last_at", "<", forgotten).execute();
    let wait = 0;
    for (const { key, patience } of keys) {
      const { count, last_at: last } = await lockedRow(transaction, key, at);
      wait = Math.max(wait, waitAfter(Number(count), patience) - (at.getTime() - Date.parse(last)));
    }
    // A try that is turned away is no guess: somebody else's hammering must not prolong the owner's wait for ever.
    if (wait > 0) return wait;
    await transaction
      .updateTable("sign_in_failure")
      .set((of) => ({ count: of("count", "+", 1), last_at: at.toISOString() }))
      .where(
        "key",
        "in",
        keys.map(({ key }) => key),
      )
      .execute();
    return 0;
  });
}

/** The count of a key, held until the transaction ends: of many tries at once each sees those before it. */
function lockedRow(transaction: HousekeepingTransaction, key: string, at: Date): Promise<SignInFailureRow> {
  return transaction
    .insertInto("sign_in_failure")
    .values({ key, count: 0, last_at: at.toISOString() })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ key }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Takes back what `countTry` counted, because the password was right. The address keeps its earlier failures. */
export async function forgiveTry(store: Store, { name, address }: Attempt): Promise<void> {
  await store.housekeep(async (transaction) => {
    await transaction.deleteFrom("sign_in_failure").where("key", "=", nameKey(name)).execute();
    await transaction
      .updateTable("sign_in_failure")
      .set((of) => ({ count: of("count", "-", 1) }))
      .where("key", "=", `address ${address}`)
      .where("count", ">", 0)
      .execute();
  });
}

/** People now and then type their password where their name belongs; so it is not kept as typed. */
function nameKey(name: string): string {
  return `name ${createHash("sha256").update(name.trim().toLowerCase()).digest("hex")}`;
}
