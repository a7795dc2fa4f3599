import assert from "node:assert/strict";
import test from "node:test";
import type { Measure } from "../measure.ts";
import { type ComparatorQuestion, comparatorsOf } from "./comparators-of.ts";
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

const flow = {
  table: "referral",
  timing: { kind: "flow", date: "date" },
  where: null,
  count: "cases",
  lag: 0,
} as const;
const measure: Pick<Measure, "unit" | "decimals" | "shape" | "published"> = {
  unit: "percentage",
  decimals: 1,
  shape: { kind: "count", cohort: flow },
};

function told(level: Observation["level"], area: string, year: string, printed: string): Observation {
  const covered = coveredBy("year", year);
  assert.ok(covered !== null);
  return {
    level,
    area,
    areaName: area,
    region: null,
    covered,
    ...readPrinted(printed),
    publication: "Explore Education Statistics",
    edition: "2025",
    publishedOn: "2025-10-30",
  };
}

const company = {
  region: "Westmarch",
  neighbours: [{ code: "002" }, { code: "003" }, { code: "004" }],
  neighbourEdition: "2025-05",
};

function ask(observations: readonly Observation[], more: Partial<ComparatorQuestion> = {}) {
  const period = { window: "financial-year", end: "2026-03-31" } as const;
  return comparatorsOf({ measure, indicator, observations, company, period, method: "mean", ...more });
}

const published = [
  told("authority", "002", "2025", "20.1"),
  told("authority", "003", "2025", "20.2"),
  told("authority", "004", "2025", "u"),
  told("authority", "009", "2025", "90"),
  told("region", "Westmarch", "2025", "21"),
  told("england", "England", "2025", "22.4"),
  told("england", "England", "2024", "25"),
];

test("the neighbours' figure leaves out whom nothing is published of, and says how many had a value", () => {
  const [neighbours] = ask(published);
  assert.deepEqual(
    { label: neighbours?.label, shown: neighbours?.shown, members: neighbours?.members, method: neighbours?.method },
    { label: "Statistical neighbours (2 of 3)", shown: "20.2%", members: { withValue: 2, all: 3 }, method: "mean" },
  );
  assert.equal(neighbours?.edition, "Children in need, 2025 edition; neighbours of 2025-05");
  assert.equal(neighbours?.publishedOn, "2025-10-30");
});

test("region and England are as published, noughts at the end put back, of the last stretch that had ended", () => {
  assert.deepEqual(
    ask(published).map(({ group, shown, period }) => [group, shown, period]),
    [
      ["neighbours", "20.2%", "2024-25"],
      ["region", "21.0%", "2024-25"],
      ["england", "22.4%", "2024-25"],
    ],
  );
});

test("a figure of an earlier period is set beside what had ended by then", () => {
  const [, , england] = ask(published, { period: { window: "in-month", end: "2024-09-30" } });
  assert.equal(england?.shown, "25.0%");
  assert.equal(england?.note, "Published for 2023-24 (year). The figure beside it is of one month.");
});

test("a figure older than anything published waits for its release: data not yet released (requirement 29)", () => {
  const comparators = ask(published, { period: { window: "in-month", end: "2022-09-30" } });
  assert.deepEqual(
    comparators.map(({ state, shown, value }) => [state, shown, value]),
    Array(3).fill(["not-released", "[x]", null]),
  );
});

test("a suppressed comparator says so and has no value (requirement 28)", () => {
  const hidden = [told("authority", "002", "2025", "c"), told("region", "Westmarch", "2025", "c")];
  const [neighbours, region, england] = ask(hidden);
  assert.deepEqual([neighbours?.state, neighbours?.value, neighbours?.shown], ["suppressed", null, "[c]"]);
  assert.deepEqual([region?.state, region?.value], ["suppressed", null]);
  assert.equal(england?.state, "not-available");
});

test("without neighbours or region there is no comparator in their place (requirement 33)", () => {
  const comparators = ask(published, { company: { region: null, neighbours: [], neighbourEdition: null } });
  assert.deepEqual(
    comparators.map(({ state }) => state),
    ["no-comparator", "no-comparator", "value"],
  );
});

test("a count is compared with neighbours, never with the total of a region or country", () => {
  const counts = [told("authority", "002", "2025", "1,200"), told("region", "Westmarch", "2025", "15000")];
  const [neighbours, region] = ask(counts, { measure: { ...measure, unit: "count", decimals: 0 } });
  assert.equal(neighbours?.shown, "1,200");
  assert.equal(region?.state, "no-comparator");
  assert.match(region?.note ?? "", /total/);
});

test("a count of a month is not compared with that of a year", () => {
  const counts = [told("authority", "002", "2025", "1,200")];
  const count = { ...measure, unit: "count", decimals: 0 } as const;
  const [neighbours] = ask(counts, { measure: count, period: { window: "in-month", end: "2026-03-31" } });
  assert.deepEqual([neighbours?.state, neighbours?.value, neighbours?.shown], ["no-comparator", null, "[z]"]);
  assert.match(neighbours?.note ?? "", /another length of time/);
});

test("where only London whole is published, Outer London is set beside it", () => {
  const outer = { ...company, region: "Outer London" };
  const london = [told("region", "London", "2025", "19.5"), told("region", "London (Outer)", "2025", "x")];
  assert.equal(ask(london, { company: outer })[1]?.shown, "19.5%");
  assert.equal(
    ask([told("region", "London (Outer)", "2025", "18.5"), ...london], { company: outer })[1]?.shown,
    "18.5%",
  );
});

test("a measure defined otherwise than what is published says how", () => {
  const differs = { ...measure, published: { indicator: "re-referrals", differs: "It counts more." } };
  assert.equal(ask(published, { measure: differs })[0]?.note, "Published for 2024-25 (year). It counts more.");
});

test("where nothing is loaded there is nothing to show", () => assert.deepEqual(ask([]), []));
