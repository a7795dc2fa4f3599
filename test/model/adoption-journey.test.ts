/** The road to adoption, from the record and, where that is silent, from the episodes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runView } from "./run-view.ts";

const SHOWN = [
  "person_id",
  "entered",
  "adopted",
  "placement_order",
  "match",
  "placed",
  "carer_placed",
  "days_from_order_to_match",
] as const;
const LIVED = `
  child | start      | end        | legal_status | rne | place | rec
  A     | 2023-01-10 | 2023-08-01 | C1           | S   | U6    | X1
  A     | 2023-08-01 | 2024-02-01 | E1           | L   | U6    | X1
  A     | 2024-02-01 | 2024-09-01 | E1           | P   | A6    | E11`;

test("takes the days of the record", async () => {
  const rows = await runView("adoption_journey", SHOWN, {
    care_episode: LIVED,
    permanence: "child | placement_order | match | placed\nA | 2023-08-02 | 2023-12-10 | 2024-02-02",
  });
  assert.deepEqual(rows, ["A | 2023-01-10 | 2024-09-01 | 2023-08-02 | 2023-12-10 | 2024-02-02 | - | 130"]);
});

test("asks the episodes when nobody recorded the order or the move", async () => {
  const rows = await runView("adoption_journey", SHOWN, { care_episode: LIVED });
  assert.deepEqual(rows, ["A | 2023-01-10 | 2024-09-01 | 2023-08-01 | - | 2024-02-01 | - | -"]);
});

test("leaves out a decision taken back, and takes the latest of two", async () => {
  const rows = await runView("adoption_journey", SHOWN, {
    care_episode: LIVED,
    permanence: `
      child | match      | placed     | reversed
      A     | 2024-01-20 | 2024-02-01 |
      A     | 2023-09-01 | 2023-09-10 |
      A     | 2024-03-01 | 2024-04-01 | 2024-05-01`,
  });
  assert.deepEqual(rows, ["A | 2023-01-10 | 2024-09-01 | 2023-08-01 | 2024-01-20 | 2024-02-01 | - | 172"]);
});

test("the clock of carers who adopt stops when the child was placed with them", async () => {
  const rows = await runView("adoption_journey", ["person_id", "placed", "carer_placed", "carers_adopted"], {
    care_episode: `
      child | start      | end        | legal_status | rne | place | rec
      A     | 2023-01-10 | 2023-03-01 | C1           | S   | U6    | X1
      A     | 2023-03-01 | 2024-02-01 | E1           | B   | U6    | X1
      A     | 2024-02-01 | 2024-09-01 | E1           | U   | A5    | E12
      B     | 2023-01-10 | 2024-09-01 | E1           | S   | A5    | E12`,
    permanence: `
      child | placed     | ffa_placed | carers_adopted
      A     | 2024-02-01 |            | true
      B     | 2024-02-01 | 2023-02-01 |`,
  });
  assert.deepEqual(rows, ["A | 2024-02-01 | 2023-03-01 | true", "B | 2024-02-01 | 2023-02-01 | true"]);
});

test("only periods that ended in adoption are in it; a match before the order waited no days", async () => {
  const rows = await runView("adoption_journey", ["person_id", "days_from_order_to_match"], {
    care_episode: `
      child | start      | end        | legal_status | rec
      A     | 2023-01-10 | 2024-09-01 | C2           | E12
      B     | 2023-01-10 | 2024-09-01 | C2           | E45`,
    permanence: "child | placement_order | match\nA | 2023-08-02 | 2023-08-01",
  });
  assert.deepEqual(rows, ["A | 0"]);
});
