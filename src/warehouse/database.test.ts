import assert from "node:assert/strict";
import { test } from "node:test";
import { openDatabase } from "./database.ts";

/** Half a second's work or so. */
const LONG = "select sum(hash(a.range + b.range)::double) as total from range(6000) a, range(6000) b";

test("a database closed while it is asked answers first, and is closed then", { timeout: 60_000 }, async () => {
  for (let again = 0; again < 3; again++) {
    const database = await openDatabase(":memory:");
    const answers = [database.rows(LONG), database.columns("select 1 as one"), database.run("select 2")] as const;
    database.close();
    database.close();
    const [rows, { columns }] = await Promise.all(answers);
    assert.ok(Number(rows[0]?.total) > 0);
    assert.deepEqual(columns, [[1]]);
    await assert.rejects(database.rows("select 3"), "nothing is asked of a closed database");
  }
});

test("a query that fails keeps nobody from closing", { timeout: 60_000 }, async () => {
  const database = await openDatabase(":memory:");
  const failing = database.rows("select no_such_column");
  database.close();
  await assert.rejects(failing, /no_such_column/);
  await assert.rejects(database.rows("select 1"));
});
