/** Placement runs: what is a move and what is not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { runView } from "./run-view.ts";

const SHOWN = ["person_id", "start", "end", "place", "is_adoptive", "previous_start"] as const;

async function runs(care_episode: string): Promise<readonly string[]> {
  return runView("placement_run", SHOWN, { care_episode });
}

test("a change of legal status stays in the placement, new carers begin another", async () => {
  assert.deepEqual(
    await runs(`
      child | start      | end        | legal_status | rne | place
      A     | 2025-01-10 | 2025-02-10 | C1           | S   | U6
      A     | 2025-02-10 | 2025-03-10 | C2           | L   | U6
      A     | 2025-03-10 | 2025-04-10 | C2           | P   | U6
      A     | 2025-04-10 |            | E1           | B   | K2`),
    [
      "A | 2025-01-10 | 2025-03-10 | U6 | false | -",
      "A | 2025-03-10 | 2025-04-10 | U6 | false | 2025-01-10",
      "A | 2025-04-10 | - | K2 | false | 2025-03-10",
    ],
  );
});

test("a new placement with the same carers is a placement of its own, adoption by them is not", async () => {
  assert.deepEqual(
    await runs(`
      child | start      | end        | legal_status | rne | place
      A     | 2025-01-10 | 2025-02-10 | C2           | S   | U6
      A     | 2025-02-10 | 2025-03-10 | C2           | T   | U4
      A     | 2025-03-10 |            | E1           | U   | A5`),
    ["A | 2025-01-10 | 2025-02-10 | U6 | false | -", "A | 2025-02-10 | - | U4 | false | 2025-01-10"],
  );
});

test("placed for adoption with other carers is a new placement and says so", async () => {
  assert.deepEqual(
    await runs(`
      child | start      | end        | legal_status | rne | place
      A     | 2024-01-10 | 2025-03-10 | E1           | S   | U6
      A     | 2025-03-10 |            | E1           | P   | A6`),
    ["A | 2024-01-10 | 2025-03-10 | U6 | false | -", "A | 2025-03-10 | - | A6 | true | 2024-01-10"],
  );
});

test("a temporary stay and the return from it are no moves, going elsewhere after it is one", async () => {
  assert.deepEqual(
    await runs(`
      child | start      | end        | legal_status | rne | place | urn
      A     | 2025-01-10 | 2025-02-10 | C2           | S   | U6    | 1
      A     | 2025-02-10 | 2025-02-14 | C2           | T   | T1    |
      A     | 2025-02-14 |            | C2           | T   | U6    | 1
      B     | 2025-01-10 | 2025-02-10 | C2           | S   | U6    | 1
      B     | 2025-02-10 | 2025-02-14 | C2           | P   | T4    |
      B     | 2025-02-14 |            | C2           | P   | U6    | 2`),
    [
      "A | 2025-01-10 | - | U6 | false | -",
      "B | 2025-01-10 | 2025-02-14 | U6 | false | -",
      "B | 2025-02-14 | - | U6 | false | 2025-01-10",
    ],
  );
});

test("without a reason for the episode, a change of type, provider, reference or postcode is a move", async () => {
  assert.deepEqual(
    await runs(`
      child | start      | end        | legal_status | place | provider | urn | place_post
      A     | 2025-01-10 | 2025-02-10 | C2           | U6    | PR1      | 1   | WX1 1AA
      A     | 2025-02-10 | 2025-03-10 | C2           | U6    | PR1      | 1   | WX1 1AA
      A     | 2025-03-10 | 2025-04-10 | C2           | U6    | PR1      | 1   | WX1 1AB
      A     | 2025-04-10 |            | C2           | U6    | PR4      | 1   | WX1 1AB`),
    [
      "A | 2025-01-10 | 2025-03-10 | U6 | false | -",
      "A | 2025-03-10 | 2025-04-10 | U6 | false | 2025-01-10",
      "A | 2025-04-10 | - | U6 | false | 2025-03-10",
    ],
  );
});

test("short breaks make no placement, and coming back into care begins anew", async () => {
  assert.deepEqual(
    await runs(`
      child | start      | end        | legal_status | rne | place
      A     | 2025-01-10 | 2025-01-12 | V3           | S   | U6
      A     | 2025-02-01 | 2025-02-20 | V2           | S   | U6
      A     | 2025-03-01 |            | V2           | S   | U6`),
    ["A | 2025-02-01 | 2025-02-20 | U6 | false | -", "A | 2025-03-01 | - | U6 | false | -"],
  );
});
