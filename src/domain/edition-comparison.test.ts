/** Two editions beside each other. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { compareEditions } from "./edition-comparison.ts";
import type { ScoredCard } from "./scored-card.ts";
import type { ScoredIndicator } from "./scored-indicator.ts";

type Sketch = {
  readonly reference: string;
  readonly shown?: string;
  readonly target?: string;
  readonly rating?: string;
  readonly definition?: string;
  readonly history?: Readonly<Record<string, string>>;
};

/** Only what the comparison reads. */
function cardOf(...sketches: readonly Sketch[]): ScoredCard {
  const indicators = sketches.map(
    ({ reference, shown = "5", target = "at least 4", rating = "green", definition = "Counts.", history = {} }) => ({
      reference,
      title: `Indicator ${reference}`,
      shown,
      target: { shown: target },
      rating: { word: rating },
      measure: { id: "contacts", definition, unit: "count", polarity: "neutral", decimals: 0 },
      indicator: { window: "in-month" },
      history: Object.entries(history).map(([period, text]) => ({ window: "in-month", period, shown: text })),
    }),
  ) as unknown as readonly ScoredIndicator[];
  return { sections: [{ indicators }] } as unknown as ScoredCard;
}

test("the same card differs in nothing", () => {
  const card = cardOf({ reference: "1", history: { "2026-02": "4", "2026-03": "5" } });
  assert.deepEqual(compareEditions(card, card)[0]?.differs, []);
  assert.deepEqual(compareEditions(card, card)[0]?.restated, []);
});

const cases = [
  ["value", { reference: "1", shown: "6" }],
  ["target", { reference: "1", target: "at least 7" }],
  ["rating", { reference: "1", rating: "red" }],
  ["definition", { reference: "1", definition: "Counts others." }],
] as const;

for (const [what, changed] of cases)
  test(`another ${what} is said to differ, and nothing else`, () => {
    const [row] = compareEditions(cardOf({ reference: "1" }), cardOf(changed));
    assert.deepEqual(row?.differs, [what]);
  });

test("an indicator put on or taken off is said to be; what was taken off stands last", () => {
  const rows = compareEditions(
    cardOf({ reference: "1" }, { reference: "2" }),
    cardOf({ reference: "3" }, { reference: "2" }),
  );
  assert.deepEqual(
    rows.map(({ reference, differs }) => [reference, ...differs]),
    [["3", "placed"], ["2"], ["1", "removed"]],
  );
});

test("a month that both print and print differently was restated; a month only one prints was not", () => {
  const [row] = compareEditions(
    cardOf({ reference: "1", history: { "2026-01": "3", "2026-02": "4" } }),
    cardOf({ reference: "1", history: { "2026-02": "5", "2026-03": "6" } }),
  );
  assert.deepEqual(row?.restated, [{ period: "2026-02", before: "4", after: "5" }]);
});
