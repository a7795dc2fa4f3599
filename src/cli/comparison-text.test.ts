import assert from "node:assert/strict";
import test from "node:test";
import type { MeasureComparison } from "../services/compare-measure.ts";
import { comparisonText } from "./comparison-text.ts";

const comparison: MeasureComparison = {
  measure: "re-referrals-within-12-months",
  title: "Re-referrals within 12 months",
  authority: "Wexcombe",
  laCode: "001",
  window: "in-month",
  period: "2025-06",
  indicator: {
    id: "re-referrals",
    title: "Re-referrals",
    publication: "Children in need",
    publisher: "Department for Education",
    covers: "year",
  },
  method: "mean",
  neighbourEdition: "2025-05",
  own: { period: "2025-06", value: 20, shown: "20.0%", status: "value" },
  ownPublished: { value: null, shown: "[x]", state: "not-available" },
  ranked: "own",
  neighbours: [{ code: "002", name: "Aldermere", closeness: 1, value: 19.8, shown: "19.8%", state: "value", rank: 1 }],
  comparators: [
    {
      group: "neighbours",
      label: "Statistical neighbours (1)",
      value: 19.8,
      state: "value",
      shown: "19.8%",
      method: "mean",
      members: { withValue: 1, all: 1 },
      period: "2024-25",
      edition: "Children in need, 2025 edition; neighbours of 2025-05",
      publishedOn: null,
      note: "Published for 2024-25 (year). The figure beside it is of one month.",
    },
  ],
  rankAmongNeighbours: { rank: 2, of: 2, isTied: false, words: "2nd of 2, best first" },
  quarterOfAll: null,
};

test("a comparison says what with, over what time, who stands where, and whose figure is ranked", () => {
  assert.equal(
    comparisonText(comparison),
    `Re-referrals within 12 months, 2025-06
Compared with: Re-referrals (Children in need, 2025 edition; neighbours of 2025-05; Department for Education)
Published for 2024-25 (year). The figure beside it is of one month.

area                              period   figure  rank
--------------------------------  -------  ------  ----
Wexcombe                          2025-06  20.0%   2
Statistical neighbours (1), mean  2024-25  19.8%
1. Aldermere                      2024-25  19.8%   1

Among its neighbours Wexcombe is 2nd of 2, best first (as counted here).
`,
  );
});

test("without anything loaded, or without a place in what is, the answer says what to do", () => {
  const text = comparisonText({
    ...comparison,
    laCode: null,
    comparators: [],
    neighbours: [],
    rankAmongNeighbours: null,
  });
  assert.match(text, /Nothing of this has been loaded yet/);
  assert.match(text, /Wexcombe is in no published list loaded; name its code with --la-code/);
});
