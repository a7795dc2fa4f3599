import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { level, seriesOf, toRate, toTravel } from "../../../test/judgement-samples.ts";
import { countDirections, countRatings } from "./count-table.ts";
import { DIRECTION_MEANINGS } from "./direction.ts";
import { fractionOf } from "./fraction.ts";
import { type ProcessControlOptions, processControl } from "./process-control.ts";
import { rate } from "./rate.ts";
import { RATING_WORDS, type RatingRule } from "./rating.ts";
import type { ProcessControl } from "./signal.ts";
import { movementOf, travel } from "./travel.ts";

const value = fc.integer({ min: 0, max: 2000 }).map((tenths) => tenths / 10);
const polarity = fc.constantFrom("high-is-good" as const, "low-is-good" as const);
const tolerance = fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10);
const rule: fc.Arbitrary<RatingRule> = fc.oneof(
  fc.record({ kind: fc.constant("relative-tolerance" as const), tolerance, zeroTolerance: tolerance }),
  fc.record({ kind: fc.constant("absolute-tolerance" as const), tolerance }),
);
const RANK = { red: 0, amber: 1, green: 2, "not-rated": 3 } as const;

test("a better value is never rated worse, whichever way is good and whatever the tolerance", () => {
  fc.assert(
    fc.property(value, value, value, polarity, rule, (one, other, target, good, by) => {
      const of = (number: number) =>
        rate(toRate(seriesOf([number], { target: level(target), measure: { polarity: good } }), { rule: by })).word;
      const [worse, better] = one < other === (good === "high-is-good") ? [one, other] : [other, one];
      assert.ok(RANK[of(worse)] <= RANK[of(better)]);
      assert.notEqual(of(one), "not-rated");
    }),
    { numRuns: 300 },
  );
});

test("a value that meets its target is green, one that misses it is not, and the sentence begins with the word", () => {
  fc.assert(
    fc.property(value, value, rule, (number, target, by) => {
      const { word, sentence } = rate(toRate(seriesOf([number], { target: level(target) }), { rule: by }));
      assert.equal(word === "green", number >= target);
      assert.match(
        sentence,
        { red: /^Red: /, amber: /^Amber: /, green: /^Green: /, "not-rated": /^Not rated: / }[word],
      );
    }),
  );
});

test("a wider tolerance never turns amber to red", () => {
  fc.assert(
    fc.property(value, value, tolerance, tolerance, (number, target, a, b) => {
      const of = (allowed: number) =>
        rate(
          toRate(seriesOf([number], { target: level(target) }), {
            rule: { kind: "absolute-tolerance", tolerance: allowed },
          }),
        ).word;
      assert.ok(RANK[of(Math.min(a, b))] <= RANK[of(Math.max(a, b))]);
    }),
  );
});

test("there and back again: the arrow turns round and so does the meaning", () => {
  fc.assert(
    fc.property(value, value, tolerance, polarity, (from, to, allowed, good) => {
      const input = {
        rule: { kind: "sign", tolerance: allowed },
        rating: "amber",
        measure: { polarity: good },
      } as const;
      const there = movementOf(fractionOf(from), fractionOf(to), input);
      const back = movementOf(fractionOf(to), fractionOf(from), input);
      const turned = { up: "down", down: "up", level: "level", none: "none" } as const;
      assert.equal(back.arrow, turned[there.arrow]);
      assert.equal(
        back.meaning,
        there.meaning === "similar" ? "similar" : there.meaning === "worse" ? "improving" : "worse",
      );
    }),
  );
});

test("turning polarity round swaps improving and worse and leaves the arrow", () => {
  fc.assert(
    fc.property(value, value, (from, to) => {
      const of = (good: "high-is-good" | "low-is-good") =>
        travel(toTravel(seriesOf([from, to], { measure: { polarity: good } })));
      const [high, low] = [of("high-is-good"), of("low-is-good")];
      assert.equal(high.arrow, low.arrow);
      assert.equal(new Set([high.meaning, low.meaning]).size, high.arrow === "level" ? 1 : 2);
    }),
  );
});

test("count tables add up to the number of indicators", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...RATING_WORDS)),
      fc.array(fc.constantFrom(...DIRECTION_MEANINGS)),
      (words, meanings) => {
        const { total, ...parts } = countRatings(words);
        assert.equal(total, words.length);
        assert.equal(
          Object.values(parts).reduce((sum, count) => sum + count, 0),
          total,
        );
        const { total: all, ...directions } = countDirections(meanings);
        assert.equal(all, meanings.length);
        assert.equal(
          Object.values(directions).reduce((sum, count) => sum + count, 0),
          all,
        );
      },
    ),
  );
});

const series = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 8, maxLength: 30 });
const method = fc.constantFrom("spreadsheet" as const, "screened" as const);

function chartOf(values: readonly number[], options: Partial<ProcessControlOptions> = {}): ProcessControl {
  const points = values.map((number, place) => ({ period: String(place), value: number }));
  const chart = processControl(points, { polarity: "high-is-good", window: "in-month", ...options });
  assert.ok("points" in chart);
  return chart;
}

test("the mean lies between its limits, and screening never widens them", () => {
  fc.assert(
    fc.property(series, (values) => {
      const [every] = chartOf(values, { method: "spreadsheet" }).points;
      const [screened] = chartOf(values, { method: "screened" }).points;
      assert.ok(every !== undefined && screened !== undefined);
      assert.ok(every.lower <= every.mean && every.mean <= every.upper);
      assert.ok(screened.upper <= every.upper + 1e-9 && screened.lower >= every.lower - 1e-9);
    }),
  );
});

test("counting in other units or from another nought changes no signal", () => {
  fc.assert(
    fc.property(
      series,
      method,
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: -300, max: 300 }),
      (values, by, scale, shift) => {
        const plain = chartOf(values, { method: by });
        const moved = chartOf(
          values.map((number) => number * scale + shift),
          { method: by },
        );
        assert.deepEqual(
          moved.points.map(({ rule: found, meaning }) => [found, meaning]),
          plain.points.map(({ rule: found, meaning }) => [found, meaning]),
        );
        const [before, after] = [plain.points[0], moved.points[0]];
        assert.ok(Math.abs((after?.upper ?? 0) - ((before?.upper ?? 0) * scale + shift)) < 1e-6);
      },
    ),
  );
});

const SWAPPED = { improvement: "concern", concern: "improvement", "common-cause": "common-cause" } as const;

test("turning polarity round swaps improvement and concern, passing and failing", () => {
  fc.assert(
    fc.property(series, fc.integer({ min: -200, max: 200 }), (values, target) => {
      const high = chartOf(values, { polarity: "high-is-good", target });
      const low = chartOf(values, { polarity: "low-is-good", target });
      assert.deepEqual(
        low.points.map(({ meaning }) => meaning),
        high.points.map(({ meaning }) => SWAPPED[meaning as keyof typeof SWAPPED]),
      );
      const swapped = {
        "consistently-passing": "consistently-failing",
        "consistently-failing": "consistently-passing",
        "hit-and-miss": "hit-and-miss",
      } as const;
      assert.equal(low.assurance, swapped[high.assurance ?? "hit-and-miss"]);
    }),
  );
});

test("the mirror image of a series signals the same where low is good", () => {
  fc.assert(
    fc.property(series, (values) => {
      const plain = chartOf(values, { polarity: "high-is-good" });
      const mirrored = chartOf(
        values.map((number) => -number),
        { polarity: "low-is-good" },
      );
      assert.deepEqual(
        mirrored.points.map(({ rule: found, meaning }) => [found, meaning]),
        plain.points.map(({ rule: found, meaning }) => [found, meaning]),
      );
    }),
  );
});
