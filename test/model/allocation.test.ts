/** The view `allocation`: one worker a day. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runView } from "./run-view.ts";

const COLUMNS = ["person_id", "start", "end", "worker", "team", "locality"];

test("a hand-over is two spells that meet; teams are named and placed where the team is known", async () => {
  const rows = await runView("allocation", COLUMNS, {
    team: `
      team_id | name       | locality
      T1      | Front Door | North`,
    involvement: `
      child | worker_id | team_id | role      | start      | end
      A     | W1        | T1      | allocated | 2025-01-01 | 2025-03-01
      A     | W2        | T2      | allocated | 2025-03-01 |`,
  });
  assert.deepEqual(rows, ["A | 2025-01-01 | 2025-03-01 | W1 | Front Door | North", "A | 2025-03-01 | - | W2 | T2 | -"]);
});

test("where two workers are recorded the one who started last holds, and the first holds again afterwards", async () => {
  const rows = await runView("allocation", COLUMNS.slice(1, 4), {
    involvement: `
      child | worker_id | role      | start      | end
      A     | W1        | allocated | 2025-01-01 |
      A     | W2        | allocated | 2025-03-01 | 2025-04-01`,
  });
  assert.deepEqual(rows, ["2025-01-01 | 2025-03-01 | W1", "2025-03-01 | 2025-04-01 | W2", "2025-04-01 | - | W1"]);
});

test("a record repeated, or carried on by the same worker and team, is one spell", async () => {
  const rows = await runView("allocation", COLUMNS.slice(1, 4), {
    involvement: `
      child | worker_id | role      | start      | end
      A     | W1        | allocated | 2025-01-01 | 2025-03-01
      A     | W1        | allocated | 2025-01-01 | 2025-03-01
      A     | W1        | allocated | 2025-03-01 | 2025-05-01`,
  });
  assert.deepEqual(rows, ["2025-01-01 | 2025-05-01 | W1"]);
});

test("a gap stays a gap, and a record that starts and ends on one day holds nothing", async () => {
  const rows = await runView("allocation", COLUMNS.slice(1, 4), {
    involvement: `
      child | worker_id | role      | start      | end
      A     | W1        | allocated | 2025-01-01 | 2025-02-01
      A     | W2        | allocated | 2025-02-10 | 2025-02-10
      A     | W3        | allocated | 2025-03-01 |`,
  });
  assert.deepEqual(rows, ["2025-01-01 | 2025-02-01 | W1", "2025-03-01 | - | W3"]);
});

test("advisers, reviewing officers and early help workers are not allocated; siblings are apart", async () => {
  const rows = await runView("allocation", ["person_id", "worker"], {
    involvement: `
      child | worker_id | role              | start
      A     | W1        | adviser           | 2025-01-01
      A     | W2        | reviewing_officer | 2025-01-01
      A     | W3        | early_help        | 2025-01-01
      B     | W4        | allocated         | 2025-01-01`,
  });
  assert.deepEqual(rows, ["B | W4"]);
});
