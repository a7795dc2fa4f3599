import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, addMonths } from "../dates.ts";
import { dayInWords, monthLabel, periodContaining, type ReportingPeriod } from "../period.ts";
import { readPromises } from "./promises.ts";

const QUARTER_2 = periodContaining("quarter", "2025-09-30");
const DECEMBER = periodContaining("in-month", "2025-12-31");

const promises: readonly (readonly [ReportingPeriod, string, string, string, string])[] = [
  // card, sentence, what is expected, first day, last day
  [QUARTER_2, "We would expect to see an improvement in quarter 3.", "improve", "2025-10-01", "2025-12-31"],
  [QUARTER_2, "Performance should recover by Q1.", "improve", "2026-04-01", "2026-06-30"],
  [QUARTER_2, "The rate is expected to fall in quarter 1 of 2027-28.", "fall", "2027-04-01", "2027-06-30"],
  [QUARTER_2, "Numbers will rise next quarter.", "rise", "2025-10-01", "2025-12-31"],
  [DECEMBER, "Timeliness will be back on target by March.", "reach-target", "2026-03-01", "2026-03-31"],
  [DECEMBER, "We aim to reduce delays from April 2026.", "fall", "2026-04-01", "2026-04-30"],
  [DECEMBER, "We expect to reduce caseloads by the end of the year.", "fall", "2026-03-01", "2026-03-31"],
  [DECEMBER, "Visits are expected to improve next month.", "improve", "2026-01-01", "2026-01-31"],
  [DECEMBER, "We anticipate better take-up in the summer term.", "improve", "2026-04-01", "2026-08-31"],
  [DECEMBER, "We plan to improve this within three months.", "improve", "2026-03-01", "2026-03-31"],
  [DECEMBER, "We intend to improve this by 15 January.", "improve", "2026-01-15", "2026-01-15"],
];
for (const [card, sentence, kind, from, to] of promises)
  test(`in a comment on ${card.label}, “${sentence}” promises ${kind} from ${from} to ${to}`, () => {
    const [claim, ...more] = readPromises(`The figure fell to 71%. ${sentence} Thank you.`, card);
    assert.deepEqual(more, []);
    assert.ok(claim !== undefined);
    assert.equal(claim.expects.kind, kind);
    assert.deepEqual([claim.from, claim.to], [from, to]);
    assert.equal(claim.quote, sentence);
  });

test("a level is read with its number", () => {
  const [claim] = readPromises("We will reach 90% by June.", DECEMBER);
  assert.deepEqual(claim?.expects, { kind: "reach-level", level: 90 });
  assert.equal(claim?.to, "2026-06-30");
});

const noPromises: readonly (readonly [string, string])[] = [
  ["tells of the past", "Performance improved in quarter 1 as expected."],
  ["denies it", "We do not expect to improve in quarter 3."],
  ["denies it shortly", "This won’t improve by March."],
  ["calls it unlikely", "It is unlikely to improve in quarter 3, as expected."],
  ["names no period", "We expect an improvement."],
  ["promises nothing of the figure", "The audit will be finished in quarter 3."],
  ["is of the comment's own period", "We expect improvement in quarter 2."],
];
for (const [story, sentence] of noPromises)
  test(`no promise is read where a sentence ${story}: “${sentence}”`, () => {
    assert.deepEqual(readPromises(sentence, QUARTER_2), []);
  });

const day = fc.integer({ min: 0, max: 3650 }).map((days) => addDays("2020-01-01", days));
const ahead = fc.integer({ min: 1, max: 11 });

test("a month named without its year is the next such month after the comment's own", () => {
  fc.assert(
    fc.property(day, ahead, (on, months) => {
      const card = periodContaining("in-month", on);
      const wanted = periodContaining("in-month", addMonths(card.start, months));
      const [name = ""] = monthLabel(wanted.start).split(" ");
      const [claim] = readPromises(`We expect an improvement by ${name}.`, card);
      assert.deepEqual([claim?.from, claim?.to], [wanted.start, wanted.end]);
    }),
  );
});

test("a quarter named without its year is the next such quarter after the comment's own", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 3 }), (on, quarters) => {
      const card = periodContaining("quarter", on);
      const wanted = periodContaining("quarter", addMonths(card.start, quarters * 3));
      const [claim] = readPromises(`This will improve in quarter ${wanted.id.slice(-1)}.`, card);
      assert.deepEqual([claim?.from, claim?.to], [wanted.start, wanted.end]);
    }),
  );
});

test("a day written in full is read as it stands, and only days after the comment's period are promises", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -800, max: 800 }), (on, days) => {
      const card = periodContaining("quarter", on);
      const wanted = addDays(card.end, days);
      const claims = readPromises(`We will meet the target by ${dayInWords(wanted)}.`, card);
      if (days <= 0) assert.deepEqual(claims, []);
      else assert.deepEqual([claims[0]?.from, claims[0]?.to], [wanted, wanted]);
    }),
  );
});
