import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { Workbook } from "@cj-tech-master/excelts";
import fc from "fast-check";
import type { DraftLoad } from "../../../warehouse/draft-load.ts";
import {
  type MadeCell,
  type MadeWorkbook,
  workbookBytes,
  workbookParts,
  zipBytes,
} from "../../formats/workbook-fixture.ts";
import { placesOf } from "../../formats/xlsx-header.ts";
import { readReturn } from "../../read-return.ts";
import { LISTS } from "./lists.ts";

const folder = mkdtempSync(join(tmpdir(), "annex-a-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const columns = (list: number): string[] => (LISTS[list - 1]?.columns ?? []).map(({ name }) => name);
const contact = (id: string, date: MadeCell, source: MadeCell = "q) 6: Police"): MadeCell[] => [
  id,
  "a) Male",
  "a) WBRI",
  { date: 40_000 },
  11,
  date,
  source,
];
const DAY: MadeCell = { date: 44_090 };

async function read<T>(
  bytes: Uint8Array | string,
  look: (draft: DraftLoad) => Promise<T>,
  asked: object = {},
): Promise<T> {
  const path = typeof bytes === "string" ? bytes : join(folder, "return.xlsx");
  if (typeof bytes !== "string") writeFileSync(path, bytes);
  const [draft] = await readReturn([path], {
    authority: "Wexcombe",
    catalogueDir: "catalogue",
    workDir: folder,
    ...asked,
  });
  assert.ok(draft);
  try {
    return await look(draft);
  } finally {
    await draft.close();
  }
}

async function rows(draft: DraftLoad, sql: string): Promise<readonly unknown[]> {
  return (await draft.connection.runAndReadAll(sql)).getRowsJson();
}
const contacts = (book: MadeWorkbook) =>
  read(workbookBytes(book), async (draft) => ({
    rows: draft.tables.contact
      ? await rows(draft, "select person_id, date, source, source_row::integer from draft.contact order by all")
      : [],
    codes: draft.issues.map(({ code }) => code).filter((code) => code !== "LIST_MISSING"),
  }));

test("every column of every list is found by its own name, and by the names of real exports", () => {
  for (const list of LISTS) {
    const names = list.columns.map(({ name }) => name);
    assert.deepEqual(
      placesOf(list.columns, names).places,
      names.map((_, place) => place),
    );
    const typed = names.map((name) => `${name.toUpperCase().replace(/[?()]/g, " ").replaceAll("'", "’")}  `);
    assert.deepEqual(
      placesOf(list.columns, typed).places,
      names.map((_, place) => place),
      list.table,
    );
  }
});

const LAYOUTS: readonly (readonly [string, MadeWorkbook])[] = [
  ["plainly", { sheets: [{ name: "List 1", rows: [columns(1), contact("A", DAY)] }] }],
  ["under a name that says nothing", { sheets: [{ name: "Sheet7", rows: [columns(1), contact("A", DAY)] }] }],
  ["with its dates as text", { sheets: [{ name: "1", rows: [columns(1), contact("A", "16/09/2020 00:00")] }] }],
  ["with its dates as plain numbers", { sheets: [{ name: "1", rows: [columns(1), contact("A", 44_090)] }] }],
  [
    "with its days counted from 1904",
    { is1904: true, sheets: [{ name: "1", rows: [columns(1), contact("A", { date: 42_628 })] }] },
  ],
  [
    "with its columns the other way round",
    { sheets: [{ name: "List 1", rows: [columns(1).toReversed(), contact("A", DAY).toReversed()] }] },
  ],
  [
    "with an id shown as a date",
    { sheets: [{ name: "List 1", rows: [columns(1), [{ date: 44_000 }, ...contact("", DAY).slice(1)]] }] },
  ],
];
for (const [what, book] of LAYOUTS)
  test(`a contact is read when the list is given ${what}`, async () => {
    const id = what.includes("id shown") ? "44000" : "A";
    const found = await contacts(book);
    assert.deepEqual(found.rows, [[id, "2020-09-16", "6", 2]]);
    assert.deepEqual(found.codes, []);
  });

test("a year typed into a column of dates is told of, a day written as eight digits is read", async () => {
  const list = { name: "List 1", rows: [columns(1), contact("A", 2012), contact("B", 20_200_916)] };
  const found = await contacts({ sheets: [list] });
  assert.deepEqual(found.rows, [["B", "2020-09-16", "6", 3]]);
  assert.deepEqual(found.codes, ["DATE_UNREADABLE"]);
});

test("rows before the header are passed over, and said so", async () => {
  const found = await contacts({
    sheets: [{ name: "List 1", rows: [["Contacts"], [], [null], columns(1), contact("A", DAY)] }],
  });
  assert.deepEqual(found.rows, [["A", "2020-09-16", "6", 5]]);
  assert.deepEqual(found.codes, ["HEADER_NOT_FIRST"]);
});

test("a header of two rows, merged over its groups, is read by its lower names", async () => {
  const upper = ["Child Unique ID", "Child", null, null, null, "Contact", null];
  const lower = [null, ...columns(1).slice(1)];
  const sheet = { name: "List 1", merged: ["A1:A2", "B1:E1", "F1:G1"], rows: [upper, lower, contact("A", DAY)] };
  assert.deepEqual((await contacts({ sheets: [sheet] })).rows, [["A", "2020-09-16", "6", 3]]);
});

test("a hidden copy of a list is not read, a hidden list that stands alone is", async () => {
  const list = { name: "List 1", rows: [columns(1), contact("A", DAY)] };
  const copy = { name: "List 1 old", state: "hidden", rows: [columns(1), contact("OLD", DAY)] } as const;
  assert.deepEqual(await contacts({ sheets: [copy, list] }), {
    rows: [["A", "2020-09-16", "6", 2]],
    codes: ["SHEET_HIDDEN_NOT_USED"],
  });
  assert.deepEqual(await contacts({ sheets: [copy] }), {
    rows: [["OLD", "2020-09-16", "6", 2]],
    codes: ["SHEET_HIDDEN"],
  });
});

test("a child whose placement is newer than their care has an entry into care on the day care began", async () => {
  const value: Readonly<Record<string, MadeCell>> = {
    "Child Unique ID": "A",
    "Date of Birth": { date: 40_000 },
    "Date Started to be Looked After": { date: 44_000 },
    "Start date of current legal status": { date: 44_000 },
    "Child's Legal Status": "C2: FCO",
    "Start Date of Most Recent Placement": { date: 44_100 },
    "Placement Type": "p) K2: Children's Homes",
  };
  const book = workbookBytes({
    sheets: [{ name: "List 8", rows: [columns(8), columns(8).map((name) => value[name] ?? null)] }],
  });
  const found = await read(book, (draft) =>
    rows(draft, `select start, rne, legal_status, place, "end", rec, id from draft.care_episode order by start`),
  );
  assert.deepEqual(found, [
    ["2020-06-18", "S", "C2", null, "2020-09-26", "X1", "A|2020-06-18|entry"],
    ["2020-09-26", "P", "C2", "K2", null, null, "A|2020-09-26"],
  ]);
});

const FAULTS: readonly (readonly [string, Uint8Array, string])[] = [
  [
    "a workbook cut short",
    workbookBytes({ sheets: [{ name: "List 1", rows: [columns(1)] }] }).subarray(0, 900),
    "WORKBOOK_CUT_SHORT",
  ],
  [
    "a workbook of something else",
    workbookBytes({
      sheets: [
        {
          name: "Rota",
          rows: [
            ["Day", "Who"],
            ["Monday", "K"],
          ],
        },
      ],
    }),
    "FILE_NOT_RECOGNISED",
  ],
  [
    "a locked workbook",
    zipBytes(workbookParts({ sheets: [{ name: "List 1", rows: [columns(1)] }] }), { flags: 1 }),
    "WORKBOOK_LOCKED",
  ],
  ["a binary workbook named as a plain one", zipBytes({ "xl/workbook.bin": "x" }), "WORKBOOK_OTHER_KIND"],
];
for (const [what, bytes, code] of FAULTS)
  test(`${what} is refused with ${code}, which names the file`, () =>
    read(bytes, async (draft) => {
      assert.ok(draft.refused);
      assert.deepEqual(
        draft.issues.map((issue) => [issue.severity, issue.code, issue.file]),
        [["error", code, "return.xlsx"]],
      );
    }));

test("a sheet that is damaged far down refuses the load, with what was read before it not accepted", async () => {
  const many = Array.from({ length: 40 }, (_, i) => contact(`C${i}`, DAY));
  const parts = workbookParts({ sheets: [{ name: "List 1", rows: [columns(1), ...many] }] });
  const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
  const damaged = zipBytes({ ...parts, "xl/worksheets/sheet1.xml": sheet.slice(0, sheet.length - 200) });
  await read(damaged, async (draft) => {
    assert.ok(draft.refused);
    const codes = draft.issues.map(({ code }) => code);
    assert.ok(codes.includes("WORKBOOK_BROKEN") && codes.includes("WORKBOOK_NOT_READ_WHOLE"));
  });
});

test("a broken workbook in a folder is told of and does not keep the sound one out", async () => {
  const both = mkdtempSync(join(folder, "both-"));
  writeFileSync(
    join(both, "broken.xlsx"),
    workbookBytes({ sheets: [{ name: "List 1", rows: [columns(1)] }] }).subarray(0, 700),
  );
  writeFileSync(
    join(both, "sound.xlsx"),
    workbookBytes({ sheets: [{ name: "List 1", rows: [columns(1), contact("A", DAY)] }] }),
  );
  await read(both, async (draft) => {
    assert.ok(!draft.refused);
    assert.equal(draft.tables.contact?.rows, 1);
    assert.ok(draft.issues.some(({ code, file }) => code === "WORKBOOK_CUT_SHORT" && file === "broken.xlsx"));
  });
});

test("two whole workbooks are two returns, each for its own day; lists in files of their own are one", async () => {
  const whole = (date: number) =>
    workbookBytes({
      sheets: LISTS.map(({ table }, i) => ({
        name: table,
        rows: i === 0 ? [columns(1), contact("A", { date })] : [columns(i + 1)],
      })),
    });
  const two = mkdtempSync(join(folder, "two-"));
  writeFileSync(join(two, "june.xlsx"), whole(45_838));
  writeFileSync(join(two, "september.xlsx"), whole(45_930));
  const apart = mkdtempSync(join(folder, "apart-"));
  writeFileSync(
    join(apart, "1.xlsx"),
    workbookBytes({ sheets: [{ name: "List 1", rows: [columns(1), contact("A", DAY)] }] }),
  );
  writeFileSync(join(apart, "2.xlsx"), workbookBytes({ sheets: [{ name: "List 2", rows: [columns(2)] }] }));
  for (const [path, days] of [
    [two, ["2025-06-30", "2025-09-30"]],
    [apart, ["2020-09-16"]],
  ] as const) {
    const drafts = await readReturn([path], { authority: "Wexcombe", catalogueDir: "catalogue", workDir: folder });
    assert.deepEqual(
      drafts.map(({ asAt }) => asAt),
      days,
    );
    for (const draft of drafts) await draft.close();
  }
});

test("whatever stands in a spelled column is read or told of, never dropped", async () => {
  const spelling = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom("n/a", "Police", "1A", "Health", "?", "-", "#REF!", "10"),
  );
  const printable = spelling.map((text) => text.replace(/[^\x20-\x7e]/g, "").trim());
  await fc.assert(
    fc.asyncProperty(fc.array(printable, { minLength: 20, maxLength: 40 }), async (sources) => {
      const list = sources.map((source, i) => contact(`C${i}`, DAY, source));
      await read(workbookBytes({ sheets: [{ name: "List 1", rows: [columns(1), ...list] }] }), async (draft) => {
        const silent = await rows(
          draft,
          `select source_row from draft.contact as c where source is null and not exists (
             select 1 from draft.issue where "row" = c.source_row and "column" = 'Contact Source') order by 1`,
        );
        const blank = sources.flatMap((source, i) => (source === "" ? [[String(i + 2)]] : []));
        assert.deepEqual(silent.map(String).sort(), blank.map(String).sort());
      });
    }),
    { numRuns: 3 },
  );
});

const SAMPLES = "../shared/data/samples/annex-a";
for (const name of ["Annex_A_2021_sample.xlsx", "Annex_A_2024_Jan.xlsx"])
  test(`the shared sample ${name} has as many events as another reader counts rows`, {
    skip: !existsSync(SAMPLES) && "the shared samples are not here",
  }, async () => {
    const book = new Workbook();
    await book.xlsx.readFile(join(SAMPLES, name));
    const counted = (sheet: string, column: number): number => {
      let filled = 0;
      book.getWorksheet(sheet)?.eachRow((row, number) => {
        const { value } = row.getCell(column);
        if (number > 1 && value !== null && value !== undefined && value !== "") filled++;
      });
      return filled;
    };
    await read(join(SAMPLES, name), async ({ tables, refused, rowsRefused, rowsRead }) => {
      assert.ok(!refused);
      assert.equal(rowsRefused, 0);
      assert.equal(
        rowsRead,
        LISTS.reduce((sum, { table }) => sum + counted(table, 1), 0),
      );
      assert.equal(tables.contact?.rows, counted("List 1", 6));
      assert.equal(tables.early_help_episode?.rows, counted("List 2", 6));
      assert.equal(tables.referral?.rows, counted("List 3", 6) + counted("List 6", 7));
      assert.equal(tables.assessment?.rows, counted("List 4", 7));
      assert.equal(tables.s47_enquiry?.rows, counted("List 5", 7));
      assert.equal(tables.icpc?.rows, counted("List 5", 9));
      assert.equal(tables.cp_plan?.rows, counted("List 7", 7));
      assert.equal(tables.care_leaver?.rows, counted("List 9", 1));
      assert.equal(tables.permanence?.rows, counted("List 10", 1));
      assert.equal(tables.local_event?.rows, counted("List 11", 1));
    });
  });
