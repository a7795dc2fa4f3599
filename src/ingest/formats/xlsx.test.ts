import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { LIMITS, type Limits } from "../limits.ts";
import { findSourceFiles } from "../source-files.ts";
import { type MadeCell, workbookBytes, workbookParts, zipBytes } from "./workbook-fixture.ts";
import { openWorkbook, workbookIssue } from "./xlsx.ts";
import { type SheetCell, serialDate } from "./xlsx-sheet.ts";
import { WorkbookFault } from "./xlsx-zip.ts";

const folder = mkdtempSync(join(tmpdir(), "xlsx-"));
after(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;
function save(bytes: Uint8Array): string {
  const path = join(folder, `${++made}.xlsx`);
  writeFileSync(path, bytes);
  return path;
}

async function cellsOf(
  path: string,
  limits: Limits = LIMITS,
): Promise<readonly (readonly (SheetCell | undefined)[])[]> {
  const rows: (readonly (SheetCell | undefined)[])[] = [];
  const { sheets } = await openWorkbook(path, limits);
  for (const sheet of sheets) for await (const batch of sheet.rows()) rows.push(...batch.map(({ cells }) => cells));
  return rows;
}

const one = async (cell: MadeCell) =>
  (await cellsOf(save(workbookBytes({ sheets: [{ name: "A", rows: [[cell]] }] }))))[0]?.[0];

const CELLS: readonly (readonly [string, MadeCell, Partial<SheetCell> | undefined])[] = [
  ["shared text", "Wexcombe & <co>", { text: "Wexcombe & <co>", kind: "text" }],
  ["text in the cell itself", { inline: "here" }, { text: "here", kind: "text" }],
  ["text in several styles, without its reading aid", { rich: ["two ", "parts"] }, { text: "two parts", kind: "text" }],
  ["text with an escaped line end", "a_x000D_b", { text: "a\rb", kind: "text" }],
  ["whole number", 9212044, { text: "9212044", kind: "number", isDate: false }],
  ["long number in powers of ten", { formula: "x", value: 1.2345678901e10 }, { text: "12345678901", isFormula: true }],
  ["date", { date: 44090 }, { text: "44090", kind: "number", isDate: true }],
  ["yes", true, { text: "true", kind: "boolean" }],
  ["error", { error: "#N/A" }, { text: "#N/A", kind: "error" }],
  ["formula with its value", { formula: "A1", value: "text" }, { text: "text", kind: "text", isFormula: true }],
  ["formula without a value", { formula: "A1" }, { text: "", kind: "number", isFormula: true }],
  ["formula that came to nothing", { formula: "A1", value: "" }, { text: "", kind: "text", isFormula: true }],
  ["blank cell with a style", null, undefined],
];
for (const [what, cell, expected] of CELLS)
  test(`a cell with ${what} is read as such`, async () => {
    const read = await one(cell);
    assert.deepEqual(expected && { ...read, ...expected }, read);
  });

test("a day number is a day of the workbook's own calendar, and no day when it is out of range", () => {
  assert.equal(serialDate("44090", false), "2020-09-16");
  assert.equal(serialDate("44090.75", false), "2020-09-16");
  assert.equal(serialDate("42628", true), "2020-09-16");
  assert.equal(serialDate("1", false), "1900-01-01");
  assert.equal(serialDate("61", false), "1900-03-01");
  assert.equal(serialDate("9212044", false), "9212044");
  assert.equal(serialDate("0", false), "0");
});

test("cells and rows that do not say where they are stand one after another", async () => {
  const parts = workbookParts({ sheets: [{ name: "A", rows: [["a", "b"], ["c"]] }] });
  const bare = (parts["xl/worksheets/sheet1.xml"] ?? "").replace(/ r="[A-Z]*\d+"/g, "");
  const rows = await cellsOf(save(zipBytes({ ...parts, "xl/worksheets/sheet1.xml": bare })));
  assert.deepEqual(
    rows.map((cells) => cells.map((cell) => cell?.text)),
    [["a", "b"], ["c"]],
  );
});

test("elements with a prefix before their names are the same elements", async () => {
  const parts = workbookParts({ sheets: [{ name: "A", rows: [["a"]] }] });
  const prefixed = Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [
      name,
      name.endsWith(".rels") ? xml : xml.replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:").replace('xmlns="', 'xmlns:x="'),
    ]),
  );
  assert.equal((await cellsOf(save(zipBytes(prefixed))))[0]?.[0]?.text, "a");
});

const sound = workbookBytes({
  sheets: [
    {
      name: "A",
      rows: [
        ["a", 1],
        ["b", 2],
      ],
    },
  ],
});
const soundParts = workbookParts({ sheets: [{ name: "A", rows: [["a"]] }] });
const sheet = (inside: string) => zipBytes({ ...soundParts, "xl/worksheets/sheet1.xml": inside });

const BROKEN: readonly (readonly [string, Uint8Array, string, Partial<Limits>?])[] = [
  ["cut short", sound.subarray(0, sound.length - 60), "WORKBOOK_CUT_SHORT"],
  ["cut after its first bytes", sound.subarray(0, 40), "WORKBOOK_CUT_SHORT"],
  ["locked part by part", zipBytes(soundParts, { flags: 1 }), "WORKBOOK_LOCKED"],
  ["larger in one part than it may be", sound, "WORKBOOK_TOO_LARGE", { partBytes: 100 }],
  ["larger in all than it may be", sound, "WORKBOOK_TOO_LARGE", { unpackedBytes: 500 }],
  ["larger than its directory says", zipBytes(soundParts, { claimed: 10 }), "WORKBOOK_TOO_LARGE", { partBytes: 200 }],
  ["with shared texts larger than may be held", sound, "WORKBOOK_TOO_LARGE", { sharedBytes: 100 }],
  ["with a sheet that is no XML", sheet("not xml"), "WORKBOOK_BROKEN"],
  ["with entities of its own", sheet(`<!DOCTYPE a [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>`), "WORKBOOK_BROKEN"],
  ["with a text without end", sheet(`<worksheet><c>${" ".repeat(3_000_000)}</c></worksheet>`), "WORKBOOK_BROKEN"],
  [
    "of too many columns",
    workbookBytes({ sheets: [{ name: "A", rows: [Array(11).fill("x")] }] }),
    "WORKBOOK_TOO_WIDE",
    { columns: 10 },
  ],
  ["that is a binary workbook", zipBytes({ "xl/workbook.bin": "x" }), "WORKBOOK_OTHER_KIND"],
  ["that is an OpenDocument file", zipBytes({ "content.xml": "x" }), "WORKBOOK_OTHER_KIND"],
  ["without any part", zipBytes({}), "WORKBOOK_OTHER_KIND"],
  ["with packed bytes that were changed", spoiled(sound), "WORKBOOK_BROKEN"],
];
for (const [what, bytes, code, limits] of BROKEN)
  test(`a workbook ${what} is refused with ${code}`, async () => {
    await assert.rejects(cellsOf(save(bytes), { ...LIMITS, ...limits }), (fault) => {
      assert.ok(fault instanceof WorkbookFault, String(fault));
      assert.equal(fault.code, code);
      return true;
    });
  });

function spoiled(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf("xl/workbook.xml") + "xl/workbook.xml".length;
  copy.fill(0xff, at, at + 20);
  return copy;
}

const LOOKS: readonly (readonly [string, Uint8Array, string | undefined])[] = [
  ["a sound workbook", sound, undefined],
  [
    "an old workbook",
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(2000)]),
    "WORKBOOK_OTHER_KIND",
  ],
  [
    "a workbook with a password",
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      Buffer.alloc(600),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]),
    "WORKBOOK_LOCKED",
  ],
  ["a CSV file named as a workbook", Buffer.from("a,b\n1,2\n"), undefined],
  ["half a workbook", sound.subarray(0, 300), "WORKBOOK_CUT_SHORT"],
];
for (const [what, bytes, code] of LOOKS)
  test(`${what} is told as ${code ?? "nothing wrong"}`, async () => {
    const [file] = await findSourceFiles([save(bytes)], () => {});
    assert.equal((await workbookIssue(file!))?.code, code);
  });

test("a sheet of many megabytes is streamed: memory does not grow with it", async () => {
  const row = `<row>${`<c t="inlineStr"><is><t>some words in a cell</t></is></c>`.repeat(20)}</row>`;
  const path = save(sheet(`<worksheet><sheetData>${row.repeat(20_000)}</sheetData></worksheet>`));
  const { sheets } = await openWorkbook(path);
  let rows = 0;
  let most = 0;
  const before = process.memoryUsage().rss;
  for await (const batch of sheets[0]!.rows()) {
    rows += batch.length;
    most = Math.max(most, process.memoryUsage().rss - before);
  }
  assert.equal(rows, 20_000);
  assert.ok(most < 120_000_000, `memory grew by ${most} bytes over a sheet of ${row.length * 20_000}`);
});
