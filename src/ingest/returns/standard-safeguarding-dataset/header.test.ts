import assert from "node:assert/strict";
import { test } from "node:test";
import { TABLES } from "../../../domain/tables/index.ts";
import { ssdHeader } from "./header.ts";
import { ADMIN_TABLES, SSD_TABLES } from "./tables.ts";

for (const [table, { prefix, fields }] of Object.entries(SSD_TABLES))
  test(`${table} is known by its fields, with the prefix and without, in any order and case`, () => {
    assert.deepEqual(ssdHeader(fields, "export.csv"), { table, names: fields });
    const without = fields.map((field) => field.slice(prefix.length + 1));
    assert.deepEqual(ssdHeader(without, "export.csv"), { table, names: fields });
    const shuffled = [...fields].reverse();
    assert.deepEqual(
      ssdHeader(
        shuffled.map((field) => field.toUpperCase().replaceAll("_", " ")),
        "1.csv",
      ),
      {
        table,
        names: shuffled,
      },
    );
  });

test("a few fields with their prefix are enough, and columns nobody knows keep their names", () => {
  assert.deepEqual(ssdHeader(["pers_person_id", "pers_dob", "colour"], "x.csv"), {
    table: "ssd_person",
    names: ["pers_person_id", "pers_dob", "colour"],
  });
});

test("a few fields without their prefix are enough when the file is named for the table", () => {
  const names = ["person_id", "sex", "dob"];
  assert.equal(ssdHeader(names, "list.csv"), null);
  assert.equal(ssdHeader(names, "extract/SSD_Person_2025.csv")?.table, "ssd_person");
});

test("no canonical table is taken for one of the dataset's", () => {
  for (const { name, fields } of TABLES) assert.equal(ssdHeader(Object.keys(fields), `${name}.csv`), null, name);
});

test("the extract's own housekeeping is known", () => {
  for (const [table, fields] of Object.entries(ADMIN_TABLES)) assert.equal(ssdHeader(fields, "a.csv")?.table, table);
});
