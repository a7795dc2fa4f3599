import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { bankHolidays, bankHolidaysCsv } from "../../scripts/make-bank-holidays.ts";

const PUBLISHED = "../shared/data/reference/england_bank_holidays.csv";
const datesOf = (csv: string) =>
  csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.slice(0, 10));

test("the bank holidays kept are those the rules give", () => {
  assert.equal(readFileSync("catalogue/reference/bank-holidays.csv", "utf8"), bankHolidaysCsv());
});

test("Christmas Day and Boxing Day at a weekend are kept on different working days", () => {
  const lastDays = (year: number) =>
    bankHolidays(year)
      .slice(-2)
      .map(({ date }) => date);
  assert.deepEqual(lastDays(2021), ["2021-12-27", "2021-12-28"]);
  assert.deepEqual(lastDays(2022), ["2022-12-26", "2022-12-27"]);
  assert.deepEqual(lastDays(2026), ["2026-12-25", "2026-12-28"]);
});

test("from 2012 to 2028 the days are the published ones", {
  skip: !existsSync(PUBLISHED) && "the published list is not beside this checkout",
}, () => {
  const published = datesOf(readFileSync(PUBLISHED, "utf8"));
  const ours = datesOf(bankHolidaysCsv()).filter((date) => date >= "2012-01-01" && date <= "2028-12-31");
  assert.deepEqual(ours, published);
});
