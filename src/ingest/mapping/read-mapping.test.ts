/** Mapping files: the catalogue's own are right, years build on one another, and a fault is told with file and line. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { tableNamed } from "../../domain/tables/index.ts";
import { readCodeLists } from "../code-lists.ts";
import { describedYears, readMapping } from "./read-mapping.ts";

const root = mkdtempSync(join(tmpdir(), "waymark-mapping-"));
after(() => rmSync(root, { recursive: true, force: true }));

function catalogueOf(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(root, name, "returns", "sample");
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return join(root, name);
}

const BASE = `return: sample
year: 2020
title: A sample
repeats: year
tables:
  People: { columns: [ID, BORN] }
rows:
  - table: person
    from: People
    columns:
      person_id: ID
      dob: BORN
codes:
  sex: { a: M, b: F }
`;

test("every mapping in the catalogue is sound, and its constants are codes of their lists", () => {
  const lists = readCodeLists("catalogue");
  let mappings = 0;
  for (const id of readdirSync("catalogue/returns")) {
    const years: readonly (number | undefined)[] = describedYears("catalogue", id);
    for (const year of years.length > 0 ? years : [undefined]) {
      const { mapping } = readMapping("catalogue", id, year);
      mappings++;
      assert.equal(mapping.return, id);
      for (const { table, columns } of mapping.rows)
        for (const [field, spec] of Object.entries(columns)) {
          const list = tableNamed(table)?.fields[field]?.codes;
          if (list !== undefined && "value" in spec)
            assert.ok(lists.get(list)?.codes.has(spec.value), `${id} ${year}: ${table}.${field} is ${spec.value}`);
        }
    }
  }
  assert.ok(mappings > 10);
});

test("a year takes in the year it is based on and says only what differs", () => {
  const catalogue = catalogueOf("based", {
    "2020.yaml": BASE,
    "2021.yaml": `return: sample
year: 2021
based_on: 2020
tables:
  Moves: { columns: [ID, DAY] }
rows:
  - table: person
    from: People
    columns: { person_id: ID }
  - table: contact
    from: Moves
    columns: { contact_id: { join: [ID, $date] }, person_id: ID, date: DAY }
codes:
  sex: { b: U }
`,
  });
  const { mapping } = readMapping(catalogue, "sample", 2021);
  assert.deepEqual(Object.keys(mapping.tables), ["People", "Moves"]);
  assert.deepEqual(
    mapping.rows.map(({ table, columns }) => [table, Object.keys(columns)]),
    [
      ["person", ["person_id"]],
      ["contact", ["contact_id", "person_id", "date"]],
    ],
  );
  assert.deepEqual(mapping.codes, { sex: { a: "M", b: "U" } });
});

test("a year that has no description uses the nearest earlier one, and one before them all the first", () => {
  const catalogue = catalogueOf("years", { "2020.yaml": BASE, "2023.yaml": BASE.replace("2020", "2023") });
  assert.equal(readMapping(catalogue, "sample", 2022).year, 2020);
  assert.equal(readMapping(catalogue, "sample", 2030).year, 2023);
  assert.equal(readMapping(catalogue, "sample", 2001).year, 2020);
  assert.equal(readMapping(catalogue, "sample").year, 2023);
});

const FAULTS: Readonly<Record<string, readonly [string, RegExp]>> = {
  "a table that does not exist": [BASE.replace("table: person", "table: persons"), /2020\.yaml line 8: .*"persons"/],
  "a field the table has not": [BASE.replace("dob: BORN", "bod: BORN"), /2020\.yaml line 12: .*"bod"/],
  "a required field left out": [BASE.replace("person_id: ID", "upn: ID"), /2020\.yaml line 11: .*"person_id"/],
  "a word the language has not": [BASE.replace("repeats: year", "repeats: yearly"), /2020\.yaml line 4: repeats/],
  "an unknown key": [BASE.replace("from: People", "form: People"), /2020\.yaml line/],
  "broken YAML": [BASE.replace("columns: [ID, BORN] }", "columns: [ID, BORN }"), /2020\.yaml line \d+/],
  "a base that is not earlier": [`${BASE}based_on: 2021\n`, /2020\.yaml line 15: based_on/],
};

for (const [name, [text, message]] of Object.entries(FAULTS))
  test(`${name} is told with file and line`, () => {
    const catalogue = catalogueOf(`fault ${name}`, { "2020.yaml": text });
    assert.throws(() => readMapping(catalogue, "sample", 2020), { code: "RETURN_INVALID", message });
  });
