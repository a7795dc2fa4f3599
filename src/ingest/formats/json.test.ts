import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import type { ReadContext } from "../contract.ts";
import { LIMITS, type Limits } from "../limits.ts";
import { type JsonObject, readJsonObjects } from "./json.ts";
import { type JsonRecord, openJsonStaging } from "./json-shape.ts";

const folder = mkdtempSync(join(tmpdir(), "json-"));
after(() => rmSync(folder, { recursive: true, force: true }));

async function read(content: string | Uint8Array, limits: Partial<Limits> = {}) {
  const bytes = Buffer.from(content);
  const path = join(folder, "file.json");
  writeFileSync(path, bytes);
  const objects: JsonObject[] = [];
  const faults = await readJsonObjects(
    { path, bytes: bytes.length, head: bytes.subarray(0, 65_536) },
    { object: (value) => objects.push(value), rest: async () => {} },
    { ...LIMITS, ...limits },
  );
  return { objects, faults };
}

const layouts: readonly (readonly [string, string])[] = [
  ["one array", '[{"a":1},{"a":2}]'],
  ["one object a line", '{"a":1}\n{"a":2}\n'],
  ["an array a line", '[{"a":1}]\r\n[{"a":2}]'],
  ["arrays in an array", '[[{"a":1}],\n[{"a":2}]]'],
  ["objects one after the other", '{"a":1}{"a":2}'],
];
for (const [name, text] of layouts) {
  test(`children in ${name} are read one by one`, async () => {
    assert.deepEqual(await read(text), { objects: [{ a: 1 }, { a: 2 }], faults: [] });
  });
}

test("braces, brackets, quotes and backslashes in texts end nothing, wherever the file falls into pieces", async () => {
  const value = fc.record({
    text: fc.string({ unit: fc.constantFrom("{", "}", "[", "]", '"', "\\", "a", "é", "\n") }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(value, { maxLength: 5 }), fc.boolean(), async (values, pretty) => {
      // Longer than a piece of the file (256 KiB), so that texts are cut in two at every kind of character.
      const padded = values.map((each, i) => ({ ...each, pad: "\\".repeat(i % 3 === 0 ? 131_070 : 131_071) }));
      const { objects, faults } = await read(JSON.stringify(padded, null, pretty ? 2 : 0));
      assert.deepEqual(objects, padded);
      assert.deepEqual(faults, []);
    }),
    { numRuns: 25 },
  );
});

test("a record that is not JSON is told of and the next is read", async () => {
  const { objects, faults } = await read('[{"a":1},{"a":secret},{"a":3}]');
  assert.deepEqual(objects, [{ a: 1 }, { a: 3 }]);
  assert.deepEqual(faults, [{ code: "JSON_RECORD_BROKEN", no: 2 }]);
});

test("a file cut in a record or before its array ends is told of", async () => {
  for (const text of ['[{"a":1},{"a":', '[{"a":1},{"a":"x', '[{"a":1}'])
    assert.deepEqual(await read(text), { objects: [{ a: 1 }], faults: [{ code: "JSON_CUT_SHORT", no: 2 }] });
});

test("text outside records is counted in pieces", async () => {
  assert.deepEqual((await read('hello {"a":1} [{"a":2}] 12')).faults, [{ code: "JSON_STRAY", count: 2 }]);
});

test("records nested without end or longer than any payload are stopped", async () => {
  assert.deepEqual((await read('{"a":'.repeat(100))).faults, [{ code: "JSON_TOO_DEEP", no: 1 }]);
  assert.deepEqual((await read("[".repeat(1000))).faults, [{ code: "JSON_CUT_SHORT", no: 1 }]);
  const open = await read(`{"a":1}{"a":"${"x".repeat(5000)}`, { cellCharacters: 1000 });
  assert.deepEqual(open.faults, [{ code: "JSON_RECORD_TOO_LONG", no: 2 }]);
  assert.deepEqual((await read("{}", { partBytes: 1 })).faults, [{ code: "JSON_TOO_LARGE" }]);
});

test("UTF-16 and a byte order mark are read", async () => {
  assert.deepEqual((await read(Buffer.from('\uFEFF[{"a":"é"}]', "utf16le"))).objects, [{ a: "é" }]);
  assert.deepEqual(await read('\uFEFF[{"a":"é"}]'), { objects: [{ a: "é" }], faults: [] });
});

const SHAPE: JsonRecord = {
  table: "child",
  columns: ["id"],
  handsDown: ["id"],
  folded: [{ key: "details", prefix: "d_", columns: ["sex"] }],
  lists: [{ key: "codes", table: "codes" }],
  parts: [{ key: "events", record: { table: "events", columns: ["day"] } }],
};

test("objects become rows by their shape; what does not fit is told of by name, never by value", async () => {
  const tables = new Map<string, (readonly (string | null)[])[]>();
  const staging = await openJsonStaging(SHAPE, {
    staging: {
      async writer(table: string) {
        const rows: (readonly (string | null)[])[] = [];
        tables.set(table, rows);
        return { add: (_: unknown, values: readonly (string | null)[]) => rows.push(values), full: async () => {} };
      },
    },
  } as unknown as ReadContext);
  staging.add(
    "f",
    { id: 7, details: { sex: true, codes: ["x", null, "y"], extra: "secret" }, events: [{ day: null }, "secret"] },
    1,
  );
  staging.add("f", { id: ["secret"], codes: "z", events: { day: "d" }, __proto__: { id: "no" }, details: "secret" }, 2);
  assert.deepEqual(Object.fromEntries(tables), {
    child: [
      ["1", "7", "true"],
      ["2", null, null],
    ],
    codes: [
      ["1", "7", "x"],
      ["1", "7", "y"],
      ["2", null, "z"],
    ],
    events: [
      ["1", "7", null],
      ["2", null, "d"],
    ],
  });
  const odd = staging.oddities();
  assert.deepEqual(
    odd.map(({ code, table, column, no }) => [code, table, column, no]),
    [
      ["COLUMN_NOT_USED", "child", "details.extra", 1],
      ["JSON_VALUE_ODD", "child", "events", 1],
      ["JSON_VALUE_ODD", "child", "id", 2],
      ["JSON_VALUE_ODD", "child", "details", 2],
    ],
  );
  assert.ok(!JSON.stringify(odd).includes("secret"));
});
