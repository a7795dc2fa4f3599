import assert from "node:assert/strict";
import { test } from "node:test";
import { tableOf } from "../card-fixture.ts";
import type { FindingCode } from "../finding.ts";
import type { ImportOptions } from "../import-options.ts";
import { readScorecardTable } from "../read-scorecard-table.ts";
import { readArrow } from "./direction.ts";

function findingsOf(code: FindingCode, lines: readonly string[], options: Partial<ImportOptions> = {}) {
  const card = readScorecardTable([tableOf(lines)], { id: "card", year: 2023, ...options });
  return card.findings.filter((one) => one.code === code);
}

const QUARTERS = "Ref | Measure | Q3 | Q4";

/** What a card says wrongly (or rightly), and how often the defect is found in it. */
const cases: readonly (readonly [string, FindingCode, readonly string[], number])[] = [
  [
    "a percentage without its sign beside others",
    "PERCENT_SIGN_MISSING",
    [QUARTERS, "1 | Percentage seen | 69% | 70%", "2 | Percentage pleased | 94 | 95%"],
    1,
  ],
  ["percentages all without signs", "PERCENT_SIGN_MISSING", [QUARTERS, "1 | Percentage seen | 69 | 70"], 0],
  [
    "one sign among bare percentages",
    "PERCENT_SIGN_ODD",
    [QUARTERS, "1 | Percentage seen | 69 | 70", "2 | Percentage heard | 50 | 60%"],
    1,
  ],
  [
    "a number in a percentage's clothes",
    "UNIT_CONTRADICTS_NAME",
    [QUARTERS, "1 | Number of plans over 2 years | 0% | 1%"],
    1,
  ],
  ["a name with two units", "UNIT_TWOFOLD", [QUARTERS, "1 | Percentage/ number of discussions held | 60% | 61%"], 1],
  ["a rolling year to date", "WINDOW_CONTRADICTORY", [QUARTERS, "1 | Number of disruptions (rolling YTD) | 1 | 1"], 1],
  [
    "year to date that is not the year",
    "WINDOW_CONTRADICTORY",
    ["Ref | Measure | Q3 | Q4 | Year end", "1 | Percentage reviewed (year to date) | 90% | 100% | 92%"],
    1,
  ],
  [
    "year to date that is the year",
    "WINDOW_CONTRADICTORY",
    ["Ref | Measure | Q3 | Q4 | Year end", "1 | Percentage reviewed (year to date) | 90% | 92% | 92%"],
    0,
  ],
  [
    "a gap between bands",
    "BANDS_GAP",
    ["Ref | Measure | RI | Good | Outstanding | Q4", "1 | Percentage seen | 75-84 | 86-94 | 95-100 | 80%"],
    1,
  ],
  [
    "overlapping bands",
    "BANDS_OVERLAP",
    ["Ref | Measure | RI | Good | Outstanding | Q4", "1 | Percentage seen | 70-85 | 85-94 | 95-100 | 80%"],
    1,
  ],
  [
    "bands that meet",
    "BANDS_OVERLAP",
    ["Ref | Measure | RI | Good | Outstanding | Q4", "1 | Percentage seen | 70-84 | 85-94 | 95-100 | 80%"],
    0,
  ],
  [
    "a value better than the best band",
    "VALUE_ABOVE_TOP_BAND",
    ["Ref | Measure | RI | Good | Outstanding | Q4", "1 | Percentage resolved | 75-80 | 81-85 | 86-90 | 100%"],
    1,
  ],
  [
    "a target met by what requires improvement",
    "TARGET_CONTRADICTS_BANDS",
    [
      "Ref | Measure | RI | Good | Outstanding | Target | Q4",
      "1 | Percentage seen | 70-79 | 80-89 | 90-100 | 70 | 75%",
    ],
    1,
  ],
  [
    "a target where good begins",
    "TARGET_CONTRADICTS_BANDS",
    [
      "Ref | Measure | RI | Good | Outstanding | Target | Q4",
      "1 | Percentage seen | 70-79 | 80-89 | 90-100 | 80 | 75%",
    ],
    0,
  ],
  [
    "another target in the text",
    "TARGET_IN_TEXT_DIFFERS",
    [
      "Ref | Measure | RI | Good | Outstanding | Q4 | Comments",
      "1 | Percentage of plans over 15 months | 16-20 | 10-15 | Below 10 | 11% | Our target is to be under 15%.",
    ],
    1,
  ],
  [
    "a percentage as the target of a count",
    "TARGET_OF_ANOTHER_QUANTITY",
    [`${QUARTERS} | Comments`, "1 | Number sentenced | 6 | 7 | This remains below the target rate of 8%."],
    1,
  ],
  [
    "a range that does not say",
    "RANGE_UNSAID",
    ["Ref | Measure | Target | Q4", "1 | Timeliness of reviews | 90-95% | 91%"],
    1,
  ],
  [
    "a target without a side or polarity",
    "RATING_WITHOUT_POLARITY",
    ["Ref | Measure | Target | Q4", "1 | Number looked after | 300 | 387"],
    1,
  ],
  [
    "a percentage of half or more, which is one to reach",
    "POLARITY_ASSUMED",
    ["Ref | Measure | Target | Q4", "1 | Visits in time | 90% | 84%"],
    1,
  ],
  [
    "a percentage of less, which may be either",
    "RATING_WITHOUT_POLARITY",
    ["Ref | Measure | Target | Q4", "1 | Placement stability | 11% | 12%"],
    1,
  ],
  [
    "a target of none",
    "RATING_WITHOUT_POLARITY",
    ["Ref | Measure | Target | Q4", "1 | Number placed out of area without leave | 0 | 3"],
    0,
  ],
  ["ratings by colour", "RATING_LOST", ["Ref | Measure | RAG | Q4", "1 | Number of contacts | | 8"], 1],
  ["ratings in words", "RATING_LOST", ["Ref | Measure | RAG | Q4", "1 | Number of contacts | Amber | 8"], 0],
  [
    "an arrow against the figures",
    "DIRECTION_CONTRADICTED",
    [`${QUARTERS} | Direction of travel`, "1 | Number of contacts | 9 | 8 | ↑"],
    1,
  ],
  [
    "level that moved more than what moved",
    "DIRECTION_WITHOUT_TOLERANCE",
    [
      `${QUARTERS} | Direction of travel`,
      "1 | Number of contacts | 100 | 102 | ↑",
      "2 | Number of referrals | 100 | 127 | →",
    ],
    2,
  ],
  [
    "an arrow on a suppressed figure",
    "DIRECTION_ON_SUPPRESSED",
    [`${QUARTERS} | Direction of travel`, "1 | Number missing | supressed | 7 | ↓"],
    1,
  ],
  [
    "a total that gives a suppressed part away",
    "SUPPRESSED_RECOVERABLE",
    ["Ref | Measure | Q3 | Q4 | Year end", "1 | Number missing | supressed | 19 | 21"],
    1,
  ],
  [
    "a suppressed total",
    "SUPPRESSED_RECOVERABLE",
    ["Ref | Measure | Q3 | Q4 | Year end", "1 | Number missing | supressed | 19 | supressed"],
    0,
  ],
  [
    "a bracket with what was audited",
    "BRACKET_IS_DENOMINATOR",
    [`${QUARTERS} | Comments`, "1 | Percentage with a plan | 70% | 76% | There were 76% (57) files audited with one."],
    1,
  ],
  [
    "a bracket with the count behind it",
    "BRACKET_IS_DENOMINATOR",
    [QUARTERS, "1 | Percentage good | 8% (1) | 92% (11)"],
    0,
  ],
  [
    "shares that add to 101",
    "PARTS_DO_NOT_ADD",
    [
      `${QUARTERS} | Comments`,
      "1 | Number audited | 10 | 16 | Of these 63% (10) were good, 25% (4) fair and 13% (2) poor.",
    ],
    1,
  ],
  [
    "a plan after or within 35 days",
    "NAME_CONTRADICTS_MEANING",
    [
      `${QUARTERS} | Comments`,
      "1 | Percentage with a plan after 35 days | 59% | 67% | 12 (67%) had a plan within 35 days.",
    ],
    1,
  ],
  [
    "the same reference twice",
    "REFERENCE_TWICE",
    [QUARTERS, "1 | Number of contacts | 1 | 2", "1 | Number of referrals | 3 | 4"],
    1,
  ],
];

for (const [what, code, lines, times] of cases) {
  test(`${what}: ${code} is found ${times === 0 ? "never" : times === 1 ? "once" : `${times} times`}`, () => {
    assert.equal(findingsOf(code, lines).length, times);
  });
}

test("changes of two kinds in one column are told of, and which each is", () => {
  const lines = [
    "Ref | Measure | Baseline | Q4 | Change %",
    "1 | Percentage seen | 61% | 65% | 4.0",
    "2 | Percentage heard | 41% | 44% | 3.0",
    "3 | Number of arrangements | 3 | 5 | 66.7",
    "4 | Percentage visited | 41% | 44% | 9.9",
  ];
  const mixed = findingsOf("CHANGE_KINDS_MIXED", lines);
  assert.deepEqual(
    mixed.map(({ reference }) => reference),
    [null, "3"],
  );
  assert.match(mixed[1]?.message ?? "", /a percentage of the baseline/);
  assert.deepEqual(
    findingsOf("CHANGE_WRONG", lines).map(({ reference }) => reference),
    ["4"],
  );
});

const FAMILY = [
  "Ref | Measure | Oct-23 | Nov-23 | Dec-23 | Jan-24 | Feb-24",
  "5a | Number with own carers | 30 | 31 | 32 | 30 | 33",
  "5b | Number with agencies | 10 | 10 | 9 | 11 | 10",
  "5c | Number fostered | 40 | 41 | 41 | 40 | 43",
  "5d | Percentage with own carers | 75% | 76% | 78% | 73% | 79%",
];

test("a total that fails once where it held before, and the percentage that does, are found", () => {
  assert.deepEqual(
    findingsOf("PARTS_DO_NOT_ADD", FAMILY).map(({ column, quote }) => [column, quote]),
    [["Jan-24", "30 + 11, 40"]],
  );
  assert.deepEqual(
    findingsOf("PERCENTAGE_WRONG", FAMILY).map(({ column, quote }) => [column, quote]),
    [["Feb-24", "79%"]],
  );
});

test("with the population known, a rate is checked against its count and a stock against its flow", () => {
  const lines = [
    "Ref | Measure | Dec-23 | Jan-24 | Feb-24",
    "1 | Number of children looked after | 400 | 416 | 418",
    "2 | Rate of children looked after per 10,000 | 50.0 | 52.0 | 52.2",
    "3 | Number of admissions to care in month | 10 | 29 | 12",
    "4 | Number of discharges from care in month | 10 | 21 | 10",
  ];
  const found = findingsOf("STOCK_DISAGREES_WITH_FLOW", lines, { population: 80_000 });
  assert.deepEqual(
    found.map(({ column, message }) => [column, /\+16 .* \+8/.test(message)]),
    [["Jan-24", true]],
  );
  // 418 of 80,000 is 52.25, and half goes up.
  const right = lines.map((line) => line.replace("52.2", "52.3"));
  assert.deepEqual(
    findingsOf("RATE_DISAGREES", lines, { population: 80_000 }).map(({ column }) => column),
    ["Feb-24"],
  );
  assert.deepEqual(findingsOf("RATE_DISAGREES", right, { population: 80_000 }), []);
  assert.deepEqual(findingsOf("STOCK_DISAGREES_WITH_FLOW", lines), []);
  const footnoted = [...lines, "* Rates use the mid-year population estimate 0-17 of 80,000"];
  assert.equal(findingsOf("STOCK_DISAGREES_WITH_FLOW", footnoted).length, 1);
});

test("comments are checked against the card's own figures", () => {
  const lines = [
    "Ref | Measure | Year end 22-23 | Year end 23-24 | Comments",
    "1 | Number of referrals | 3096 | 3687 | There was a 32% increase since last year.",
  ];
  assert.match(findingsOf("COMMENT_FACT_WRONG", lines)[0]?.message ?? "", /19\.1%/);
  const right = [lines[0] ?? "", "1 | Number of referrals | 3096 | 3687 | There was a 19.1% increase since last year."];
  assert.deepEqual(findingsOf("COMMENT_FACT_WRONG", right), []);
});

for (const [sign, arrow] of [
  ["↑", "up"],
  ["⬆️", "up"],
  ["▼", "down"],
  ["➡", "level"],
  ["→", "level"],
  ["•", "broken"],
  ["★", "broken"],
  ["←", "broken"],
  ["+ +", "broken"],
  ["_", "broken"],
] as const) {
  test(`the sign ${sign} is ${arrow}`, () => assert.equal(readArrow(sign), arrow));
}
