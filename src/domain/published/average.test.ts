import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { averageOf, placesOf } from "./average.ts";

const cases = [
  // printed, method, places, shown
  [["20", "21"], "mean", 0, "21"], // a half rounds up
  [["0.1", "0.2"], "mean", 1, "0.2"], // 0.15 as a double would be 0.15000000000000002
  [["1.05"], "mean", 1, "1.1"],
  [["28.7", "28.7", "28.6"], "mean", 1, "28.7"],
  [["7", "7.15", "8.0"], "mean", 2, "7.38"],
  [["-0.4", "-0.5"], "mean", 1, "-0.4"], // half up: towards plus infinity
  [["10", "50", "12"], "median", 1, "12.0"],
  [["10", "50", "12", "13"], "median", 1, "12.5"],
] as const;

for (const [printed, method, places, shown] of cases)
  test(`the ${method} of ${printed.join(", ")} is printed ${shown}`, () => {
    assert.equal(averageOf(printed, method)?.shown(places), shown);
  });

test("no figures have no average", () => {
  assert.equal(averageOf([], "mean"), null);
  assert.equal(averageOf([], "median"), null);
});

const tenths = fc.integer({ min: -9999, max: 9999 }).map((each) => (each / 10).toFixed(1));

test("an average lies between the least and the greatest, however the figures are ordered", () => {
  fc.assert(
    fc.property(
      fc.array(tenths, { minLength: 1, maxLength: 20 }),
      fc.constantFrom("mean" as const, "median" as const),
      (printed, method) => {
        const average = averageOf(printed, method);
        const values = printed.map(Number);
        assert.ok(average !== null && average.value >= Math.min(...values) - 1e-9);
        assert.ok(average.value <= Math.max(...values) + 1e-9);
        assert.equal(averageOf(printed.toReversed(), method)?.shown(1), average.shown(1));
      },
    ),
  );
});

test("a number printed to one place and averaged alone is printed as it stands", () => {
  fc.assert(
    fc.property(tenths, (printed) => assert.equal(Number(averageOf([printed], "mean")?.shown(1)), Number(printed))),
  );
});

test("places are those printed", () => assert.deepEqual(["67", "7.0", "0.25"].map(placesOf), [0, 1, 2]));
