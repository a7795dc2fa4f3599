/** How a figure is said to stand beside its target, its neighbours and England. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ScoredIndicator } from "../scored-indicator.ts";
import { type Beside, gapTo } from "./gap.ts";

type Scored = Parameters<typeof gapTo>[0];
const comparator = (group: "neighbours" | "england", value: number | null, shown: string) =>
  ({
    group,
    label: group,
    value,
    state: "value",
    shown,
    method: "mean",
    period: "2024-25",
    edition: "",
    publishedOn: null,
  }) as const;
const scored: Scored = {
  value: 91.8,
  state: "value",
  measure: {
    id: "a",
    unit: "percentage",
    decimals: 1,
    polarity: "high-is-good",
    change: "percentage-points",
    definition: "",
    shows: "",
  },
  target: {
    target: { kind: "level", value: 85, side: "by-polarity", isPercent: true },
    shown: "85%",
  } as ScoredIndicator["target"],
  comparators: [comparator("neighbours", 91.8, "91.8%"), comparator("england", 95, "95.0%")],
};

const cases: readonly (readonly [Partial<Scored>, Beside, string, string])[] = [
  [{}, "target", "improving", "6.8 percentage points above the target (85%). Better (high is good)."],
  [{}, "neighbours", "similar", "The same as statistical neighbours (91.8% in 2024-25)."],
  [{}, "england", "worse", "3.2 percentage points below England (95.0% in 2024-25). Worse (high is good)."],
  [
    { measure: { ...scored.measure, polarity: "low-is-good" } },
    "england",
    "improving",
    "3.2 percentage points below England (95.0% in 2024-25). Better (low is good).",
  ],
  [
    { measure: { ...scored.measure, polarity: "neutral" } },
    "england",
    "changed",
    "3.2 percentage points below England (95.0% in 2024-25). Neither high nor low is good.",
  ],
  [
    { value: null, state: "suppressed" },
    "england",
    "cannot-compare",
    "Cannot compare: there is no figure for this period.",
  ],
  [{ comparators: [] }, "england", "cannot-compare", "Cannot compare: no figure of England is known."],
  [
    { target: { target: { kind: "none" }, shown: "" } as ScoredIndicator["target"] },
    "target",
    "cannot-compare",
    "Cannot compare: no target is set.",
  ],
];
for (const [change, beside, meaning, sentence] of cases) {
  test(`beside ${beside}: ${sentence}`, () => {
    const gap = gapTo({ ...scored, ...change }, beside);
    assert.deepEqual([gap.meaning, gap.sentence], [meaning, sentence]);
  });
}
