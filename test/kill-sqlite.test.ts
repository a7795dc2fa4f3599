/** Killed at any instant, SQLite loses nothing acknowledged; processes may share it (issue 3, section 11). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkNothingLost, runWriter } from "./store/killing.ts";
import { sqlitePlaces } from "./store/places.ts";

const ROUNDS = 25;
const places = sqlitePlaces();

test(`a writer killed ${ROUNDS} times at random instants has lost nothing it was told was kept`, async () => {
  const place = await places.fresh();
  let told = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { acknowledged, code } = await runWriter(place, `round${round}`, { killAfter: Math.random() * 120 });
    assert.equal(code, null);
    const now = await checkNothingLost(place, acknowledged);
    told += acknowledged.length;
    // Each kill can leave at most the one change that was under way kept without being acknowledged.
    assert.ok(told <= now && now <= told + round + 1, `told of ${told}, kept ${now}, killed ${round + 1} times`);
  }
  assert.ok(told > 0);
});

test("four processes make one new store at the same time and write to it: every row, one unbroken chain", async () => {
  const place = await places.fresh();
  const names = ["north", "south", "east", "west"];
  const ended = await Promise.all(names.map((name) => runWriter(place, name, { count: 15 })));
  assert.deepEqual(
    ended.map(({ code, said }) => [code, said]),
    names.map(() => [0, ""]),
  );
  assert.equal(
    await checkNothingLost(
      place,
      ended.flatMap(({ acknowledged }) => acknowledged),
    ),
    names.length * 15 * 3,
  );
});
