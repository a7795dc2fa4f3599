/** A team is judged the same on its profile and in its challenge pack: one placing a measure, whichever page asks. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openCatalogue } from "../open-catalogue.ts";
import { allPlacements, isSameForTeams, teamPlacements } from "./placements.ts";

const catalogue = openCatalogue(["catalogue"]);
const placements = teamPlacements(catalogue);

test("every measure told by team that stands on a scorecard is placed once", () => {
  const ids = placements.map(({ measure }) => measure.id);
  assert.equal(new Set(ids).size, ids.length);
  const wanted = new Set(
    allPlacements(catalogue).flatMap(({ measure }) => (measure.breakdowns.includes("team") ? [measure.id] : [])),
  );
  assert.deepEqual(new Set(ids), wanted);
});

test("a placing with a target is chosen before one without", () => {
  for (const { measure, indicator } of placements) {
    const withTarget = allPlacements(catalogue).filter(
      (one) => one.measure.id === measure.id && (one.indicator.target ?? one.indicator.bands) !== undefined,
    );
    if (withTarget.length > 0)
      assert.ok(
        withTarget.some((one) => one.indicator.window === indicator.window),
        measure.id,
      );
  }
});

test("no team is held to an authority's number or rate", () => {
  for (const { measure, indicator } of placements.filter((one) => !isSameForTeams(one)))
    assert.deepEqual(
      [indicator.target, indicator.bands, indicator.baseline],
      [undefined, undefined, undefined],
      measure.id,
    );
});
