/** True comments as analysts write them get no flag that would have to be answered; the same made false in one place get exactly that one. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { briefly, sampleIndicator } from "../../../test/commentary/sample-facts.ts";
import { parsePeriod } from "../period.ts";
import { checkComment } from "./check-comment.ts";
import { factsFor } from "./facts.ts";
import { mustBeAnswered } from "./flag.ts";

const MONTHS = ["2025-03", "2025-12", "2026-01", "2026-02", "2026-03"];
type Cells = Parameters<typeof sampleIndicator>[0]["figures"];
const monthly = (...cells: readonly (number | readonly [number, number])[]): NonNullable<Cells> =>
  Object.fromEntries(cells.map((cell, index) => [MONTHS[index] ?? "", cell]));

const card = {
  indicators: [
    sampleIndicator({ reference: "5", title: "Contacts", figures: monthly(167, 150, 192, 170, 154) }),
    sampleIndicator({
      reference: "9a",
      title: "First visits within 5 working days of referral",
      unit: "percentage",
      decimals: 1,
      polarity: "high-is-good",
      target: { kind: "level", value: 90, side: "at-least", isPercent: true },
      figures: monthly([37, 60], [40, 60], [54, 68], [37, 52], [27, 50]),
    }),
    sampleIndicator({
      reference: "19a",
      title: "Single assessments completed within 45 working days (in month)",
      unit: "percentage",
      decimals: 1,
      polarity: "high-is-good",
      target: { kind: "level", value: 90, side: "at-least", isPercent: true },
      comparators: [
        { group: "neighbours", label: "Statistical neighbours", value: 84.2, shown: "84.2%" },
        { group: "region", label: "North West", value: 84.5, shown: "84.5%" },
      ],
      figures: monthly([45, 59], [50, 60], [52, 59], [42, 50], [47, 58]),
    }),
    sampleIndicator({
      reference: "19b",
      title: "Single assessments completed within 45 working days (year to date)",
      unit: "percentage",
      decimals: 1,
      polarity: "high-is-good",
      figures: monthly([452, 559], [400, 480], [452, 539], [448, 534], [495, 592]),
    }),
    sampleIndicator({
      reference: "25",
      title: "Children at risk of exploitation",
      polarity: "low-is-good",
      figures: monthly(4, 9, 12, 12, 16),
    }),
    sampleIndicator({
      reference: "17",
      title: "Child protection plans, rate per 10,000",
      unit: "rate-per-10000",
      decimals: 1,
      comparators: [{ group: "england", label: "England", value: 40.6, shown: "40.6" }],
      figures: monthly(24.7, 30.1, 33, 36, 36),
    }),
  ],
  period: parsePeriod("2026-03", "in-month"),
  places: [],
  disclosureThreshold: 5,
};

const check = (on: string, body: string) =>
  briefly(checkComment(body, factsFor(card, { kind: "references", references: [on] })).filter(mustBeAnswered));

/** On what, the true words, what is true in them, what it is changed to, and the flag that brings. */
const cases: readonly (readonly [string, string, string, string, string])[] = [
  [
    "5",
    "Contacts fell to 154 in March, 16 fewer than in February and 13 fewer than a year ago.",
    "16 fewer",
    "61 fewer",
    "change: 61 fewer",
  ],
  ["5", "There were 154 contacts in March, down from 170 in February and 192 in January.", "170", "107", "value: 107"],
  [
    "5",
    "Contacts are 9.4% lower than last month and 8% down on March 2025.",
    "8% down",
    "18% down",
    "change: 18% down",
  ],
  [
    "9a",
    "Performance has dropped by 17 percentage points since February (71.2%), and 27 of the 50 visits were in time.",
    "17 per",
    "7 per",
    "change: dropped by 7 percentage points",
  ],
  [
    "9a",
    "54% of first visits were within 5 working days, 36 percentage points below target.",
    "36 percentage",
    "26 percentage",
    "gap: 26 percentage points below target",
  ],
  [
    "9a",
    "This is the second month in a row of decline, and the lowest since March 2025.",
    "second",
    "third",
    "streak: third month in a row",
  ],
  [
    "19a",
    "47 of 58 assessments (81.0%) were completed within 45 working days. Eleven were late; all had a manager's agreement.",
    "81.0%",
    "81.9%",
    "value: 81.9%",
  ],
  [
    "19a",
    "Timeliness was 81% in March, 84% in February and 88.1% in January, and year to date stands at 83.6% (19b).",
    "84%",
    "86%",
    "value: 86%",
  ],
  [
    "19a",
    "We remain 9 percentage points below target, and 3.2 points below statistical neighbours.",
    "3.2 points",
    "2.3 points",
    "gap: 2.3 points below statistical neighbours",
  ],
  [
    "19a",
    "At 81.0% we are below the North West (84.5%) and below target.",
    "below the North",
    "above the North",
    "comparison: above the North West",
  ],
  ["19b", "The figure of 83.6% is up from 80.9% in March 2025.", "80.9%", "88.9%", "value: 88.9%"],
  ["25", "The number has quadrupled since March 2025.", "quadrupled", "trebled", "multiple: trebled"],
  [
    "25",
    "16 children were at risk, up a third on last month; this has worsened since last month.",
    "16 children",
    "16 children",
    "",
  ],
  [
    "17",
    "The rate of 36.0 per 10,000 is below the national rate of 40.6 and unchanged since February.",
    "40.6",
    "46.0",
    "comparator-value: 46.0",
  ],
];

for (const [on, body, part, instead, flag] of cases)
  test(`${on}: "${body.slice(0, 60)}…" passes`, () => {
    assert.deepEqual(check(on, body), []);
    assert.ok(body.includes(part));
    if (flag !== "") assert.deepEqual(check(on, body.replace(part, instead)), [`fact ${flag}`]);
  });
