/** Which passwords are refused: short ones and those guessers try first; never for want of a capital or a sign. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { COMMON_WORDS } from "./common-passwords.ts";
import { faultOfPassword } from "./password-rules.ts";

const owner = { name: "Robin Weatherby", email: "robin.weatherby@wexcombe.example" };

const REFUSED = [
  "",
  "elevenchars",
  "password1234",
  "P@ssw0rd2026!!",
  "passwordpassword",
  "123456789012",
  "098765432109",
  "qwertyuiop12",
  "1qaz2wsx3edc",
  "aaaaaaaaaaaa",
  "abcabcabcabc",
  "abcdefghijkl",
  "Welcome2026!",
  "LetMeIn-please-now",
  "ILoveYou12345",
  "Liverpool1892",
  "manchesterunited",
  "ChildrensServices1",
  "Waymark20262026",
  "robinweatherby1",
  "Weatherby-Robin-2026",
  "December2026!!",
  "x".repeat(201),
];
for (const password of REFUSED) {
  test(`“${password.slice(0, 20)}” is refused`, () => assert.ok(faultOfPassword(password, owner)));
}

const ACCEPTED = [
  "kettle gravel sparrow",
  "lampshadewithtrousers",
  "correct-horse-plus-anvil",
  "7Gh2kQz9LmPx",
  "пароль который длинный",
  "violet ashtray 14 omelette",
];
for (const password of ACCEPTED) {
  test(`“${password}” is accepted`, () => assert.equal(faultOfPassword(password, owner), null));
}

test("whatever digits and signs stand around a common word, it stays refused", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...COMMON_WORDS),
      fc.stringMatching(/^[0-9!?.*_-]{0,6}$/),
      fc.stringMatching(/^[0-9!?.*_-]{10,14}$/),
      (word, before, after) => assert.notEqual(faultOfPassword(before + word + after, owner), null),
    ),
    { numRuns: 300 },
  );
});

test("no password keeps the rules waiting, however long", () => {
  const begun = performance.now();
  faultOfPassword("password".repeat(25), owner);
  faultOfPassword("ab1".repeat(66), owner);
  assert.ok(performance.now() - begun < 500);
});
