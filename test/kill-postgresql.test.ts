/** Killed at any instant, writer or server, PostgreSQL loses nothing acknowledged; processes may share it (issue 3, section 11). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { verifyLog } from "../src/store/logs.ts";
import { openStore } from "../src/store/open-store.ts";
import { postgresPrograms } from "./postgres.ts";
import { checkNothingLost, runWriter } from "./store/killing.ts";
import { type Places, postgresPlaces } from "./store/places.ts";

const ROUNDS = 10;
const programs = postgresPrograms();
if (programs === null && process.env.CI === undefined)
  test("PostgreSQL, killed", { skip: "PostgreSQL is not installed (apt-get install postgresql)" }, () => undefined);
else testKilling(await postgresPlaces(programs ?? ""));

function testKilling(places: Places): void {
  test(`a writer killed ${ROUNDS} times at random instants has lost nothing it was told was kept`, async () => {
    const place = await places.fresh();
    let told = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const { acknowledged } = await runWriter(place, `round${round}`, { killAfter: Math.random() * 150 });
      const now = await checkNothingLost(place, acknowledged);
      told += acknowledged.length;
      // Each kill can leave at most the one change that was under way kept without being acknowledged.
      assert.ok(told <= now && now <= told + round + 1, `told of ${told}, kept ${now}, killed ${round + 1} times`);
    }
    assert.ok(told > 0);
  });

  test("three processes make one new store at the same time and write to it: every row, one unbroken chain", async () => {
    const place = await places.fresh();
    const names = ["north", "south", "east"];
    const ended = await Promise.all(names.map((name) => runWriter(place, name, { count: 15 })));
    assert.deepEqual(
      ended.map(({ code, said }) => [code, said]),
      names.map(() => [0, ""]),
    );
    const acknowledged = ended.flatMap((one) => one.acknowledged);
    assert.equal(await checkNothingLost(place, acknowledged), names.length * 15 * 3);
  });

  // Last, because the connection that makes new databases dies with the server.
  test("a server stopped in the middle of writing has lost nothing it acknowledged, twice", async () => {
    const place = await places.fresh();
    const open = await openStore(place);
    let told = 0;
    for (const [round, name] of ["first", "second"].entries()) {
      const { acknowledged, code, said } = await runWriter(place, name, { onWriting: () => places.server?.crash() });
      assert.notEqual(code, 0);
      assert.match(said, /The store's database went away during a change/);
      const now = await checkNothingLost(place, acknowledged);
      assert.ok(acknowledged.length > 0);
      told += acknowledged.length;
      assert.ok(told <= now && now <= told + round + 1, `told of ${told}, kept ${now}, stopped ${round + 1} times`);
      // A store that was open all the while, as the web server's is, goes on.
      assert.equal((await verifyLog(open)).entries, now);
    }
    await open.close();
  });
}
