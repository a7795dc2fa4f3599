/** What checking a comment finds: the kinds of claim the published scorecards make (requirements 1.10, 1.16), in words of our own. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { briefly, sampleFacts, sampleIndicator } from "../../../test/commentary/sample-facts.ts";
import { checkComment } from "./check-comment.ts";
import type { CommentFacts } from "./facts.ts";

const contacts = sampleFacts("2015-16", [
  sampleIndicator({
    window: "financial-year",
    figures: { "2014-15": 7497, "2015-16-Q3": 2707, "2015-16-Q4": 2710, "2015-16": 9842 },
  }),
]);
const referrals = sampleFacts("2015-16", [
  sampleIndicator({
    reference: "1.2",
    title: "Number of referrals",
    window: "financial-year",
    figures: { "2014-15": 3096, "2015-16": 3687 },
  }),
]);
const repeats = sampleFacts("2015-16", [
  sampleIndicator({
    reference: "1.4",
    title: "Number of repeat referrals",
    window: "financial-year",
    figures: { "2014-15": 544, "2015-16": 829 },
  }),
]);
const lookedAfter = sampleFacts("2015-16", [
  sampleIndicator({
    reference: "2.1",
    title: "Number of children looked after",
    window: "financial-year",
    figures: { "2014-15": 357, "2015-16": 387 },
  }),
]);
const planRate = sampleFacts("2016-17", [
  sampleIndicator({
    reference: "3.5",
    title: "Rate of child protection plans per 10,000",
    unit: "rate-per-10000",
    decimals: 1,
    window: "financial-year",
    baseline: 47,
    figures: { "2016-17": 43.9 },
  }),
]);
const upToDate = sampleFacts("2016-17", [
  sampleIndicator({
    reference: "1.8",
    title: "Percentage of children with an assessment in the last 12 months",
    unit: "percentage",
    polarity: "high-is-good",
    window: "financial-year",
    baseline: 19,
    figures: { "2016-17": 44 },
  }),
]);
const complaints = sampleFacts("2015-16-Q4", [
  sampleIndicator({
    reference: "1",
    title: "Percentage of complaints resolved at stage 1",
    unit: "percentage",
    window: "quarter",
    figures: { "2015-16-Q3": 100, "2015-16-Q4": 80 },
  }),
]);
const fostering = sampleFacts("2015-16-Q4", [
  sampleIndicator({
    reference: "17",
    title: "Percentage of private fostering cases visited in time",
    unit: "percentage",
    window: "quarter",
    figures: { "2015-16-Q3": 83, "2015-16-Q4": 93 },
  }),
]);
const missing = sampleFacts("2015-16", [
  sampleIndicator({
    reference: "1.6",
    title: "Number of children missing 5 times or more",
    window: "financial-year",
    figures: { "2014-15": 24, "2015-16-Q3": "hidden", "2015-16-Q4": "hidden", "2015-16": 13 },
  }),
]);
const leavers = sampleFacts("2015-16-Q4", [
  sampleIndicator({
    reference: "19",
    title: "Number of care leavers recorded as homeless",
    window: "quarter",
    figures: { "2015-16-Q3": 3, "2015-16-Q4": 8 },
  }),
]);
const adoption = sampleFacts(
  "2015-16",
  [
    sampleIndicator({
      reference: "4.5",
      title: "Average number of days between entering care and moving in with an adoptive family",
      unit: "average-days",
    }),
    sampleIndicator({
      reference: "4.6",
      title: "Average number of days between placement order and match",
      unit: "average-days",
    }),
    sampleIndicator({
      reference: "4.7",
      title: "Average number of days between entering care and moving in with an adoptive family or carer",
      unit: "average-days",
      figures: { "2015-16": 477 },
      window: "financial-year",
    }),
  ],
  ["4.7"],
);
const reviews = sampleFacts("2025-02", [
  sampleIndicator({
    reference: "49",
    title: "Timeliness of reviews of child protection plans",
    unit: "percentage",
    decimals: 1,
    polarity: "high-is-good",
    target: { kind: "level", value: 92, side: "at-least", isPercent: true },
    comparators: [{ group: "england", label: "England", value: 91.2, shown: "91.2%" }],
    figures: {
      "2024-07": 94.9,
      "2024-08": 86.3,
      "2024-09": 75,
      "2024-10": 93.4,
      "2024-11": 92.9,
      "2024-12": 97,
      "2025-01": 91.9,
      "2025-02": 90,
    },
  }),
]);
const placements = sampleFacts(
  "2025-02",
  [
    sampleIndicator({
      reference: "29",
      title: "Number of unregistered placements, under 16",
      figures: { "2025-01": 3, "2025-02": 3 },
    }),
    sampleIndicator({
      reference: "30",
      title: "Number of unregistered placements, 16 and over",
      figures: { "2025-01": 2, "2025-02": 2 },
    }),
  ],
  ["29", "30"],
);
const quarterTwo: CommentFacts = sampleFacts("2018-19-Q2", [
  sampleIndicator({
    reference: "7.3",
    title: "Percentage of conferences held within 15 days",
    unit: "percentage",
    window: "quarter",
    figures: { "2018-19-Q1": 74, "2018-19-Q2": 74 },
  }),
]);

const cases: readonly (readonly [string, CommentFacts, string, readonly string[]])[] = [
  // Changes (requirements 1.16, items 153 and 154).
  ["a rise that rounds as written", contacts, "There has been a 31% rise in contacts this year.", []],
  [
    "a rise the data do not show",
    referrals,
    "There has been a 32% increase in referrals from last year.",
    ["fact change: 32% increase"],
  ],
  ["up so much from this time last year", repeats, "Repeat referrals are up 52% from this time last year.", []],
  ["over so much", lookedAfter, "The number has increased by over 8%.", []],
  ["over more than it is", lookedAfter, "The number has increased by over 9%.", ["fact change: increased by over 9%"]],
  ["a fall said to be a rise", lookedAfter, "The number has fallen by 8%.", ["fact change: fallen by 8%"]],
  [
    "points of a rate",
    planRate,
    "The rate per 10,000 has decreased by 3 percentage points year on year.",
    ["fact wrong-unit: decreased by 3 percentage points"],
  ],
  [
    "percent where points are meant",
    upToDate,
    "There has been a 25% increase in the number of assessments.",
    ["fact wrong-unit: 25% increase"],
  ],
  ["points of a percentage", upToDate, "This has risen by 25 percentage points since the baseline.", []],
  [
    "a change of something else",
    upToDate,
    "Staff turnover shows a 12% increase in vacancies.",
    ["unchecked change-unchecked: 12% increase"],
  ],
  [
    "a change the comment's own numbers bear out",
    upToDate,
    "Assessments rose from 2536 to 3248; despite this 28% increase, timeliness held.",
    ["unchecked number-unchecked: 2536", "unchecked number-unchecked: 3248"],
  ],
  // Multiples.
  [
    "more than doubled, and it has not",
    repeats,
    "The number has more than doubled since last year.",
    ["fact multiple: more than doubled"],
  ],
  ["nearly trebled is no claim of doubling", leavers, "The number has nearly trebled since last quarter.", []],
  ["halved, and it rose", leavers, "The number has halved since last quarter.", ["fact multiple: halved"]],
  ["twice a year is no multiple", leavers, "We survey twice a year.", []],
  // Values, fractions and ranges.
  ["a value as printed, and the quarter before", quarterTwo, "It remained at 74%, the same as quarter 1 at 74%.", []],
  ["a value the data contradict", quarterTwo, "Performance was 76% in quarter 1.", ["fact value: 76%"]],
  [
    "a fraction that is the figure",
    complaints,
    "As at 8 April 2016, 20 out of 25 complaints had been resolved at Stage 1, equalling 80%.",
    [],
  ],
  ["counts that make the figure", fostering, "Of 15 visits due, 14 were in time.", []],
  ["a count of something else", complaints, "A workshop was held for 31 managers.", ["unchecked number-unchecked: 31"]],
  ["a loosely said number", upToDate, "Now about 45% have one.", []],
  ["a range the figure lies in", upToDate, "It has been between 40% and 45%.", []],
  [
    "the sum of a group of references",
    placements,
    "As at the end of February the 5 unregistered placements were inspected.",
    [],
  ],
  ["a caveat about small numbers", adoption, "One individual can have a large effect on this figure.", []],
  [
    "a length of time the measure does not name",
    quarterTwo,
    "This rises within 20 working days.",
    ["unchecked number-unchecked: 20 working days"],
  ],
  ["a length of time in its title", quarterTwo, "All were seen within 15 days.", []],
  // Streaks (requirements 1.16).
  ["five months at or above 90", reviews, "Reviews remain in the 90% + bracket for the 5th consecutive month.", []],
  [
    "six months said of five",
    reviews,
    "Reviews remain in the 90% + bracket for the sixth consecutive month.",
    ["fact streak: sixth consecutive month"],
  ],
  ["months below target", reviews, "This is the second month in a row below target.", []],
  // Targets, comparators and extremes.
  ["below a target it is below", reviews, "This is below target.", []],
  ["above a target it is below", reviews, "Performance is above the target.", ["fact comparison: above the target"]],
  ["another target", reviews, "This is short of the target of 95%.", ["fact target-value: 95%"]],
  [
    "better than England, and it is not",
    reviews,
    "This is better than the national average.",
    ["fact comparison: better than the national average"],
  ],
  ["another national average", reviews, "The national average of 93.1% is close.", ["fact comparator-value: 93.1%"]],
  ["the lowest since September", reviews, "This is the lowest since September 2024.", []],
  [
    "the lowest since August, when September was lower",
    reviews,
    "This is the lowest since August 2024.",
    ["fact extreme: lowest since"],
  ],
  [
    "an improvement on last month that was a fall",
    reviews,
    "This has improved since last month.",
    ["fact movement: improved since last month"],
  ],
  // References (items 150 and 152).
  [
    "the wrong measure called similar",
    adoption,
    "This is a similar measure to 4.6 above.",
    ["fact reference-likeness: 4.6"],
  ],
  ["a measure the card has not", adoption, "See also measure 9.9.", ["fact reference-unknown: 9.9"]],
  // Periods.
  [
    "a quarter with another quarter's dates",
    quarterTwo,
    "This report relates to quarter 2 of 2018-19 (1st September – 31st December 2018).",
    ["fact period-dates: quarter 2 of 2018-19 (1st September – 31st December 2018"],
  ],
  ["a quarter with its own dates", quarterTwo, "This relates to quarter 2 (1 July to 30 September 2018).", []],
  ["a promise for the next quarter (item 159)", quarterTwo, "We would expect an improvement in quarter 3.", []],
  [
    "a comment written for another quarter",
    quarterTwo,
    "Vacancies slowed us down in quarter 1.",
    ["unchecked other-period: quarter 1"],
  ],
  // Cut-off text (item 151).
  [
    "text cut off",
    upToDate,
    "The needs of individual children and young",
    ["fact cut-off: individual children and young"],
  ],
  ["a forgotten full stop", upToDate, "All of them are seen by a social worker", []],
  // Persons (item 157) and suppression (item 158).
  [
    "a journey only one person made",
    fostering,
    "The visit missed was because the young person had left the country to return home for a funeral.",
    [
      "person person-circumstance: left the country",
      "person person-circumstance: return home",
      "person person-circumstance: funeral",
    ],
  ],
  [
    "two in custody",
    leavers,
    "Two young people are in custody.",
    ["person small-count: Two young people", "person person-circumstance: in custody"],
  ],
  ["custody in general", leavers, "The use of custody remains low.", []],
  [
    "an age and a relation",
    leavers,
    "The third child, aged 15, was seen with an older sibling at Saltmarsh.",
    ["person person-age: aged 15", "person person-relation: an older sibling", "person person-place: Saltmarsh"],
  ],
  ["age groups", leavers, "Most are 16 and 17 year olds, and care leavers aged 18 to 21.", []],
  [
    "a count beside suppressed figures",
    missing,
    "There are 6 individuals who went missing in a single month.",
    ["suppressed undoes-suppression: 6"],
  ],
  ["the printed year's total", missing, "13 individuals went missing more than 5 times in the 12 months.", []],
  // Caveats and causes (items 155, 156 and 160).
  [
    "a data-quality caveat",
    upToDate,
    "This measure is under-reporting activity because visits were linked wrongly.",
    [],
  ],
  ["an outside cause", contacts, "Fewer were made as a result of a High Court judgement.", []],
];

for (const [name, facts, body, expected] of cases)
  test(`${name}: ${expected.length === 0 ? "no flag" : expected.length === 1 ? "a flag" : "flags"}`, () => {
    assert.deepEqual(briefly(checkComment(body, facts)), expected);
  });

test("a flag says what the data say and what to write", () => {
  const [flag] = checkComment("There has been a 32% increase in referrals from last year.", referrals);
  assert.equal(
    flag?.message,
    "Says 32% increase; the data say up 19.1%: 3,096 (Year 2014-15) to 3,687 (Year 2015-16).",
  );
  assert.match(flag.remedy, /up 19\.1%/);
});

test("the same claim in the same words keeps its id when other words change, and twice the same words are two flags", () => {
  const ids = (body: string) => checkComment(body, referrals).map(({ id }) => id);
  assert.deepEqual(ids("There has been a 32% increase."), ids("As we said before, there has been a 32%  increase."));
  assert.equal(new Set(ids("A 32% increase. Again a 32% increase.")).size, 2);
});

test("numbers known inside and hidden outside may not be told, nor what a printed total leaves of them", () => {
  const facts = sampleFacts("2025-26", [
    sampleIndicator({
      reference: "9.1",
      title: "Number sentenced",
      window: "financial-year",
      figures: { "2025-26-Q3": { hidden: 3 }, "2025-26-Q4": { hidden: 4 }, "2025-26": 18 },
    }),
  ]);
  assert.deepEqual(briefly(checkComment("In the last quarter 14 of the 18 had been known before.", facts)), [
    "suppressed undoes-suppression: 14",
  ]);
  assert.ok(checkComment("There were four.", facts).some(({ kind }) => kind === "suppressed"));
});
