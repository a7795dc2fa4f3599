import assert from "node:assert/strict";
import { test } from "node:test";
import type { Figure } from "../../domain/figure.ts";
import { periodsBetween } from "../../domain/period.ts";
import { readCatalogue } from "../../measures/catalogue.ts";
import { isSameForTeams, type Placement, teamPlacements } from "../teams/placements.ts";
import { lineOf, type Typed } from "./team-lines.ts";

const PLACEMENTS = teamPlacements(readCatalogue(["catalogue"]));
const NOTHING_TYPED: Typed = { targets: new Map(), notes: [] };

/** A percentage the higher the better, rated against a target of its own. */
function percentage(target = "90%"): Placement {
  const base = PLACEMENTS.find(
    ({ measure }) =>
      measure.unit === "percentage" && measure.polarity === "high-is-good" && measure.breakdowns.includes("team"),
  );
  assert.ok(base !== undefined);
  const { bands: _, ...indicator } = base.indicator;
  return {
    ...base,
    indicator: {
      ...indicator,
      window: "in-month",
      target: { text: target },
      rating: { kind: "absolute-tolerance", tolerance: 5 },
      direction: { kind: "sign", tolerance: 0 },
      compare: "previous-period",
    },
  };
}

/** Months to March 2026 with these numerators of 100. */
function months(placement: Placement, ...numerators: readonly number[]): readonly Figure[] {
  const periods = periodsBetween("in-month", "2024-01-01", "2026-03-31").slice(-numerators.length);
  return numerators.map((numerator, index) => ({
    ...{ authority: "Wexcombe", measure: placement.measure.id, window: "in-month", by: "team", breakdown: "Harbour" },
    ...{ period: periods[index]?.id ?? "", numerator, denominator: 100, value: numerator },
    ...{ shown: `${numerator}.0%`, status: "value" },
  }));
}

const cases: readonly (readonly [string, readonly number[], readonly string[]])[] = [
  ["far from its target is red", [80, 82], ["red"]],
  ["near its target and worse is amber and falling", [88, 87], ["amber-falling"]],
  ["near its target and better does not stand out", [86, 87], []],
  ["at its target does not stand out", [88, 90], []],
];
for (const [story, numerators, why] of cases)
  test(`a team’s figure ${story}`, () => {
    const placement = percentage();
    assert.deepEqual(lineOf(placement, months(placement, ...numerators), NOTHING_TYPED)?.why, why);
  });

test("a figure outside its usual range is unusual, or to be recognised where it is better", () => {
  const placement = percentage("50%");
  const usual = Array.from({ length: 20 }, (_, index) => 80 + (index % 3));
  const unusual = lineOf(placement, months(placement, ...usual, 60), NOTHING_TYPED);
  assert.deepEqual(unusual?.why, ["unusual"]);
  assert.match(unusual?.signal ?? "", /^Concern: the latest value is below the lower limit/);
  assert.deepEqual(lineOf(placement, months(placement, ...usual, 99), NOTHING_TYPED)?.why, ["recognise"]);
});

test("a line carries its figure with its parts, its target and thirteen periods", () => {
  const placement = percentage();
  const line = lineOf(placement, months(placement, ...Array.from({ length: 20 }, () => 91)), NOTHING_TYPED);
  assert.deepEqual([line?.shown, line?.parts, line?.series.length], ["91.0%", "91 of 100", 13]);
  assert.equal(line?.periodWords, "March 2026");
});

test("a percentage of four is of few, one of five is not; a count is never", () => {
  const placement = percentage();
  const [figure] = months(placement, 50);
  assert.ok(figure !== undefined);
  const isOfFew = (denominator: number | null) =>
    lineOf(placement, [{ ...figure, denominator, value: 50 }], NOTHING_TYPED)?.isOfFew;
  assert.deepEqual([isOfFew(4), isOfFew(5), isOfFew(null)], [true, false, false]);
});

test("a team without a figure in the latest period, or with none but noughts, has no line", () => {
  const placement = percentage();
  assert.equal(lineOf(placement, [], NOTHING_TYPED), null);
  const [last] = months(placement, 90);
  assert.ok(last !== undefined);
  assert.equal(lineOf(placement, [{ ...last, status: "no-cohort", value: null }], NOTHING_TYPED), null);
  assert.equal(lineOf(placement, [{ ...last, value: 0, denominator: null, numerator: 0 }], NOTHING_TYPED), null);
});

test("the authority’s target for a count or a rate is no team’s", () => {
  const grown = PLACEMENTS.filter((placement) => !isSameForTeams(placement));
  assert.ok(grown.length > 0);
  for (const { indicator } of grown) assert.deepEqual([indicator.target, indicator.bands], [undefined, undefined]);
});

test("each measure is put before a team once, in a window it has a meaning in", () => {
  const ids = PLACEMENTS.map(({ measure }) => measure.id);
  assert.equal(new Set(ids).size, ids.length);
  for (const { measure, indicator } of PLACEMENTS) assert.ok(measure.timeBasis.includes(indicator.window), measure.id);
});
