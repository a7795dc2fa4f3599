/** The views of who holds cases: `case_holding`, `caseload` and `case_spell`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runView } from "./run-view.ts";

const TEAMS = `
  team_id | name  | service
  t1      | North | safeguarding
  t2      | South | assessment
  t3      | Third | care_leavers`;

test("a caseload changes with each child who comes or goes, and is nothing in between", async () => {
  const rows = await runView("caseload", ["worker", "service", "start", "end", "children"], {
    team: TEAMS,
    involvement: `
      child | worker_id | team_id | role    | start      | end
      A     | w1        | t3      | adviser | 2025-01-01 | 2025-03-01
      B     | w1        | t3      | adviser | 2025-02-01 | 2025-03-01
      C     | w1        | t3      | adviser | 2025-04-01 |`,
  });
  assert.deepEqual(rows, [
    "w1 | care_leavers | 2025-01-01 | 2025-02-01 | 1",
    "w1 | care_leavers | 2025-02-01 | 2025-03-01 | 2",
    "w1 | care_leavers | 2025-04-01 | - | 1",
  ]);
});

test("a child recorded twice for a worker counts once; assessment and safeguarding are one kind of work", async () => {
  const rows = await runView("caseload", ["service", "start", "end", "children"], {
    team: TEAMS,
    involvement: `
      child | worker_id | team_id | role      | start      | end
      A     | w1        | t1      | allocated | 2025-01-01 | 2025-06-01
      A     | w1        | t2      | allocated | 2025-01-01 | 2025-06-01`,
  });
  assert.deepEqual(rows, [
    "children_in_need | 2025-01-01 | 2025-06-01 | 1",
    "social_work | 2025-01-01 | 2025-06-01 | 1",
  ]);
});

test("children held without a known team still count as social work, and the team is that of the latest case", async () => {
  const rows = await runView("caseload", ["worker", "team", "service", "start", "children"], {
    team: TEAMS,
    involvement: `
      child | worker_id | team_id | role      | start
      A     | w1        | t9      | allocated | 2025-01-01
      B     | w1        | t1      | allocated | 2025-02-01
      C     |           | t1      | allocated | 2025-02-01`,
  });
  assert.deepEqual(rows, [
    "w1 | t1 | children_in_need | 2025-02-01 | 1",
    "w1 | t1 | social_work | 2025-02-01 | 2",
    "w1 | t9 | social_work | 2025-01-01 | 1",
  ]);
});

test("reviewing officers hold no case, and neither does a record that ends the day it starts", async () => {
  const rows = await runView("case_holding", ["person_id", "role", "service"], {
    team: TEAMS,
    involvement: `
      child | worker_id | team_id | role              | start      | end
      A     | w1        | t1      | reviewing_officer | 2025-01-01 |
      B     | w1        | t1      | allocated         | 2025-01-01 | 2025-01-01
      C     | w1        | t1      | allocated         | 2025-01-01 | 2025-01-02`,
  });
  assert.deepEqual(rows, ["C | allocated | safeguarding"]);
});

test("a spell goes on over a change of worker and of team within the same kind of work, and ends with a gap", async () => {
  const rows = await runView("case_spell", ["person_id", "service", "role", "start", "end"], {
    team: TEAMS,
    involvement: `
      child | worker_id | team_id | role      | start      | end
      A     | w1        | t2      | allocated | 2025-01-01 | 2025-02-01
      A     | w2        | t1      | allocated | 2025-02-01 | 2025-03-01
      A     | w3        | t1      | allocated | 2025-03-02 |
      A     | w4        | t3      | adviser   | 2025-01-15 |`,
  });
  assert.deepEqual(rows, [
    "A | care_leavers | adviser | 2025-01-15 | -",
    "A | children_in_need | allocated | 2025-01-01 | 2025-03-01",
    "A | children_in_need | allocated | 2025-03-02 | -",
  ]);
});

test("a spell is cut at each case supervision held; one before the spell counts, one booked or of another kind does not", async () => {
  const rows = await runView("supervised_spell", ["person_id", "started_on", "start", "end", "last_supervised"], {
    team: TEAMS,
    involvement: `
      child | worker_id | team_id | role      | start      | end
      A     | w1        | t1      | allocated | 2025-02-01 | 2025-06-01
      B     | w1        | t1      | allocated | 2025-02-01 |`,
    local_event: `
      kind        | type     | child | date       | end
      supervision | case     | A     | 2025-01-10 | 2025-01-10
      supervision |          | A     | 2025-03-01 | 2025-03-01
      supervision | case     | A     | 2025-03-01 | 2025-03-01
      supervision | case     | A     | 2025-06-01 | 2025-06-01
      supervision | case     | B     | 2025-03-01 |
      supervision | personal | B     | 2025-03-01 | 2025-03-01
      audit       | case     | B     | 2025-03-01 | 2025-03-01`,
  });
  assert.deepEqual(rows, [
    "A | 2025-02-01 | 2025-02-01 | 2025-03-01 | 2025-01-10",
    "A | 2025-02-01 | 2025-03-01 | 2025-06-01 | 2025-03-01",
    "B | 2025-02-01 | 2025-02-01 | - | -",
  ]);
});
