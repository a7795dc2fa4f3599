/** However the change log is tampered with, short of writing it all anew, the check finds it (issue 3, section 11). */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import fc from "fast-check";
import { canonicalJson } from "../../src/store/canonical-json.ts";
import { verifyLog } from "../../src/store/logs.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { LogRow } from "../../src/store/schema.ts";
import { setSetting } from "../../src/store/setting.ts";
import { by, sqlitePlaces } from "./places.ts";

const ENTRIES = 12;
const place = await sqlitePlaces().fresh();
const store = await openStore(place);
for (let n = 1; n <= ENTRIES; n += 1) await setSetting(store, by("Ada", n), `key ${n % 3}`, { n, words: `"${n}"\n` });
const raw = new DatabaseSync(join(place.data, "store", "waymark.sqlite"), { timeout: 5000 });
raw.exec("drop trigger change_log_no_update; drop trigger change_log_no_delete");
const TRUE_ROWS = raw.prepare("select * from change_log order by sequence").all() as unknown as readonly LogRow[];
after(async () => {
  raw.close();
  await store.close();
});

const place1 = fc.nat(ENTRIES - 1);
const text = fc.string({ minLength: 1, maxLength: 8 });
const field = fc.constantFrom("at", "actor", "what", "subject", "detail", "previous_hash", "hash");

/** Each gives the rows a tamperer would leave. */
const tampering: fc.Arbitrary<readonly LogRow[]> = fc.oneof(
  fc
    .tuple(place1, field, text)
    .map(([at, name, added]) => changed(at, (row) => ({ ...row, [name]: row[name] + added }))),
  fc
    .tuple(place1, text)
    .map(([at, actor]) => changed(at, (row) => rehashed({ ...row, actor: `${row.actor}${actor}` }))),
  place1.map((at) => TRUE_ROWS.filter((_, index) => index !== at)),
  fc.integer({ min: 0, max: ENTRIES - 1 }).map((kept) => TRUE_ROWS.slice(0, kept)),
  fc
    .tuple(place1, place1)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => swapped(a, b)),
  place1.map((at) =>
    TRUE_ROWS.filter((_, index) => index !== at).map((row, index) => rehashed({ ...row, sequence: index + 1 })),
  ),
);

test("the log as it was written holds", async () => {
  leave(TRUE_ROWS);
  const { entries, broken, head } = await verifyLog(store);
  assert.deepEqual([entries, broken, head], [ENTRIES, null, TRUE_ROWS.at(-1)?.hash]);
});

test("any entry changed, taken out, put elsewhere or cut off at the end is found", async () => {
  await fc.assert(
    fc.asyncProperty(tampering, async (rows) => {
      leave(rows);
      assert.notEqual((await verifyLog(store)).broken, null);
    }),
    { numRuns: 200 },
  );
});

test("the check names the first entry that does not hold", async () => {
  await fc.assert(
    fc.asyncProperty(place1, async (at) => {
      leave(changed(at, (row) => ({ ...row, actor: "Eve" })));
      assert.deepEqual((await verifyLog(store)).broken, { sequence: at + 1, reason: "the entry has been changed" });
    }),
    { numRuns: ENTRIES },
  );
});

test("canonical JSON does not depend on the order of keys, and says what JSON says", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const { __proto__: _, ...plain } = value;
      const reversed = Object.fromEntries(Object.entries(plain).reverse());
      assert.equal(canonicalJson(reversed), canonicalJson(plain));
      assert.deepEqual(JSON.parse(canonicalJson(plain)), JSON.parse(JSON.stringify(plain)));
    }),
  );
});

function changed(at: number, change: (row: LogRow) => LogRow): readonly LogRow[] {
  return TRUE_ROWS.map((row, index) => (index === at ? change(row) : row));
}

function swapped(a: number, b: number): readonly LogRow[] {
  const contents = TRUE_ROWS.map((row, index) => (index === a ? TRUE_ROWS[b]! : index === b ? TRUE_ROWS[a]! : row));
  return contents.map((row, index) => ({ ...row, sequence: index + 1 }));
}

/** A tamperer who knows how entries are hashed mends the entry itself, but not those after it. */
function rehashed(row: LogRow): LogRow {
  const { hash: _, ...unhashed } = row;
  return { ...unhashed, hash: createHash("sha256").update(canonicalJson(unhashed)).digest("hex") };
}

function leave(rows: readonly LogRow[]): void {
  raw.exec("begin immediate; delete from change_log");
  const insert = raw.prepare("insert into change_log values (?, ?, ?, ?, ?, ?, ?, ?)");
  for (const { sequence, at, actor, what, subject, detail, previous_hash: previous, hash } of rows)
    insert.run(sequence, at, actor, what, subject, detail, previous, hash);
  raw.exec("commit");
}
