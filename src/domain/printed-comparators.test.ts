import assert from "node:assert/strict";
import { test } from "node:test";
import type { ComparatorValue } from "./comparator.ts";
import { withPrinted } from "./printed-comparators.ts";
import type { PrintedComparator } from "./scorecard.ts";

const england: ComparatorValue = {
  group: "england",
  label: "England",
  value: 83,
  state: "value",
  shown: "83%",
  method: "published",
  period: "2023-24",
  edition: "Made-up statistics 2024",
  publishedOn: "2024-11-14",
};
const printed = (group: PrintedComparator["group"], value?: number): PrintedComparator => ({
  group,
  label: group,
  shown: value === undefined ? "data not yet released" : `${value}%`,
  ...(value === undefined ? {} : { value }),
  state: value === undefined ? "not-released" : "value",
  period: "2023-24-Q4",
  edition: "card.tsv",
});

test("what an imported card printed stands beside the figure until the group's own is loaded", () => {
  const shown = withPrinted([england], { printedComparators: [printed("england", 80), printed("neighbours", 81)] });
  assert.deepEqual(
    shown.map(({ group, value, edition }) => [group, value, edition]),
    [
      ["england", 83, "Made-up statistics 2024"],
      ["neighbours", 81, "card.tsv"],
    ],
  );
});

test("a printed figure that was not released keeps its state", () => {
  const [only] = withPrinted([], { printedComparators: [printed("neighbours")] });
  assert.deepEqual([only?.value, only?.state, only?.shown], [null, "not-released", "data not yet released"]);
});

test("a card that printed none adds none", () => assert.deepEqual(withPrinted([england], {}), [england]));
