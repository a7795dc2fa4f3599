import assert from "node:assert/strict";
import { test } from "node:test";
import { bands, codes, makeRandom } from "./prng.ts";

test("the same keys give the same stream and others another", () => {
  const draw = (...keys: (string | number)[]) => {
    const random = makeRandom(...keys);
    return Array.from({ length: 5 }, () => random.next());
  };
  assert.deepEqual(draw("seed", 1, 23), draw("seed", 1, 23));
  assert.notDeepEqual(draw("seed", 1, 23), draw("seed", 12, 3));
});

test("codes come out in their shares", () => {
  const random = makeRandom("shares");
  const choice = codes("A 75, B 25");
  const drawn = Array.from({ length: 20_000 }, () => random.pick(choice));
  const share = drawn.filter((code) => code === "A").length / drawn.length;
  assert.ok(Math.abs(share - 0.75) < 0.015, String(share));
});

test("a band holds both its ends", () => {
  const [from, to] = makeRandom("band").pick(bands("3-5 1"));
  const random = makeRandom("ends");
  assert.deepEqual([...new Set(Array.from({ length: 200 }, () => random.int(from, to)))].toSorted(), [3, 4, 5]);
});
