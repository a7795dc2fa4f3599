/** Where a scorecard's figures and rows lead. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SAMPLE_SERVICES } from "../../sample/services.ts";
import { leadOn } from "./lead-on.ts";

const sample = await SAMPLE_SERVICES.scorecard("vital-signs", {});
assert.ok(sample);
const card = sample;
const none = { list: null, write: null, judge: null };

const cases = [
  [
    { ...none, list: "19a/2026-03" },
    null,
    "/measures/assessments-within-45-working-days/list?window=in-month&period=2026-03&part=numerator",
  ],
  [
    { ...none, list: "61/2025-26-Q4" },
    "North team",
    "/measures/family-help-audits-not-yet-good/list?window=quarter&period=2025-26-Q4&part=numerator&by=team%3ANorth+team",
  ],
  [{ ...none, list: "19a/1999-01" }, null, null],
  [{ ...none, list: "nothing/2026-03" }, null, null],
  [{ ...none, write: "19a" }, null, "/comments/vital-signs/2026-03/new?on=19a"],
  [{ ...none, judge: "19a" }, null, "/judge/vital-signs/2026-03/19a"],
  [{ ...none, judge: "../../admin" }, null, null],
  [none, null, null],
] as const;
for (const [asked, team, address] of cases) {
  test(`${JSON.stringify(asked)} leads to ${address ?? "nothing"}`, () =>
    assert.equal(leadOn(card, asked, team), address));
}

test("a reference with a slash leads to its own row", () => {
  const [section] = card.sections;
  const [row] = section?.indicators ?? [];
  assert.ok(section && row);
  const odd = { ...card, sections: [{ ...section, indicators: [{ ...row, reference: "1/2" }] }] };
  assert.match(leadOn(odd, { ...none, list: "1/2/2026-03" }, null) ?? "", /^\/measures\/contacts\/list/);
});
