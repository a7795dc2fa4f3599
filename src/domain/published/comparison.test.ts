import assert from "node:assert/strict";
import test from "node:test";
import type { Figure } from "../figure.ts";
import { type ComparisonQuestion, comparisonOf } from "./comparison.ts";
import { coveredBy, type PublishedIndicator } from "./indicator.ts";
import { type Observation, readPrinted } from "./observation.ts";

const indicator: PublishedIndicator = {
  id: "re-referrals",
  title: "Re-referrals",
  unit: "percentage",
  decimals: 1,
  covers: "year",
  publication: "Children in need",
  publisher: "Department for Education",
  except: {},
  sources: [],
};

const figure: Figure = {
  authority: "Wexcombe",
  measure: "re-referrals-within-12-months",
  window: "rolling-12-months",
  period: "2025-03",
  by: null,
  breakdown: null,
  numerator: 2024,
  denominator: 10_000,
  value: 20.24,
  shown: "20.2%",
  status: "value",
};

function told(area: string, printed: string): Observation {
  const covered = coveredBy("year", "2025");
  assert.ok(covered !== null);
  const edition = { publication: "Explore Education Statistics", edition: "2025", publishedOn: null };
  return { level: "authority", area, areaName: area, region: null, covered, ...readPrinted(printed), ...edition };
}

function compare(observations: readonly Observation[], more: Partial<ComparisonQuestion> = {}) {
  const flow = {
    table: "referral",
    timing: { kind: "flow", date: "date" },
    where: null,
    count: "cases",
    lag: 0,
  } as const;
  const neighbours = ["002", "003", "004"].map((code, index) => ({ code, name: `Area ${code}`, rank: index + 1 }));
  return comparisonOf({
    measure: { unit: "percentage", decimals: 1, polarity: "low-is-good", shape: { kind: "count", cohort: flow } },
    indicator,
    observations,
    company: { region: null, neighbours, neighbourEdition: "2025-05" },
    code: "001",
    period: { window: "rolling-12-months", end: "2025-03-31" },
    method: "mean",
    figure,
    ...more,
  });
}

const others = [told("002", "19.8"), told("003", "20.2"), told("004", "c")];

test("a figure of our own is ranked as printed: 20.24 beside 20.2 is a tie", () => {
  const { ranked, rankAmongNeighbours, neighbours, ownPublished } = compare(others);
  assert.equal(ranked, "own");
  assert.equal(rankAmongNeighbours?.words, "joint 2nd of 3, best first");
  assert.deepEqual(
    neighbours.map(({ shown, rank }) => [shown, rank]),
    [
      ["19.8%", 1],
      ["20.2%", 2],
      ["[c]", null],
    ],
  );
  assert.equal(ownPublished.state, "not-available");
});

test("where ours is published too, that is what is ranked", () => {
  const { ranked, rankAmongNeighbours, ownPublished } = compare([...others, told("001", "19")]);
  assert.deepEqual([ranked, ownPublished.shown, rankAmongNeighbours?.rank], ["published", "19.0%", 1]);
});

test("a figure that is not there is not ranked, and neither is a count", () => {
  const none = { ...figure, value: null, shown: "[z]", status: "no-cohort" } as const;
  assert.equal(compare(others, { figure: none }).rankAmongNeighbours, null);
  const measure = { unit: "count", decimals: 0, polarity: "neutral" } as const;
  const shape = { kind: "by-hand", cadence: "month", basis: "flow" } as const;
  const count = compare(others, { measure: { ...measure, shape } });
  assert.deepEqual([count.rankAmongNeighbours, count.quarterOfAll], [null, null]);
});

test("the quarter is told among every authority published, not only neighbours", () => {
  const many = Array.from({ length: 12 }, (_, index) => told(String(300 + index), String(10 + index)));
  assert.equal(compare([...others, ...many]).quarterOfAll?.words, "in the worst quarter of 14 authorities");
});
