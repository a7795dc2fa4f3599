import assert from "node:assert/strict";
import { test } from "node:test";
import type { Figure } from "../domain/figure.ts";
import type { Measure } from "../domain/measure.ts";
import type { WindowId } from "../domain/period.ts";
import { forAudience } from "./for-audience.ts";

const typed = (
  id: string,
  unit: Measure["unit"],
  basis: "flow" | "snapshot",
  more: Partial<Measure> = {},
): Measure => ({
  id,
  area: "front-door",
  title: id,
  definition: id,
  shows: id,
  why: id,
  source: "made up",
  unit,
  decimals: unit === "count" ? 0 : 1,
  polarity: "neutral",
  change: "absolute",
  shape: { kind: "by-hand", cadence: "month", basis },
  timeBasis: ["in-month", "quarter", "year-to-date"],
  breakdowns: ["team"],
  needs: [],
  settings: {},
  examples: [],
  file: "",
  ...more,
});

const count = (
  measure: string,
  window: WindowId,
  period: string,
  value: number,
  team: string | null = null,
): Figure => ({
  authority: "Wexcombe",
  measure,
  window,
  period,
  by: team === null ? null : "team",
  breakdown: team,
  numerator: value,
  denominator: null,
  value,
  shown: String(value),
  status: "value",
});
const percentage = (period: string, numerator: number, denominator: number): Figure => ({
  ...count("share", "in-month", period, numerator),
  denominator,
  value: (numerator * 100) / denominator,
  shown: "%",
});

const measures = new Map(
  [
    typed("entrants", "count", "flow"),
    typed("open", "count", "snapshot"),
    typed("share", "percentage", "flow"),
    typed("audits", "count", "flow", { disclosure: "none" }),
  ].map((measure) => [measure.id, measure]),
);
const shown = (figures: readonly Figure[], options = {}): string =>
  forAudience(figures, "published", { measures, ...options })
    .map(({ shown }) => shown)
    .join(" ");

/** Requirements 1.16, "Suppression": published tables whose hidden quarters a reader could subtract out of the year. */
const cases = [
  // quarters, year, as they may be shown
  ["4, 3 and 2, 7 together (two hidden quarters under a shown total)", [4, 3], 7, "[c] [c] 7"],
  ["one small quarter of two", [2, 7], 9, "[c] [c] 9"],
  ["two quarters of five, which a reader who knows they are small reads off the total", [5, 5], 10, "[c] [c] [c]"],
  ["one small quarter beside two large ones", [1, 19, 21], 41, "[c] [c] 21 41"],
  ["noughts, which stay", [3, 0, 2, 4], 9, "[c] 0 [c] [c] 9"],
] as const;
for (const [it, quarters, year, expected] of cases) {
  test(`quarters and year: ${it}`, () => {
    const figures = [
      ...quarters.map((value, index) => count("entrants", "quarter", `2025-26-Q${index + 1}`, value)),
      count("entrants", "year-to-date", `2025-${["06", "09", "12"][quarters.length - 1] ?? "12"}`, year),
    ];
    const all = quarters.length === 4 ? figures.with(-1, count("entrants", "year-to-date", "2026-03", year)) : figures;
    assert.equal(shown(all), expected);
  });
}

test("two years to date tell the month between them, so they are not both shown when that month is small", () => {
  assert.equal(
    shown([count("entrants", "year-to-date", "2025-04", 9), count("entrants", "year-to-date", "2025-05", 10)]),
    "[c] 10",
  );
});

test("what is read on a day does not add up over time, and is one number in every window that ends that day", () => {
  assert.equal(shown([count("open", "in-month", "2025-06", 9), count("open", "in-month", "2025-07", 10)]), "9 10");
  assert.equal(shown([count("open", "in-month", "2025-06", 4), count("open", "quarter", "2025-26-Q1", 4)]), "[c] [c]");
});

test("one team's figure beside the service's tells the rest", () => {
  assert.equal(
    shown([count("open", "in-month", "2025-06", 40), count("open", "in-month", "2025-06", 38, "North")]),
    "40 [c]",
  );
});

test("a percentage is hidden when its numerator, its denominator or what lies between is small", () => {
  const figures = [percentage("2025-04", 4, 40), percentage("2025-06", 38, 40), percentage("2025-08", 20, 40)];
  assert.equal(shown(figures), "[c] [c] %");
});

test("a hidden figure holds no number at all, and does not say how small it is", () => {
  const [hidden] = forAudience([{ ...count("open", "in-month", "2025-06", 3), note: "3 sisters" }], "published", {
    measures,
  });
  assert.doesNotMatch(JSON.stringify({ ...hidden, period: "" }), /[0-9]/);
  assert.equal(hidden?.status, "suppressed");
  assert.equal(hidden?.hiddenBecause, null);
});

test("people with a need see true numbers, marked with why the public does not", () => {
  const figures = [2, 7].map((value, index) => count("entrants", "quarter", `2025-26-Q${index + 1}`, value));
  const marked = forAudience([...figures, count("entrants", "year-to-date", "2025-09", 9)], "internal", { measures });
  assert.deepEqual(
    marked.map(({ value, hiddenBecause }) => [value, hiddenBecause]),
    [
      [2, "small-number"],
      [7, "secondary"],
      [9, null],
    ],
  );
});

test("a measure that counts no persons is shown however small", () => {
  assert.equal(shown([count("audits", "in-month", "2025-06", 2)]), "2");
});

test("a percentage of fewer than ten is marked", () => {
  const [few, many] = forAudience([percentage("2025-06", 0, 8), percentage("2025-08", 0, 10)], "published", {
    measures,
  });
  assert.deepEqual([few?.isOfFew, many?.isOfFew], [true, false]);
});

test("an earlier edition's shown figures are never forgotten", () => {
  const quarter = (index: number, value: number): Figure => count("entrants", "quarter", `2025-26-Q${index}`, value);
  const year = count("entrants", "year-to-date", "2025-12", 18);
  const today = [quarter(1, 3), quarter(2, 8), quarter(3, 7), year];
  assert.equal(shown(today), "[c] 8 [c] 18");
  const edition = today.map((figure, place) => ({ figure, wasShown: place === 2 || place === 3 }));
  assert.equal(shown(today, { editions: [edition] }), "[c] [c] 7 18", "quarter 3 and the year were printed before");
});

test("a note beside a shown figure that tells a hidden one of its measure is left out; any other stays", () => {
  const noted = (note: string): Figure => ({ ...count("open", "in-month", "2025-07", 20), note });
  const noteOf = (note: string): string | undefined =>
    forAudience([count("open", "in-month", "2025-06", 3), noted(note)], "published", { measures })[1]?.note;
  assert.equal(noteOf("There were three children in June."), undefined);
  assert.equal(noteOf("Counted twice, by 2 teams."), "Counted twice, by 2 teams.");
});

test("an earlier edition may hold measures that the catalogue no longer has", () => {
  const gone = { figure: { ...count("open", "in-month", "2025-06", 9), measure: "gone" }, wasShown: true };
  assert.equal(shown([count("open", "in-month", "2025-06", 9)], { editions: [[gone]] }), "9");
});
