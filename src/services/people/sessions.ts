/** Sessions kept on the server: begun, found, ended, with limits on idleness and on length. */
import { createHash, randomBytes } from "node:crypto";
import type { Store } from "../../store/store.ts";
import type { SessionRow } from "../../store/tables/people.ts";
import { readSignInSettings } from "./sign-in-settings.ts";

export const SIGN_IN_WAYS = ["local", "oidc", "trial", "break-glass"] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

export type Session = {
  /** Hash of the secret in the cookie: enough to name the session, not to take it over. */
  readonly id: string;
  readonly person: string;
  readonly how: SignInWay;
  /** What every form of this session carries (CSRF). */
  readonly formToken: string;
  /** Why lists of children are opened in this session; `null` until said. */
  readonly purpose: string | null;
};

/** How long a session that is over can still say whose it was, to keep what its person was writing. */
const KEPT_MS = 30 * 86_400_000;
/** How stale `seen_at` may grow before it is written again. */
const TOUCH_MS = 60 * 1000;

/** Begins a session. @returns the secret for the cookie, which is kept nowhere else */
export async function beginSession(
  store: Store,
  { person, how, at }: { readonly person: string; readonly how: SignInWay; readonly at: Date },
): Promise<{ readonly secret: string; readonly session: Session }> {
  const secret = randomBytes(32).toString("base64url");
  const now = at.toISOString();
  const row: SessionRow = {
    id_hash: hashOf(secret),
    person,
    how,
    form_token: randomBytes(24).toString("base64url"),
    purpose: null,
    created_at: now,
    seen_at: now,
    ended_at: null,
  };
  await store.housekeep(async (transaction) => {
    // What came of long-past sessions is in the logs; the sessions themselves are of no use to anybody.
    const longPast = new Date(at.getTime() - KEPT_MS).toISOString();
    await transaction.deleteFrom("session").where("created_at", "<", longPast).execute();
    await transaction.insertInto("session").values(row).execute();
  });
  return { secret, session: sessionOf(row) };
}

/** The session a cookie's secret belongs to, while it lasts. Looking counts as a request, unless it is only a peek. */
export async function findSession(
  store: Store,
  secret: string,
  at: Date,
  { isPeek = false }: { readonly isPeek?: boolean } = {},
): Promise<Session | null> {
  const idHash = hashOf(secret);
  const row = await store.db.selectFrom("session").selectAll().where("id_hash", "=", idHash).executeTakeFirst();
  if (row === undefined || row.ended_at !== null) return null;
  const { idleMinutes, wholeHours } = await readSignInSettings(store);
  const idle = at.getTime() - Date.parse(row.seen_at);
  if (idle > idleMinutes * 60_000 || at.getTime() - Date.parse(row.created_at) > wholeHours * 3_600_000) return null;
  if (idle > TOUCH_MS && !isPeek)
    await store.housekeep((transaction) =>
      transaction.updateTable("session").set({ seen_at: at.toISOString() }).where("id_hash", "=", idHash).execute(),
    );
  return sessionOf(row);
}

/** How long a session still lasts, and whether a request would make it last longer. */
export async function timeLeft(
  store: Store,
  id: string,
  at: Date,
): Promise<{ readonly endsInMs: number; readonly mayStay: boolean }> {
  const { idleMinutes, wholeHours } = await readSignInSettings(store);
  const row = await store.db.selectFrom("session").selectAll().where("id_hash", "=", id).executeTakeFirst();
  if (row === undefined) return { endsInMs: 0, mayStay: false };
  const idleEnds = Date.parse(row.seen_at) + idleMinutes * 60_000;
  const wholeEnds = Date.parse(row.created_at) + wholeHours * 3_600_000;
  return { endsInMs: Math.max(0, Math.min(idleEnds, wholeEnds) - at.getTime()), mayStay: idleEnds < wholeEnds };
}

/** A session that has ended of itself, not by anybody's will; for keeping what its person was writing. */
export async function findLapsedSession({ db }: Pick<Store, "db">, secret: string): Promise<Session | null> {
  const row = await db.selectFrom("session").selectAll().where("id_hash", "=", hashOf(secret)).executeTakeFirst();
  return row === undefined || row.ended_at !== null ? null : sessionOf(row);
}

export type OpenSession = {
  readonly id: string;
  readonly how: SignInWay;
  readonly beganAt: string;
  readonly seenAt: string;
};

/** The sessions of a person that have not ended, the latest first. */
export async function openSessionsOf(store: Store, person: string, at: Date): Promise<readonly OpenSession[]> {
  const { idleMinutes, wholeHours } = await readSignInSettings(store);
  const before = (ms: number) => new Date(at.getTime() - ms).toISOString();
  const rows = await store.db
    .selectFrom("session")
    .selectAll()
    .where("person", "=", person)
    .where("ended_at", "is", null)
    .where("seen_at", ">=", before(idleMinutes * 60_000))
    .where("created_at", ">=", before(wholeHours * 3_600_000))
    .orderBy("seen_at", "desc")
    .execute();
  return rows.map(({ id_hash: id, how, created_at: beganAt, seen_at: seenAt }) => ({
    id,
    how: how as SignInWay,
    beganAt,
    seenAt,
  }));
}

/** Ends a person's other sessions and keeps one. */
export async function endOtherSessions(
  store: Store,
  { person, keep, at }: { readonly person: string; readonly keep: string; readonly at: Date },
): Promise<void> {
  await store.housekeep((transaction) =>
    transaction
      .updateTable("session")
      .set({ ended_at: at.toISOString() })
      .where("person", "=", person)
      .where("id_hash", "!=", keep)
      .where("ended_at", "is", null)
      .execute(),
  );
}

/** Ends one session, by its id. */
export async function endSession(store: Store, id: string, at: Date): Promise<void> {
  await store.housekeep((transaction) =>
    transaction.updateTable("session").set({ ended_at: at.toISOString() }).where("id_hash", "=", id).execute(),
  );
}

/** Ends every session of a person: when an account is closed or a password changes. */
export async function endSessionsOf(store: Store, person: string, at: Date): Promise<void> {
  await store.housekeep((transaction) =>
    transaction
      .updateTable("session")
      .set({ ended_at: at.toISOString() })
      .where("person", "=", person)
      .where("ended_at", "is", null)
      .execute(),
  );
}

/** Remembers why lists of children are opened in this session. */
export async function rememberPurpose(store: Store, id: string, purpose: string): Promise<void> {
  await store.housekeep((transaction) =>
    transaction.updateTable("session").set({ purpose }).where("id_hash", "=", id).execute(),
  );
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

function sessionOf({ id_hash: id, person, how, form_token: formToken, purpose }: SessionRow): Session {
  return { id, person, how: how as SignInWay, formToken, purpose };
}
