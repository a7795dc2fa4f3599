/** An edition as people read it: reds with what is said of them, and this time beside last time and a year ago. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { EditionDocument } from "../../../domain/edition.ts";
import { countRatings } from "../../../domain/judgement/count-table.ts";
import type { ScoredCard } from "../../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { presentEdition, thenAndNow } from "./present.ts";

type Sketch = {
  readonly reference: string;
  readonly rating?: string;
  readonly comments?: readonly string[];
  readonly history?: Readonly<Record<string, string>>;
};

/** Only what the pages read. */
function cardOf(indicators: readonly Sketch[], ofSection: readonly string[] = []): ScoredCard {
  const bodies = (texts: readonly string[]) => texts.map((body, index) => ({ id: String(index), body }));
  const scored = indicators.map(({ reference, rating = "green", comments = [], history = {} }) => ({
    reference,
    title: `Indicator ${reference}`,
    section: "Front door",
    shown: Object.values(history).at(-1) ?? "5",
    state: "value",
    target: { target: { kind: "monitor" }, shown: "Monitor" },
    rating: { word: rating, sentence: "" },
    direction: { arrow: "level", meaning: "similar", sentence: "" },
    measure: { shows: "Shows.", definition: "Defined.", polarity: "neutral" },
    comparators: [],
    comments: bodies(comments),
    history: Object.entries(history).map(([period, shown]) => ({ window: "in-month", period, shown })),
  })) as unknown as readonly ScoredIndicator[];
  const card = {
    ratings: countRatings(scored.map(({ rating }) => rating.word)),
    comments: [],
    sections: [{ title: "Front door", scope: null, comments: bodies(ofSection), indicators: scored }],
  };
  return card as unknown as ScoredCard;
}

const read = (card: ScoredCard) => presentEdition({ card } as EditionDocument);

test("a red stands with its own comment; without one, with its section’s", () => {
  const [own, borrowed] = read(
    cardOf(
      [
        { reference: "1", rating: "red", comments: ["Two workers start."] },
        { reference: "2", rating: "red" },
        { reference: "3" },
      ],
      ["The front door was moved."],
    ),
  ).reds;
  assert.deepEqual(own?.comments, ["Two workers start."]);
  assert.deepEqual(borrowed?.comments, ["The front door was moved."]);
  assert.equal(read(cardOf([{ reference: "3" }])).reds.length, 0);
});

test("an indicator that is watched is not said to have a target called Monitor", () => {
  assert.equal(read(cardOf([{ reference: "1" }])).sections[0]?.indicators[0]?.target, "Watched, with no target");
});

test("last time is the period before, a year ago the same month; what the edition does not hold is [x], never nought", () => {
  const history = { "2025-03": "3", "2026-02": "4", "2026-03": "5" };
  const [section] = thenAndNow(
    cardOf([
      { reference: "1", history },
      { reference: "2", history: { "2026-03": "9" } },
    ]),
  );
  assert.deepEqual(
    section?.rows.map(({ now, last, lastYear }) => [now, last, lastYear]),
    [
      ["5", "4", "3"],
      ["9", "[x]", "[x]"],
    ],
  );
});
