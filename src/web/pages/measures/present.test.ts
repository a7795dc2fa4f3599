/** Measures are listed A to Z and found by their words, area, scorecard and rating. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { MeasureSummary } from "../../services.ts";
import { areaWords, type MeasuresAsked, presentMeasures } from "./present.ts";

const measures: readonly MeasureSummary[] = (
  [
    ["referrals", "Referrals", "Requests for services accepted.", "front-door", ["vital-signs"]],
    ["contacts", "Contacts", "Contacts to the front door.", "front-door", []],
    ["contacts-repeated", "Contacts repeated within 12 months", "Contacts with an earlier one.", "front-door", []],
    ["adoptions", "Adoptions", "Children adopted.", "adoption", ["vital-signs", "quarterly"]],
  ] as const
).map(([id, title, definition, area, scorecards]) => ({ id, title, definition, area, unit: "count", scorecards }));
const scorecards = [
  { id: "vital-signs", title: "Vital Signs" },
  { id: "quarterly", title: "Quarterly performance" },
];
const ratings = new Map([
  [
    "adoptions",
    [
      { scorecard: "vital-signs", reference: "9", rating: "red" },
      { scorecard: "quarterly", reference: "2.1", rating: "green" },
    ] as const,
  ],
]);
const ALL: MeasuresAsked = { search: "", area: "", scorecard: "", rating: "" };
const present = (asked: Partial<MeasuresAsked>) =>
  presentMeasures({ measures, scorecards, ratings }, { ...ALL, ...asked });
const idsOf = (asked: Partial<MeasuresAsked>) =>
  present(asked).letters.flatMap(({ measures: list }) => list.map(({ href }) => href.replace("/measures/", "")));

test("measures stand A to Z under their letters", () => {
  const { letters, found } = present({});
  assert.deepEqual(
    letters.map(({ letter, measures: list }) => [letter, list.map(({ title }) => title)]),
    [
      ["A", ["Adoptions"]],
      ["C", ["Contacts", "Contacts repeated within 12 months"]],
      ["R", ["Referrals"]],
    ],
  );
  assert.equal(found, "4 measures");
});

const searches = [
  // words, ids found, said
  ["REFERRALS", ["referrals"], "1 measure matches “REFERRALS”"],
  ["contacts 12", ["contacts-repeated"], "1 measure matches “contacts 12”"],
  ["front door", ["contacts"], "1 measure matches “front door”"],
  ["visits", [], "0 measures match “visits”"],
] as const;
for (const [search, ids, said] of searches) {
  test(`searching for "${search}" finds ${ids.length === 0 ? "nothing" : ids.join(", ")}`, () => {
    assert.deepEqual(idsOf({ search }), ids);
    assert.equal(present({ search }).found, said);
  });
}

test("an area, a scorecard or a rating narrows the list, and so do all of them together", () => {
  assert.deepEqual(idsOf({ area: "adoption" }), ["adoptions"]);
  assert.deepEqual(idsOf({ scorecard: "vital-signs" }), ["adoptions", "referrals"]);
  assert.deepEqual(idsOf({ rating: "red" }), ["adoptions"]);
  assert.deepEqual(idsOf({ rating: "red", scorecard: "quarterly" }), []);
  assert.deepEqual(idsOf({ area: "front-door", rating: "red" }), []);
});

test("a measure found by its rating says where it is rated so", () => {
  const [line] = present({ rating: "red" }).letters[0]?.measures ?? [];
  assert.deepEqual(line?.rated, [{ place: "Vital Signs, 9", word: "red" }]);
  assert.deepEqual(present({}).letters[0]?.measures[0]?.rated, []);
});

test("areas are offered in words", () => {
  assert.deepEqual(
    present({ area: "adoption" }).areas.map(({ text, selected }) => [text, selected]),
    [
      ["Every area", false],
      ["Adoption", true],
      ["Front door", false],
    ],
  );
  assert.equal(areaWords("children-looked-after"), "Children looked after");
});
