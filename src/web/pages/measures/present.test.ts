/** Measures are listed A to Z and found by their words. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { MeasureSummary } from "../../services.ts";
import { presentMeasures } from "./present.ts";

const measures: readonly MeasureSummary[] = [
  ["referrals", "Referrals", "Requests for services accepted."],
  ["contacts", "Contacts", "Contacts to the front door."],
  ["contacts-repeated", "Contacts repeated within 12 months", "Contacts with an earlier one."],
].map(([id = "", title = "", definition = ""]) => ({ id, title, definition, area: "front-door", unit: "count" }));

test("measures stand A to Z under their letters", () => {
  const { letters, found } = presentMeasures(measures, "");
  assert.deepEqual(
    letters.map(({ letter, measures: list }) => [letter, list.map(({ title }) => title)]),
    [
      ["C", ["Contacts", "Contacts repeated within 12 months"]],
      ["R", ["Referrals"]],
    ],
  );
  assert.equal(found, "3 measures");
});

const searches = [
  // words, ids found, said
  ["REFERRALS", ["referrals"], "1 measure matches “REFERRALS”"],
  ["contacts 12", ["contacts-repeated"], "1 measure matches “contacts 12”"],
  ["front door", ["contacts"], "1 measure matches “front door”"],
  ["visits", [], "0 measures match “visits”"],
] as const;
for (const [words, ids, said] of searches) {
  test(`searching for "${words}" finds ${ids.length === 0 ? "nothing" : ids.join(", ")}`, () => {
    const { letters, found } = presentMeasures(measures, words);
    assert.deepEqual(
      letters.flatMap(({ measures: list }) => list.map(({ href }) => href)),
      ids.map((id) => `/measures/${id}`),
    );
    assert.equal(found, said);
  });
}
