/** Passwords as kept: argon2id with its parameters, another salt each time, and a plain no for whatever else is there. */
import assert from "node:assert/strict";
import { argon2Sync } from "node:crypto";
import { test } from "node:test";
import { hashPassword, isOutdated, isPassword } from "./password-hash.ts";

const PASSWORD = "kettle gravel spärrow";

test("a kept password says how it was made, is never made twice alike, and knows its own", async () => {
  const [one, other] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  assert.notEqual(one, other);
  assert.equal(await isPassword(PASSWORD, one), true);
  assert.equal(await isPassword(`${PASSWORD} `, one), false);
  assert.equal(isOutdated(one), false);
});

test("an accent typed in two ways is the same password", async () => {
  assert.equal(await isPassword(PASSWORD.normalize("NFD"), await hashPassword(PASSWORD.normalize("NFC"))), true);
});

test("a password kept with weaker parameters is still known, and known to be outdated", async () => {
  const salt = Buffer.from("somesaltsomesalt");
  const tag = argon2Sync("argon2id", {
    message: PASSWORD.normalize("NFC"),
    nonce: salt,
    memory: 64,
    passes: 3,
    parallelism: 1,
    tagLength: 32,
  });
  const plain = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
  const kept = `$argon2id$v=19$m=64,t=3,p=1$${plain(salt)}$${plain(tag)}`;
  assert.equal(await isPassword(PASSWORD, kept), true);
  assert.equal(isOutdated(kept), true);
});

const NOT_KEPT = [
  null,
  "",
  "plain text",
  "$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  "$2b$10$abcdefghijklmnopqrstuv",
];
for (const kept of NOT_KEPT) {
  test(`nothing is the password of ${JSON.stringify(kept)?.slice(0, 30)}`, async () => {
    assert.equal(await isPassword("plain text", kept), false);
    assert.equal(await isPassword("", kept), false);
  });
}
