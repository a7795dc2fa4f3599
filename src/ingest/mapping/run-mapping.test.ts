/** Mappings run on a handful of staged rows: keys, conditions, ids and issues come out as the mapping language says. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { openIssueLog } from "../issue-log.ts";
import { openStaging } from "../staging.ts";
import type { ColumnContext } from "./column.ts";
import { runMapping } from "./run-mapping.ts";
import { mappingSchema } from "./schema.ts";

const workDir = mkdtempSync(join(tmpdir(), "waymark-run-"));
after(() => rmSync(workDir, { recursive: true, force: true }));

type Row = readonly (string | null)[];

const context: ColumnContext = {
  year: 2025,
  asAt: "2025-03-31",
  codes: {},
  readCode: (_list, text) => ({ value: text.toUpperCase() }),
  readings: {},
};

/** Runs entries over one staged table and returns the rows of a canonical table and the issues as code, row, column. */
async function run(columns: readonly string[], rows: readonly Row[], entries: readonly object[], table: string) {
  const staging = await openStaging(workDir, () => {});
  try {
    const log = await openIssueLog(staging.connection);
    const writer = await staging.writer("Source", columns);
    rows.forEach((row, index) => {
      writer.add({ file: "given.csv", row: index + 2 }, row);
    });
    const mapping = mappingSchema.parse({
      return: "sample",
      title: "Sample",
      repeats: "everything",
      tables: { Source: { columns } },
      rows: entries.map((entry) => ({ from: "Source", ...entry })),
    });
    const mapped = await runMapping(staging, { mapping, prepare: [] }, context, log);
    const found = mapped.some((each) => each.table.name === table)
      ? await staging.rows(`select * from draft."${table}" order by all`)
      : [];
    const issues = (await log.shown()).map(({ severity, code, row, column }) => [severity, code, row, column]);
    log.close();
    return { rows: found, issues, supplied: mapped.find((each) => each.table.name === table)?.columns };
  } finally {
    staging.close();
  }
}

const contact = (columns: object, when?: unknown) => ({
  table: "contact",
  ...(when === undefined ? {} : { when }),
  columns: { contact_id: { join: ["ID", "$date"] }, person_id: "ID", date: "DAY", ...columns },
});

test("an id made with a date does not hang on how the date is spelled", async () => {
  const { rows } = await run(
    ["ID", "DAY"],
    [
      ["A", "01/02/2025"],
      ["B", "2025-02-01"],
    ],
    [contact({})],
    "contact",
  );
  assert.deepEqual(
    rows.map((row) => row.contact_id),
    ["A|2025-02-01", "B|2025-02-01"],
  );
});

test("made ids that are equal are told apart by what the rows say, whatever their order", async () => {
  const given: readonly Row[] = [
    ["A", "01/02/2025", "6"],
    ["A", "01/02/2025", "1A"],
  ];
  const entry = contact({ source: "FROM" });
  const ids = async (rows: readonly Row[]) =>
    new Map(
      (await run(["ID", "DAY", "FROM"], rows, [entry], "contact")).rows.map((row) => [row.source, row.contact_id]),
    );
  assert.deepEqual(
    await ids(given),
    new Map([
      ["6", "A|2025-02-01|2"],
      ["1A", "A|2025-02-01"],
    ]),
  );
  assert.deepEqual((await ids([...given].reverse())).get("6"), "A|2025-02-01|2");
});

test("rows alike in everything are one, and said so", async () => {
  const { rows, issues } = await run(
    ["ID", "DAY"],
    [
      ["A", "01/02/2025"],
      ["A", "1/2/2025"],
    ],
    [contact({})],
    "contact",
  );
  assert.equal(rows.length, 1);
  assert.deepEqual(issues, [["warning", "ROW_TWICE", 3, undefined]]);
});

test("a row without what it cannot do without is refused with an error, for a blank and for an unreadable date alike", async () => {
  const { rows, issues } = await run(
    ["ID", "DAY"],
    [
      ["A", null],
      [null, "01/02/2025"],
      ["B", "31/02/2025"],
      ["C", "01/02/2025"],
    ],
    [contact({})],
    "contact",
  );
  assert.deepEqual(
    rows.map((row) => row.person_id),
    ["C"],
  );
  assert.deepEqual(issues, [
    ["error", "DATE_IMPOSSIBLE", 4, "DAY"],
    ["error", "ROW_WITHOUT_KEY", 2, "DAY"],
    ["error", "ROW_WITHOUT_KEY", 3, "ID"],
  ]);
});

test("a bad value read by two entries is told once; one that only the second reads is told too", async () => {
  const rows: readonly Row[] = [
    ["A", "01/02/2025", "31/02/2025", "x"],
    ["B", "01/02/2025", "30/02/2025", null],
  ];
  const entries = [contact({ decision_date: "DECIDED" }, "MARK"), contact({ decision_date: "DECIDED" })];
  const { issues } = await run(["ID", "DAY", "DECIDED", "MARK"], rows, entries, "contact");
  assert.deepEqual(
    issues.filter(([, code]) => code === "DATE_IMPOSSIBLE"),
    [
      ["warning", "DATE_IMPOSSIBLE", 2, "DECIDED"],
      ["warning", "DATE_IMPOSSIBLE", 3, "DECIDED"],
    ],
  );
});

test("a date one entry can do without and another cannot is an error where it cost a row", async () => {
  const entries = [{ table: "person", distinct: true, columns: { person_id: "ID", death_date: "DAY" } }, contact({})];
  const { issues } = await run(
    ["ID", "DAY"],
    [
      ["A", "31/02/2025"],
      ["B", "01/02/2025"],
    ],
    entries,
    "contact",
  );
  assert.ok(issues.some(([severity, code, row]) => severity === "error" && code === "DATE_IMPOSSIBLE" && row === 2));
});

test("a person told of in several rows is one: the first row that fills a field is believed", async () => {
  const { rows, issues } = await run(
    ["ID", "BORN", "SEX"],
    [
      ["A", null, "F"],
      ["A", "01/02/2010", "M"],
      ["A", "01/02/2010", null],
    ],
    [{ table: "person", columns: { person_id: "ID", dob: "BORN", sex: "SEX" } }],
    "person",
  );
  assert.deepEqual(
    rows.map(({ person_id, dob, sex, source_row }) => ({ person_id, dob, sex, source_row })),
    [{ person_id: "A", dob: "2010-02-01", sex: "F", source_row: 2 }],
  );
  assert.deepEqual(
    issues.filter(([, code]) => code === "FACTS_DIFFER"),
    [["warning", "FACTS_DIFFER", 3, "sex"]],
  );
});

test("constants are filled in with the year and the day the return speaks for", async () => {
  const { rows } = await run(
    ["ID"],
    [["A"]],
    [
      contact({
        contact_id: { join: ["ID", "={year}"] },
        date: { value: "{last_year}-04-01" },
        decision_date: { value: "{as_at}" },
      }),
    ],
    "contact",
  );
  assert.deepEqual(
    rows.map(({ contact_id, date, decision_date }) => [contact_id, date, decision_date]),
    [["A|2025", "2024-04-01", "2025-03-31"]],
  );
});

test("a field whose column no file has is not supplied, so that another return may fill it", async () => {
  const { supplied } = await run(["ID", "DAY"], [["A", "01/02/2025"]], [contact({})], "contact");
  assert.deepEqual(supplied, ["contact_id", "person_id", "date"]);
});
