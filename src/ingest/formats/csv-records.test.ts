/** The careful CSV reader: what was written is read back, and a fault is found in the row where it is. */
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { type CsvRecord, csvRecords } from "./csv-records.ts";

async function read(pieces: readonly string[], delimiter = ",", cellCharacters = 1000): Promise<readonly CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const record of csvRecords(pieces, { delimiter, cellCharacters })) records.push(record);
  return records;
}

const cells = async (text: string) => (await read([text])).map((record) => record.cells);

test("quotes, doubled quotes, delimiters and line ends inside quotes are text", async () => {
  assert.deepEqual(await cells('a,"b, c","d ""e""","f\r\ng"\r\nh,,"",i'), [
    ["a", "b, c", 'd "e"', "f\r\ng"],
    ["h", "", "", "i"],
  ]);
});

test("blank lines are passed over and still counted", async () => {
  assert.deepEqual(
    (await read(["a,b\n\n  \n,\nc,d\n"])).map(({ row }) => row),
    [1, 5],
  );
});

test("lines may end in LF, CRLF or CR, and the last need not end at all", async () => {
  assert.deepEqual(await cells("a,b\nc,d\r\ne,f\rg,"), [
    ["a", "b"],
    ["c", "d"],
    ["e", "f"],
    ["g", ""],
  ]);
});

test("a quote in the middle of a cell is only a character", async () => {
  assert.deepEqual(await cells('5" pipe,b\n"a"b,c'), [
    ['5" pipe', "b"],
    ["ab", "c"],
  ]);
});

test("a quote never closed is told with the row it opened in", async () => {
  const records = await read(['a,b\nc,"d\ne,f\n']);
  assert.deepEqual(records.at(-1), { row: 2, cells: [], fault: "unclosed-quote" });
});

test("a cell beyond the limit stops the reading there", async () => {
  const records = await read([`a\n${"x".repeat(50)}\nb`], ",", 20);
  assert.deepEqual(records.at(-1), { row: 2, cells: [], fault: "cell-too-long" });
});

test("text without a line end does not pile up beyond the limit", async () => {
  let given = 0;
  function* endless() {
    for (;;) {
      given += 1 << 18;
      yield "x".repeat(1 << 18);
    }
  }
  const records: CsvRecord[] = [];
  for await (const record of csvRecords(endless(), { delimiter: ",", cellCharacters: 1000 })) records.push(record);
  assert.equal(records.at(-1)?.fault, "cell-too-long");
  assert.ok(given < 4_000_000);
});

test("whatever cells are written, quoted and cut anywhere, come back as they were", async () => {
  const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", "é", " ", ";") });
  const row = fc.array(cell, { minLength: 2, maxLength: 4 }).filter((each) => each.some((text) => text.trim() !== ""));
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 7 }),
      async (rows, size) => {
        const text = rows.map((each) => each.map((value) => `"${value.replaceAll('"', '""')}"`).join(",")).join("\r\n");
        const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
          text.slice(i * size, (i + 1) * size),
        );
        assert.deepEqual(
          (await read(pieces)).map((record) => record.cells),
          rows,
        );
      },
    ),
  );
});
