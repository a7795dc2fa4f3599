/** Numbers, yes and no, and codes: what is read, and what is reported instead of guessed. */
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { readCodeLists } from "../code-lists.ts";
import { readCode } from "./read-code.ts";
import { readNumber } from "./read-number.ts";
import { readYesNo } from "./read-yes-no.ts";

const NUMBERS = [
  ["12", "12"],
  ["1,234", "1234"],
  ["1,234,567.5", "1234567.5"],
  ["3.0", "3"],
  ["-4", "-4"],
  ["12%", "12"],
  ["£1,200.50", "1200.5"],
  [" 7 ", "7"],
] as const;
for (const [text, value] of NUMBERS)
  test(`"${text}" is the number ${value}`, () => assert.deepEqual(readNumber(text), { value }));

const NOT_NUMBERS = [
  ["5-6 months", "NUMBER_UNREADABLE"],
  ["1,23", "NUMBER_UNREADABLE"],
  ["z", "NUMBER_UNREADABLE"],
  ["1e999", "NUMBER_OUT_OF_RANGE"],
  ["#DIV/0!", "ERROR_CELL"],
  ["n/a", "WORD_FOR_NOTHING"],
] as const;
for (const [text, issue] of NOT_NUMBERS)
  test(`"${text}" is not a number: ${issue}`, () => assert.equal(readNumber(text).issue, issue));

test("a whole number may not have a fraction, nor stand outside its limits", () => {
  assert.equal(readNumber("3.5", { whole: true }).issue, "NUMBER_NOT_WHOLE");
  assert.equal(readNumber("41", { between: [0, 40] }).issue, "NUMBER_OUT_OF_RANGE");
  assert.equal(readNumber("40", { between: [0, 40] }).value, "40");
});

test("a plain whole number is read back as itself", () => {
  fc.assert(fc.property(fc.integer(), (number) => assert.equal(readNumber(String(number)).value, String(number))));
});

const YES_NO = [
  ["Y", "true"],
  ["yes", "true"],
  ["TRUE", "true"],
  ["1", "true"],
  ["1.0", "true"],
  ["a) Yes", "true"],
  ["Y - Yes", "true"],
  ["N", "false"],
  ["b) No", "false"],
  ["0", "false"],
  ["No, not offered", "false"],
] as const;
for (const [text, value] of YES_NO) test(`"${text}" is ${value}`, () => assert.deepEqual(readYesNo(text), { value }));

for (const text of ["maybe", "2", "yesterday", "not known"])
  test(`"${text}" is neither yes nor no`, () => assert.equal(readYesNo(text).issue, "YES_NO_UNREADABLE"));

const lists = readCodeLists("catalogue");

const CODES = [
  // list, spelling, year, code
  ["sex", "M", 2025, "M"],
  ["sex", "1", 2024, "M"],
  ["sex", "a) Male", 2025, "M"],
  ["ethnicity", "wbri", 2024, "WBRI"],
  ["ethnicity", "a) WBRI", 2024, "WBRI"],
  ["referral_source", "a) 1A: Individual", 2024, "1A"],
  ["primary_need", "N1 - Abuse or neglect", 2024, "N1"],
] as const;
for (const [name, text, year, value] of CODES)
  test(`"${text}" is the ${name} code ${value} in ${year}`, () => {
    const list = lists.get(name);
    assert.ok(list);
    assert.deepEqual(readCode(list, text, year), { value });
  });

test("a code of another year is kept as today's and said so", () => {
  const list = lists.get("sex");
  assert.ok(list);
  assert.deepEqual(readCode(list, "1", 2026), {
    value: "M",
    issue: "CODE_NOT_IN_YEAR",
    valueClass: "code of another year",
  });
  assert.equal(readCode(list, "1").issue, undefined);
});

test("what is in no list is left blank and told as unknown, without the value", () => {
  const list = lists.get("sex");
  assert.ok(list);
  assert.deepEqual(readCode(list, "Q9", 2024), { value: null, issue: "CODE_UNKNOWN", valueClass: "unknown code" });
});
