import assert from "node:assert/strict";
import { test } from "node:test";
import type { PackLine, TeamPack } from "../../../domain/challenge/team-pack.ts";
import { presentAction, presentPack, summariseTeam, withoutLabel } from "./present.ts";

const LINE: PackLine = {
  ...{ measure: "visits-in-time", window: "in-month", title: "Visits in time", period: "2026-03" },
  ...{ periodWords: "March 2026", shown: "71.4%", parts: "5 of 7", target: "90%", signal: null, warnings: [] },
  rating: { word: "red", sentence: "Red: 71.4% is below the target of 90%." },
  direction: { arrow: "level", meaning: "similar", sentence: "No change since February 2026. Similar." },
  series: [
    { period: "2026-02", value: 71.4, shown: "71.4%" },
    { period: "2026-03", value: 71.4, shown: "71.4%" },
  ],
  why: ["red"],
  isOfFew: false,
};
const PACK: TeamPack = {
  ...{ team: "Harbour", month: "2026-03", asAt: "2026-03-31", madeAt: "2026-04-20T09:00:00.000Z" },
  exceptions: [LINE],
  trends: [],
  overdue: [
    { title: "Visit", count: 3, soon: 1, href: "/teams/Harbour/due" },
    { title: "Review", count: 2, soon: 0, href: "/teams/Harbour/due" },
  ],
  caseloads: [
    { worker: "W1", children: 20 },
    { worker: "W2", children: 11 },
  ],
  warnings: [],
  actions: [],
};
const EVERYTHING = { maySeeWorkers: true, maySeeCases: true };

test("what is red says why and how it moved, with a drawing that is described", () => {
  const [line] = presentPack(PACK, EVERYTHING).exceptions;
  assert.deepEqual(line?.sentences, [LINE.rating.sentence, LINE.direction.sentence]);
  assert.deepEqual(
    line?.tags.map(({ text }) => text),
    ["Red"],
  );
  assert.match(line?.sparkline ?? "", /<title[^>]*>Visits in time\. From 71\.4% in February 2026/);
});

test("what only signals is told by its signal: “similar” beside it would say nothing", () => {
  const signal = "Concern: the latest value is below the lower limit of 80.0%.";
  const rating = { word: "not-rated", sentence: "Not rated: watched." } as const;
  const pack = { ...PACK, exceptions: [{ ...LINE, rating, why: ["unusual"] as const, signal }] };
  assert.deepEqual(presentPack(pack, EVERYTHING).exceptions[0]?.sentences, [signal]);
});

test("percentages of fewer than five cases stand apart, or say so where they stand out", () => {
  const few = { ...LINE, isOfFew: true };
  const pack = presentPack({ ...PACK, exceptions: [few], trends: [few, { ...LINE, why: [] }] }, EVERYTHING);
  assert.match(pack.exceptions[0]?.sentences.at(-1) ?? "", /^Fewer than 5 cases/);
  assert.deepEqual([pack.trends.length, pack.few.length], [1, 1]);
});

test("the children behind a figure are offered to those who may see them alone", () => {
  const href = "/measures/visits-in-time/list?window=in-month&period=2026-03&part=numerator&by=team%3AHarbour";
  assert.equal(presentPack(PACK, EVERYTHING).exceptions[0]?.listHref, href);
  assert.equal(presentPack(PACK, { ...EVERYTHING, maySeeCases: false }).exceptions[0]?.listHref, null);
});

test("one value alone is not drawn", () => {
  const pack = { ...PACK, exceptions: [{ ...LINE, series: LINE.series.slice(0, 1) }] };
  assert.equal(presentPack(pack, EVERYTHING).exceptions[0]?.sparkline, null);
});

test("caseloads are told in a sentence, and workers are named only to those who may see them", () => {
  const pack = presentPack(PACK, EVERYTHING);
  assert.equal(pack.caseloadWords, "2 workers hold 31 children, 15.5 each on average; the most is 20.");
  assert.equal(presentPack(PACK, { ...EVERYTHING, maySeeWorkers: false }).caseloads, null);
});

test("a team’s line of the session counts what stands out and sums what is overdue", () => {
  const line = summariseTeam(PACK, { href: "/challenge/1/teams/Harbour", openActions: 2, recorded: 1 });
  assert.deepEqual([line.red, line.amber, line.unusual, line.overdue], [1, 0, 0, 5]);
});

test("an action past its day is overdue until it is done", () => {
  const seen = {
    ...{ id: 4, text: "Book cover", ownerName: "Head of service", due: "2026-04-01", measureTitle: null, latest: null },
    outcome: { word: "worked", sentence: "Worked: 80% now." },
  } as const;
  assert.equal(presentAction({ ...seen, state: "open", isOverdue: true }).state, "Overdue");
  assert.equal(presentAction({ ...seen, state: "done", isOverdue: false }).state, "Done");
  assert.equal(presentAction({ ...seen, state: "open", isOverdue: false }).sentence, "80% now.");
});

test("a sentence beside its tag leaves the tag’s words out", () => {
  assert.equal(withoutLabel("Cannot be told: no measure is linked."), "No measure is linked.");
});
