/** Passwords as kept: argon2id in the usual text form, which holds its own parameters, so that they can be raised later. */
import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

type Strength = { readonly memory: number; readonly passes: number; readonly parallelism: number };

/** 19 MiB, two passes, one lane: the least OWASP's password storage guidance asks of argon2id; about 26 ms here. */
const STRENGTH: Strength = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_BYTES = 32;
const SALT_BYTES = 16;
/** A hash of a tampered store must not take the machine's memory. */
const MOST_MEMORY = 1_048_576;

const hashWith = promisify(argon2);

/** A password as kept: $argon2id$v=19$m=…,t=…,p=…$salt$tag. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await tagOf(password, { salt, length: TAG_BYTES, strength: STRENGTH });
  const { memory, passes, parallelism } = STRENGTH;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Whether a password is the one kept. Without a kept one the same work is done and the answer is no. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const { salt, tag, strength } = parts(kept) ?? NOBODYS;
  const found = await tagOf(password, { salt, length: tag.length, strength });
  return timingSafeEqual(found, tag) && kept !== null;
}

/** Whether a kept password was made with other parameters than are used now, and should be made again when next known. */
export function isOutdated(kept: string): boolean {
  const strength = parts(kept)?.strength;
  return JSON.stringify(strength) !== JSON.stringify(STRENGTH);
}

const NOBODYS = { salt: randomBytes(SALT_BYTES), tag: randomBytes(TAG_BYTES), strength: STRENGTH };

function tagOf(
  password: string,
  { salt, length, strength }: { readonly salt: Buffer; readonly length: number; readonly strength: Strength },
): Promise<Buffer> {
  // Accents may be typed in two ways on two machines; both are the same password.
  const message = Buffer.from(password.normalize("NFC"));
  return hashWith("argon2id", { message, nonce: salt, tagLength: length, ...strength });
}

function parts(kept: string | null): { salt: Buffer; tag: Buffer; strength: Strength } | null {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]{11,})\$([A-Za-z0-9+/]{22,})$/.exec(
    kept ?? "",
  );
  if (found === null) return null;
  const [memory, passes, parallelism] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (memory > MOST_MEMORY || passes > 20 || parallelism > 16) return null;
  return {
    salt: Buffer.from(found[4] ?? "", "base64"),
    tag: Buffer.from(found[5] ?? "", "base64"),
    strength: { memory, passes, parallelism },
  };
}

function base64(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}
