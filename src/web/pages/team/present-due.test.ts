/** What the list of what is due says, in words. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { DueItem } from "../../../services/cases/due/due.ts";
import { readDuties } from "../../../services/cases/due/duties.ts";
import { presentDue } from "./present.ts";
import { leftWords, presentDueList } from "./present-due.ts";

const item = (daysLeft: number, more: Partial<DueItem> = {}): DueItem => ({
  duty: "assessment",
  child: "W1",
  since: "2026-02-02",
  due: "2026-04-07",
  team: "North",
  worker: "SW1",
  daysLeft,
  ...more,
});

test("days left are said in words, one day in the singular", () => {
  assert.deepEqual(
    [-12, -1, 0, 1, 15].map((daysLeft) => leftWords({ daysLeft })),
    ["12 working days overdue", "1 working day overdue", "Due today", "1 working day left", "15 working days left"],
  );
});

test("what is due today is not overdue, and a child with two duties is one child", () => {
  const duties = readDuties(["catalogue"]);
  const items = [item(-1), item(0, { duty: "supervision" }), item(3, { child: "W2", worker: null })];
  const view = presentDueList(
    { on: "2026-04-07", items, duties },
    { title: "North", href: "/teams/T1", dataTo: "2026-03-31" },
  );
  assert.equal(view.found, "1 overdue and 2 due within 15 working days, for 2 children.");
  assert.deepEqual(
    view.rows.map(({ worker }) => worker),
    ["SW1", "SW1", "Nobody"],
  );
  assert.match(
    view.limits.find(({ key }) => key === "Single assessment")?.value ?? "",
    /45 working days after the day the assessment started\. Working Together/,
  );
});

test("an empty list says that nothing is due", () => {
  const duties = readDuties(["catalogue"]);
  const view = presentDueList(
    { on: "2026-04-07", items: [], duties },
    { title: "North", href: "/teams/T1", dataTo: "2026-03-31" },
  );
  assert.equal(view.found, "Nothing here is overdue or falls due within 15 working days.");
});

test("counts of duties stand under their kinds, and kinds of which nothing is due are left out", () => {
  const due = presentDue([
    { team: "North", worker: "SW1", duty: "protection-visit", overdue: 2, soon: 1 },
    { team: "North", worker: "SW2", duty: "later-care-visit", overdue: 1, soon: 0 },
    { team: "North", worker: "SW2", duty: "care-review", overdue: 0, soon: 4 },
  ]);
  assert.deepEqual(
    due.kinds.map(({ words, overdue, soon }) => [words, overdue, soon]),
    [
      ["Visits", 3, 1],
      ["Reviews", 0, 4],
    ],
  );
  assert.deepEqual([due.overdue, due.soon], [3, 5]);
});
