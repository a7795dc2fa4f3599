/** Codes good for one use and a short time: only their hash is kept, so reading the store gives nobody a way in. */
import { createHash, randomBytes } from "node:crypto";
import type { Store } from "../../store/store.ts";
import type { OneTimeKind } from "../../store/tables/sign-in.ts";

export type OneTimeCode = { readonly person: string | null; readonly content: unknown };

type ToMake = {
  readonly kind: OneTimeKind;
  readonly at: Date;
  readonly lastsMs: number;
  readonly person?: string;
  readonly content?: unknown;
};

/** Letters and digits that are not mistaken for one another when read aloud or typed from paper. */
const ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
const LENGTH = 25;
const GROUP = 5;

/** Makes a code. @returns the code, in groups of five, to be shown once; it cannot be read again */
export async function makeCode(store: Store, { kind, at, lastsMs, person, content }: ToMake): Promise<string> {
  const code = randomCode();
  await store.housekeep(async (transaction) => {
    // Those long past are of no use to anybody; this is the one place new ones come from.
    await transaction
      .deleteFrom("one_time_code")
      .where("expires_at", "<", new Date(at.getTime() - 30 * 86_400_000).toISOString())
      .execute();
    await transaction
      .insertInto("one_time_code")
      .values({
        code_hash: hashOf(code),
        kind,
        person: person ?? null,
        content: JSON.stringify(content ?? null),
        made_at: at.toISOString(),
        expires_at: new Date(at.getTime() + lastsMs).toISOString(),
        used_at: null,
      })
      .execute();
  });
  return code;
}

/** What a code stands for while it may be used, without using it; `null` otherwise. */
export async function lookAtCode(
  { db }: Pick<Store, "db">,
  { kind, code, at }: { readonly kind: OneTimeKind; readonly code: string; readonly at: Date },
): Promise<OneTimeCode | null> {
  const row = await db
    .selectFrom("one_time_code")
    .selectAll()
    .where("code_hash", "=", hashOf(code))
    .where("kind", "=", kind)
    .where("used_at", "is", null)
    .where("expires_at", ">", at.toISOString())
    .executeTakeFirst();
  return row === undefined ? null : { person: row.person, content: JSON.parse(row.content) };
}

/** Uses a code up; of two who try at once one succeeds. @returns `null` when there is none, or it was used or is too old */
export async function useCode(
  store: Store,
  { kind, code, at }: { readonly kind: OneTimeKind; readonly code: string; readonly at: Date },
): Promise<OneTimeCode | null> {
  const row = await store.housekeep((transaction) =>
    transaction
      .updateTable("one_time_code")
      .set({ used_at: at.toISOString() })
      .where("code_hash", "=", hashOf(code))
      .where("kind", "=", kind)
      .where("used_at", "is", null)
      .where("expires_at", ">", at.toISOString())
      .returning(["person", "content"])
      .executeTakeFirst(),
  );
  return row === undefined ? null : { person: row.person, content: JSON.parse(row.content) };
}

/** Makes every code of a kind for a person useless. */
export async function spoilCodesOf(
  store: Store,
  { kind, person, at }: { readonly kind: OneTimeKind; readonly person: string; readonly at: Date },
): Promise<void> {
  await store.housekeep((transaction) =>
    transaction
      .updateTable("one_time_code")
      .set({ used_at: at.toISOString() })
      .where("kind", "=", kind)
      .where("person", "=", person)
      .where("used_at", "is", null)
      .execute(),
  );
}

/** 25 letters and digits of 30: some 122 bits. */
function randomCode(): string {
  const letters: string[] = [];
  while (letters.length < LENGTH)
    // Bytes beyond the last whole multiple are thrown away, so that each letter is as likely as any other.
    for (const byte of randomBytes(LENGTH))
      if (byte < 240 && letters.length < LENGTH) letters.push(ALPHABET.charAt(byte % ALPHABET.length));
  const groups = Array.from({ length: LENGTH / GROUP }, (_, index) =>
    letters.slice(index * GROUP, (index + 1) * GROUP),
  );
  return groups.map((group) => group.join("")).join("-");
}

/** Typed in small letters, or without the hyphens, it is the same code. */
function hashOf(code: string): string {
  return createHash("sha256")
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ""))
    .digest("hex");
}
