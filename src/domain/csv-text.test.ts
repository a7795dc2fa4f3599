/** CSV that every spreadsheet reads the same, and that none runs. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { csvText } from "./csv-text.ts";

test("commas, quotes and line ends are kept inside quotes; nothing is an empty cell", () => {
  const row = { plain: "a", comma: "a, b", quote: 'the "big" one', lines: "one\ntwo", none: null, number: 0 };
  assert.equal(
    csvText([row], Object.keys(row), true),
    'plain,comma,quote,lines,none,number\r\na,"a, b","the ""big"" one","one\ntwo",,0\r\n',
  );
});

for (const start of ["=", "+", "@", "-x", "\t", "\r"])
  test(`a cell that begins with ${JSON.stringify(start)} is text, never a formula`, () => {
    assert.match(csvText([{ cell: `${start}1+1` }], ["cell"], false), /^"?'/);
  });

test("a negative number stays a number", () => {
  assert.equal(csvText([{ change: -14.3, shown: "-14.3%" }], ["change", "shown"], false), "-14.3,-14.3%\r\n");
});

test("every row of any text is one record of as many cells as there are columns", () => {
  const cell = fc.string().map((text) => text.replaceAll("\r", ""));
  fc.assert(
    fc.property(fc.array(fc.record({ a: cell, b: cell }), { maxLength: 8 }), (rows) => {
      const unquoted = csvText(rows, ["a", "b"], false).replace(/"(?:[^"]|"")*"/g, "x");
      const records = unquoted.split("\r\n").slice(0, -1);
      assert.equal(records.length, rows.length);
      assert.ok(records.every((record) => record.split(",").length === 2));
    }),
  );
});
