import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { toEpochDay } from "../domain/dates.ts";
import {
  addWorkingDays,
  ageOn,
  birthday,
  isoText,
  isWorkingDay,
  onWorkingDay,
  ukText,
  workingDaysBetween,
} from "./calendar.ts";

const published = new URL("../../../shared/data/reference/england_bank_holidays.csv", import.meta.url);
const day = toEpochDay;

for (const [date, works, why] of [
  ["2025-04-18", false, "Good Friday"],
  ["2025-04-21", false, "Easter Monday"],
  ["2021-12-28", false, "Boxing Day moved from a Sunday"],
  ["2022-06-03", false, "a jubilee"],
  ["2022-05-30", true, "the spring holiday that moved to June"],
  ["2025-08-25", false, "the summer holiday"],
  ["2025-08-26", true, "the day after it"],
  ["2025-03-01", false, "a Saturday"],
] as const)
  test(`${date} is ${works ? "a" : "no"} working day: ${why}`, () => assert.equal(isWorkingDay(day(date)), works));

test("working days leave out the first day and count the last", () => {
  assert.equal(workingDaysBetween(day("2025-04-16"), day("2025-04-16")), 0);
  assert.equal(workingDaysBetween(day("2025-04-16"), day("2025-04-22")), 2);
  assert.equal(isoText(addWorkingDays(day("2025-04-16"), 2)), "2025-04-22");
  assert.equal(isoText(addWorkingDays(day("2025-04-19"), 0)), "2025-04-19");
  assert.equal(isoText(onWorkingDay(day("2025-04-19"))), "2025-04-22");
});

test("someone born on 29 February is a year older on 1 March", () => {
  assert.equal(isoText(birthday(day("2008-02-29"), 18)), "2026-03-01");
  assert.equal(ageOn(day("2008-02-29"), day("2026-02-28")), 17);
  assert.equal(ukText(day("2026-03-01")), "01/03/2026");
});

test("bank holidays are the published ones of England", {
  skip: !existsSync(published) && "the published list is not here",
}, () => {
  const expected = (readFileSync(published, "utf8").match(/\d{4}-\d\d-\d\d/g) ?? []).toSorted();
  const found: string[] = [];
  for (let each = day("2012-01-01"); each <= day("2028-12-31"); each++)
    if (![0, 6].includes((each + 4) % 7) && !isWorkingDay(each)) found.push(isoText(each));
  assert.deepEqual(found, expected);
});
