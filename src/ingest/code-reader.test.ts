import assert from "node:assert/strict";
import { test } from "node:test";
import { foldSpelling } from "../domain/codes.ts";
import { TABLES } from "../domain/tables/index.ts";
import { readCodeLists } from "./code-lists.ts";
import { codeReader } from "./code-reader.ts";

const lists = readCodeLists("catalogue");
const read = codeReader("catalogue");

const cases = [
  // list, spelling, code
  ["place", "K2", "K2"],
  ["place", " k2 ", "K2"],
  ["place", "p) K2: Children's Homes", "K2"],
  ["closure_reason", "RC1 - Adopted", "RC1"],
  ["ethnicity", "a) WBRI", "WBRI"],
  ["ethnicity", "White British", "WBRI"],
  ["sex", "a) Male", "M"],
  ["sex", "2", "F"],
  ["referral_source", "1a: Individual", "1A"],
  ["referral_source", "POLICE", "6"],
  ["category_of_abuse", "Physical abuse", "PHY"],
  ["accommodation", "B1", "B"],
  ["in_touch", "No", "NO"],
  ["request_outcome", "N", "N"],
  ["health_check_kind", "Dental Check", "dental"],
] as const;

for (const [list, spelling, code] of cases)
  test(`"${spelling}" is ${code} in ${list}`, () => {
    assert.deepEqual(read(list, spelling, undefined), { value: code });
  });

test("a spelling of no code is left blank with a warning that does not repeat it", () => {
  assert.deepEqual(read("place", "Grandma's", 2024), {
    value: null,
    issue: "CODE_UNKNOWN",
    valueClass: "unknown code",
  });
});

test("a code of another year is kept, with a warning", () => {
  const notInYear = { issue: "CODE_NOT_IN_YEAR", valueClass: "code of another year" };
  assert.deepEqual(read("place", "H5", 2025), { value: "H5", ...notInYear });
  assert.deepEqual(read("place", "K3", 2024), { value: "K3", ...notInYear });
  assert.deepEqual(read("rec", "E43", 2019), { value: "E43", ...notInYear });
  assert.deepEqual(read("sex", "1", 2025), { value: "M", ...notInYear });
  assert.deepEqual(read("place", "H5", 2024), { value: "H5" });
});

test("every code field of every table has a list that reads each of its own codes and words", () => {
  const names = TABLES.flatMap(({ fields }) => Object.values(fields).flatMap(({ codes }) => (codes ? [codes] : [])));
  for (const name of names) assert.ok(lists.has(name), `there is no code list ${name}`);
  for (const [name, { codes }] of lists)
    for (const { code, words, becomes } of codes.values()) {
      assert.equal(read(name, code, undefined).value, becomes ?? code, `${name} ${code}`);
      assert.equal(read(name, words, undefined).value, becomes ?? code, `${name} ${words}`);
    }
});

test("no two codes of a list have words that read alike", () => {
  for (const [name, { codes }] of lists) {
    const folded = [...codes.values()].map(({ words }) => foldSpelling(words));
    assert.equal(new Set(folded).size, folded.length, name);
  }
});
