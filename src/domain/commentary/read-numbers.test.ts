/** Which numbers of a comment are claims, and how closely their words bind them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readNumbers } from "./read-numbers.ts";

const claims = (text: string) =>
  readNumbers(text).map(({ kind, value, high, hedge, outOf }) =>
    [
      kind,
      value,
      ...(high === value ? [] : [`to ${high}`]),
      ...(hedge === "exactly" ? [] : [hedge]),
      ...(outOf === null ? [] : [`of ${outOf}`]),
    ].join(" "),
  );

const cases: readonly (readonly [string, readonly string[]])[] = [
  ["1,036 contacts", ["count 1036"]],
  ["now 38.5%", ["percent 38.5"]],
  ["38 per cent", ["percent 38"]],
  ["about 30%", ["percent 30 about"]],
  ["almost 80%, just over 8%", ["percent 80 nearly", "percent 8 over"]],
  ["in the 90% + bracket", ["percent 90 over"]],
  ["4 percentage points, a 6% point fall", ["points 4", "points 6"]],
  ["14 of the 15, and 20 out of 25", ["count 14 of 15", "count 15", "count 20 of 25", "count 25"]],
  ["19 (86%)", ["count 19", "percent 86"]],
  ["between 45% and 49%", ["range 45 to 49"]],
  ["around 35%- 40%", ["range 35 to 40 about"]],
  ["six of them", ["count 6"]],
  ["within 20 working days", ["duration 20"]],
  ["As at 8 April 2016 and 31/3/2016", []],
  ["from Sept 15 to Mar 16, in 2015-16 and 14-15", []],
  ["Section 47, S47, Reg 24, Stage 1, Outcome 5, Y11", []],
  ["in quarter 4 and Q1", []],
  ["aged 15; 16 and 17 year olds; aged between 18 and 21; the 2 year old offer", []],
  ["the 18th, 19th, 20th & 21st birthday", []],
  ["per 10,000", []],
  ["£5,000 at 10:30am", []],
  ["24/7", []],
];

for (const [text, expected] of cases)
  test(`"${text}" claims ${expected.length === 0 ? "no number" : expected.join(", ")}`, () => {
    assert.deepEqual(claims(text), expected);
  });

test("every number read stands where it says", () => {
  const text = cases.map(([sample]) => sample).join(". ");
  for (const { start, end, text: words } of readNumbers(text))
    assert.equal(text.slice(start, end).trim(), words.trim());
});
