/** What the first page tells: what is pressing and why, what waits, how cards stand, how fresh the data is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SAMPLE_SERVICES } from "../../sample/services.ts";
import type { IndicatorFigures, Judged, ScorecardFigures } from "../../services.ts";
import { needsAttention } from "./attention.ts";
import { freshnessOf } from "./freshness.ts";
import { type HomeFacts, presentHome } from "./present.ts";

const loads = await SAMPLE_SERVICES.loads();
const scorecards = await SAMPLE_SERVICES.scorecards();
const editions = await SAMPLE_SERVICES.editions();
const sample = await SAMPLE_SERVICES.scorecard("vital-signs", {});
assert.ok(sample);
const card: ScorecardFigures = sample;

const calm: Judged = {
  target: "85%",
  rating: { word: "green", sentence: "Green: met.", warnings: [] },
  direction: { arrow: "level", meaning: "similar", sentence: "No change." },
  comparators: [],
  faults: [],
};
const red = { rating: { word: "red", sentence: "Red: 3% is far below 85%.", warnings: [] } } as const;
const worse = { direction: { arrow: "down", meaning: "worse", sentence: "Down 5 since February." } } as const;
const concern = { signal: { meaning: "concern", sentence: "Concern: below the lower limit." } } as const;

const [first] = card.sections[0]?.indicators ?? [];
function withRows(
  rows: readonly (Partial<Judged> & { readonly id: string })[],
  title = "Vital Signs",
): ScorecardFigures {
  const indicators = rows.map(({ id, ...judged }, index): IndicatorFigures => {
    assert.ok(first);
    return { ...first, reference: String(index + 1), measureId: id, title: id, judged: { ...calm, ...judged } };
  });
  return { ...card, title, sections: [{ title: "All", indicators }] };
}

const FACTS: HomeFacts = {
  kind: "internal",
  scorecards,
  cards: new Map([["vital-signs", card]]),
  editions,
  loads,
  waiting: [],
  teams: [],
  maySeeCases: false,
  show: null,
  now: new Date("2026-04-15T09:00:00Z"),
};

test("what is red comes before what is unusual, that before what is worse, and what is several of these first of all", () => {
  const rows = needsAttention([
    withRows([
      { id: "calm" },
      { id: "worse", ...worse },
      { id: "unusual", ...concern },
      { id: "red", ...red },
      { id: "all", ...red, ...worse, ...concern },
    ]),
  ]);
  assert.deepEqual(
    rows.map(({ title }) => title),
    ["all", "red", "unusual", "worse"],
  );
  assert.deepEqual(rows[0]?.reasons, [
    "Red: 3% is far below 85%.",
    "Down 5 since February.",
    "Concern: below the lower limit.",
  ]);
});

test("an unusual improvement is no reason to look", () => {
  const better = { signal: { meaning: "improvement", sentence: "Improvement." } } as const;
  assert.deepEqual(needsAttention([withRows([{ id: "better", ...better }])]), []);
});

test("a measure on two cards is told once, with the harsher judgement and both places", () => {
  const rows = needsAttention([withRows([{ id: "one", ...worse }]), withRows([{ id: "one", ...red }], "Priorities")]);
  assert.equal(rows.length, 1);
  assert.deepEqual(rows[0]?.kinds, ["red"]);
  assert.match(rows[0]?.where ?? "", /Indicator 1 of Vital Signs, 1 of Priorities$/);
});

test("the same measure in another window is another figure", () => {
  const quarterly = withRows([{ id: "one", ...red }]);
  const own = quarterly.sections[0]?.indicators[0];
  assert.ok(own);
  const both = {
    ...quarterly,
    sections: [{ title: "All", indicators: [own, { ...own, window: "quarter" as const }] }],
  };
  assert.equal(needsAttention([both]).length, 2);
});

test("one kind lists all of it; without a choice the ten most pressing stand, and the counts are of all", () => {
  const many = Array.from({ length: 12 }, (_, index) => ({ id: `m${index}`, ...(index < 4 ? red : worse) }));
  const cards = new Map([["vital-signs", withRows(many)]]);
  const pressing = presentHome({ ...FACTS, cards }).attention;
  assert.deepEqual([pressing.rows.length, pressing.counts], [10, { red: 4, worse: 8, unusual: 0, all: 12 }]);
  assert.equal(presentHome({ ...FACTS, cards, show: "worse" }).attention.rows.length, 8);
});

test("what waits says when the first is due, and when that day has passed", () => {
  const waiting = [
    { title: "Comments due", count: 2, href: "/comments", dueSoonest: "2026-04-14" },
    { title: "Actions", count: 1, href: "/actions", dueSoonest: "2026-04-15" },
    { title: "Data issues", count: 9, href: "/data", dueSoonest: null },
  ];
  assert.deepEqual(
    presentHome({ ...FACTS, waiting }).waiting.map(({ due, isOverdue }) => [due, isOverdue]),
    [
      ["Overdue since 14 April 2026", true],
      ["First due 15 April 2026", false],
      [null, false],
    ],
  );
});

test("a councillor’s list has only the scorecards that were published, each leading to its frozen figures", () => {
  const published = new Map([
    ["vital-signs", { ...card, edition: { id: "e", kind: "first", period: "", publishedAt: "" } as const }],
  ]);
  const never = { ...scorecards[0]!, id: "never" };
  const { cards } = presentHome({ ...FACTS, kind: "published", scorecards: [...scorecards, never], cards: published });
  assert.deepEqual(
    cards.map(({ href }) => href),
    ["/scorecards/vital-signs/published"],
  );
});

test("a card that could not be made is still listed, without counts", () => {
  const [line] = presentHome({ ...FACTS, cards: new Map() }).cards;
  assert.deepEqual([line?.title, line?.ratings, line?.worse], ["Vital Signs", [], null]);
});

test("only returns that figures are made from now are told of, with their issues", () => {
  const { returns, sentence } = freshnessOf(loads, new Date("2026-04-05T09:00:00Z"));
  assert.deepEqual(returns, [
    {
      title: "CIN census 2025-26",
      asAt: "31 March 2026",
      loaded: "3 April 2026 at 07:10 (2 days ago)",
      issues: "12 not kept, 3 to check",
    },
  ]);
  assert.equal(sentence, "Figures are made from 1 return. The newest was loaded 2 days ago, the oldest 2 days ago.");
});

const ages = [
  ["2026-04-03T23:00:00Z", "today"],
  ["2026-04-04T06:00:00Z", "yesterday"],
  ["2026-05-03T06:00:00Z", "30 days ago"],
] as const;
for (const [now, words] of ages) {
  test(`a load of 3 April seen at ${now} was ${words}`, () => {
    assert.match(freshnessOf(loads, new Date(now)).returns[0]?.loaded ?? "", new RegExp(`\\(${words}\\)$`));
  });
}
