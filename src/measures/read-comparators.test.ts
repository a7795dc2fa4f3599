import assert from "node:assert/strict";
import test from "node:test";
import { readCatalogue } from "./catalogue.ts";
import { checkPublished, readPublishedIndicators } from "./read-comparators.ts";

const file = (indicator: string): string =>
  `publication: Children in need\npublisher: Department for Education\nindicators:\n  re-referrals:\n${indicator}`;
const lines = (...texts: readonly string[]): string => texts.map((text) => `    ${text}\n`).join("");

test("an indicator has the names of every edition, its filters and its short name in the tool", () => {
  const text = file(
    lines(
      "title: Re-referrals",
      "unit: percentage",
      "covers: year",
      "column: [new_name, Old_name]",
      "where: { category: Referrals }",
      "lait: ReReferral",
    ),
  );
  const [indicator] = readPublishedIndicators(text, "comparators/x.yaml");
  assert.deepEqual(indicator?.sources, [
    {
      publication: "Explore Education Statistics",
      columns: ["new_name", "Old_name"],
      where: { category: "Referrals" },
    },
    { publication: "Local Authority Interactive Tool", columns: ["ReReferral"], where: {} },
  ]);
});

const faults = [
  // lines of the file, what is said
  [["title: A", "unit: percentage", "covers: year"], /re-referrals: needs column, sum or lait/],
  [["title: A", "unit: percentage", "covers: year", "sum: [a]"], /sum and over go together/],
  [["title: A", "unit: percent", "covers: year", "lait: a"], /re-referrals.unit/],
  [["title: A", "unit: percentage", "covers: century", "lait: a"], /re-referrals.covers/],
] as const;

for (const [written, said] of faults)
  test(`${written.join("; ")} is refused with the file and the place`, () => {
    assert.throws(
      () => readPublishedIndicators(file(lines(...written)), "comparators/x.yaml"),
      (fault: Error) => {
        assert.match(fault.message, said);
        assert.match(fault.message, /^catalogue\/comparators\/x\.yaml/);
        return true;
      },
    );
  });

test("a measure names an indicator there is, in its own unit", () => {
  const { published } = readCatalogue(["catalogue"]);
  const measure = { file: "measures/a/b.yaml", unit: "percentage" } as const;
  checkPublished({ ...measure, published: { indicator: "re-referrals" } }, published);
  assert.throws(
    () => checkPublished({ ...measure, published: { indicator: "re-referal" } }, published),
    /re-referrals/,
  );
  assert.throws(() => checkPublished({ ...measure, published: { indicator: "referrals" } }, published), /count/);
});

test("every published indicator of the catalogue that a measure could have is named by one", () => {
  const { measures, published } = readCatalogue(["catalogue"]);
  const named = new Set([...measures.values()].map((measure) => measure.published?.indicator));
  assert.ok([...measures.values()].filter((measure) => measure.published !== undefined).length >= 40);
  // No measure of the catalogue counts these yet; a council's own may.
  const waiting = [
    "agency-social-workers",
    "social-worker-absence",
    "overall-absence",
    "placed-more-than-20-miles-from-home",
  ];
  assert.deepEqual(
    [...published.keys()].filter((id) => !named.has(id) && !waiting.includes(id)),
    [],
  );
});
