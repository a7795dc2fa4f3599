/** Tokens with which a program reads what its maker may read: made once, shown once, ended by a day or by hand. */
import { createHash, randomBytes } from "node:crypto";
import { addDays, type IsoDate, isIsoDate } from "../../domain/dates.ts";
import { AppError } from "../../domain/errors.ts";
import type { By, Store } from "../../store/store.ts";
import { nextId, withdraw } from "../../store/typed-row.ts";

export type ApiToken = {
  readonly id: number;
  readonly person: string;
  readonly name: string;
  readonly lastDay: IsoDate;
};

/** A token may live so many days at most. */
export const LONGEST_DAYS = 366;
const PREFIX = "waymark_";

/** Makes a token. @returns the token itself, for the only time @throws AppError FORM_INVALID */
export async function makeToken(
  store: Store,
  { actor, at }: By,
  wanted: Omit<ApiToken, "id">,
): Promise<{ readonly secret: string; readonly token: ApiToken }> {
  const today = at.slice(0, 10);
  if (
    wanted.name.trim() === "" ||
    !isIsoDate(wanted.lastDay) ||
    wanted.lastDay < today ||
    wanted.lastDay > addDays(today, LONGEST_DAYS)
  )
    throw new AppError(
      "FORM_INVALID",
      "A token needs a name, and a last day between today and a year from now.",
      "Say what the token is for and until when.",
    );
  const secret = PREFIX + randomBytes(32).toString("base64url");
  const token = await store.change({ actor, at, what: "make token" }, async (transaction) => {
    const id = await nextId(transaction, "api_token");
    const { person, name, lastDay } = wanted;
    const row = { id, person, name, last_day: lastDay, author: actor, at, withdrawn_at: null };
    await transaction
      .insertInto("api_token")
      .values({ ...row, secret_hash: hashOf(secret) })
      .execute();
    return { subject: `person ${person}`, before: null, after: row, result: { ...wanted, id } };
  });
  return { secret, token };
}

/** The token a program sent, while it may be used; `null` for any other text. */
export async function findToken({ db }: Pick<Store, "db">, secret: string, today: IsoDate): Promise<ApiToken | null> {
  if (!secret.startsWith(PREFIX)) return null;
  const row = await db
    .selectFrom("api_token")
    .selectAll()
    .where("secret_hash", "=", hashOf(secret))
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return row === undefined || row.last_day < today ? null : tokenOf(row);
}

/** A person's tokens that were not withdrawn. */
export async function tokensOf({ db }: Pick<Store, "db">, person: string): Promise<readonly ApiToken[]> {
  const rows = await db
    .selectFrom("api_token")
    .selectAll()
    .where("person", "=", person)
    .where("withdrawn_at", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(tokenOf);
}

/** Ends a token of that person. @throws AppError TYPED_UNKNOWN */
export async function withdrawToken(
  store: Store,
  { actor, at }: By,
  { id, person }: { readonly id: number; readonly person: string },
): Promise<void> {
  await store.change({ actor, at, what: "withdraw token" }, async (transaction) => {
    const before = await withdraw(transaction, "api_token", { id, at });
    if (before.person !== person)
      throw new AppError("TYPED_UNKNOWN", "You have no token of that number.", "Choose one from your list of tokens.");
    const { secret_hash: _, ...kept } = before;
    return { subject: `person ${person}`, before: kept, after: null, result: undefined };
  });
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

function tokenOf(row: { id: number; person: string; name: string; last_day: string }): ApiToken {
  return { id: row.id, person: row.person, name: row.name, lastDay: row.last_day };
}
