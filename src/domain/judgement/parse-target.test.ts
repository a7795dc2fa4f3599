import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseTarget } from "./parse-target.ts";
import type { Target, TargetSide } from "./target.ts";
import { unsaidInTarget } from "./unsaid-in-target.ts";
import { shownTarget } from "./write-target.ts";

const level = (value: number, side: TargetSide, isPercent = false): Target => ({
  kind: "level",
  value,
  side,
  isPercent,
});
const less = (percent: number, from: "baseline" | "previous-year" = "baseline"): Target => ({
  kind: "relative",
  wanted: "decrease",
  percent,
  from,
});

// Requirements item, as written, what it is, the one way it is written back.
const forms: readonly (readonly [string, string, Target, string])[] = [
  ["90", "90.0%", level(90, "by-polarity", true), "90%"],
  ["90", "95.00%", level(95, "by-polarity", true), "95%"],
  ["91", "<20%", level(20, "below", true), "below 20%"],
  ["91", "< 10 %", level(10, "below", true), "below 10%"],
  ["91", "≤10%", level(10, "at-most", true), "at most 10%"],
  ["91", "<=10", level(10, "at-most"), "at most 10"],
  ["91", "> 85", level(85, "above"), "above 85"],
  ["92", "Below 8%", level(8, "below", true), "below 8%"],
  ["92", "BELOW  10%*", level(10, "below", true), "below 10%"],
  ["92", "no more than 10%", level(10, "at-most", true), "at most 10%"],
  ["93", "80%+", level(80, "at-least", true), "at least 80%"],
  ["93", "85+", level(85, "at-least"), "at least 85"],
  ["93", "80+%", level(80, "at-least", true), "at least 80%"],
  ["93", ">= 85", level(85, "at-least"), "at least 85"],
  ["93", "85 or more", level(85, "at-least"), "at least 85"],
  ["94", "90-95%", { kind: "range", low: 90, high: 95, isPercent: true, beyondGoodEnd: "unsaid" }, "90% to 95%"],
  [
    "94",
    "90%\u00a0–\u00a095%",
    { kind: "range", low: 90, high: 95, isPercent: true, beyondGoodEnd: "unsaid" },
    "90% to 95%",
  ],
  [
    "94",
    "90-95% (above is good)",
    { kind: "range", low: 90, high: 95, isPercent: true, beyondGoodEnd: "meets" },
    "90% to 95% or better",
  ],
  [
    "94",
    "between 5 and 10, no further",
    { kind: "range", low: 5, high: 10, isPercent: false, beyondGoodEnd: "misses" },
    "5 to 10 and not beyond",
  ],
  ["95", "6 per month", { kind: "activity", value: 6, per: "month" }, "6 per month"],
  ["95", "24 a year", { kind: "activity", value: 24, per: "year" }, "24 per year"],
  ["95", "At least 18 per quarter", { kind: "activity", value: 18, per: "quarter" }, "18 per quarter"],
  ["96", "0", level(0, "by-polarity"), "0"],
  ["96", "0%", level(0, "by-polarity", true), "0%"],
  ["97", "100%", level(100, "by-polarity", true), "100%"],
  ["98", "300", level(300, "by-polarity"), "300"],
  ["98", "39.9", level(39.9, "by-polarity"), "39.9"],
  ["98", "1,036", level(1036, "by-polarity"), "1,036"],
  ["98", "38r", level(38, "by-polarity"), "38"],
  ["99", "Monitor", { kind: "monitor" }, "Monitor"],
  ["99", " monitor ", { kind: "monitor" }, "Monitor"],
  ["100", "New", { kind: "new" }, "New"],
  ["100", "TBC", { kind: "new" }, "New"],
  ["101", "", { kind: "none" }, ""],
  ["101", "\u2013", { kind: "none" }, ""],
  ["102", "Increase", { kind: "change", wanted: "increase" }, "Increase"],
  ["102", "Decrease", { kind: "change", wanted: "decrease" }, "Decrease"],
  ["102", "Reduction", { kind: "change", wanted: "decrease" }, "Decrease"],
  ["103", "2% reduction", less(2), "2% reduction from baseline"],
  ["103", "a reduction of 10%", less(10), "10% reduction from baseline"],
  ["103", "5% reduction on last year", less(5, "previous-year"), "5% reduction from previous year"],
  ["104", "Below regional average", { kind: "comparator", side: "below", of: "region" }, "below regional average"],
  ["104", "above national average", { kind: "comparator", side: "above", of: "england" }, "above national average"],
  [
    "104",
    "Below SN av",
    { kind: "comparator", side: "below", of: "neighbours" },
    "below statistical neighbour average",
  ],
  [
    "119",
    "5 working days",
    { kind: "duration", value: 5, unit: "working-days", side: "by-polarity" },
    "5 working days",
  ],
  [
    "119",
    "within 1 working day",
    { kind: "duration", value: 1, unit: "working-days", side: "at-most" },
    "at most 1 working day",
  ],
  ["1.15", "3 months", { kind: "duration", value: 3, unit: "months", side: "by-polarity" }, "3 months"],
];

for (const [item, text, target, shown] of forms)
  test(`the target "${text}" (requirement ${item}) is written back as "${shown}"`, () => {
    assert.deepEqual(parseTarget(text), { target });
    assert.equal(shownTarget(target), shown);
  });

test("a number without a sign is a percentage where the measure is one", () => {
  assert.deepEqual(parseTarget("85", { unit: "percentage" }), { target: level(85, "by-polarity", true) });
});

const refused = [
  ["a percentage on a count (requirement 110)", "8%", { unit: "count" }, "TARGET_OTHER_QUANTITY"],
  ["words that set no level (requirement 105)", "High is good", {}, "TARGET_NOT_UNDERSTOOD"],
  ["two numbers and no range", "90 95", {}, "TARGET_NOT_UNDERSTOOD"],
  ["two sides at once", "at least 90 or less", {}, "TARGET_NOT_UNDERSTOOD"],
  ["a damaged thousand", "1,03", {}, "TARGET_NOT_UNDERSTOOD"],
  [
    "activity to stay under where more is better",
    "below 6 per month",
    { polarity: "high-is-good" },
    "TARGET_NOT_UNDERSTOOD",
  ],
] as const;

for (const [what, text, facts, code] of refused)
  test(`${what}, "${text}", is refused with its place and a remedy`, () => {
    const read = parseTarget(text, facts);
    assert.ok("defect" in read);
    assert.equal(read.defect.code, code);
    assert.equal(read.defect.place, "target");
    assert.notEqual(read.defect.remedy, "");
  });

test("a range must say whether beyond its good end meets it, unless the scale ends there (requirement 94, 1.16)", () => {
  const unsaid = parseTarget("90-95%", { polarity: "high-is-good" });
  assert.ok("target" in unsaid);
  assert.deepEqual(
    unsaidInTarget(unsaid.target, "high-is-good").map(({ code, proposed }) => [code, proposed]),
    [["TARGET_RANGE_UNSAID", "90% to 95% or better"]],
  );
  for (const [text, polarity] of [
    ["90-100%", "high-is-good"],
    ["0-5%", "low-is-good"],
    ["90-95% or better", "high-is-good"],
  ] as const) {
    const said = parseTarget(text, { polarity });
    assert.ok("target" in said);
    assert.deepEqual(unsaidInTarget(said.target, polarity), []);
  }
});

test("a number alone on a measure that is neither good high nor good low is a defect (requirement 1.16)", () => {
  assert.deepEqual(
    unsaidInTarget(level(11, "by-polarity"), "neutral").map(({ code }) => code),
    ["TARGET_NO_POLARITY"],
  );
  assert.deepEqual(unsaidInTarget(level(11, "at-most"), "neutral"), []);
});

const number = fc
  .integer({ min: 0, max: 9_999_999 })
  .chain((digits) => fc.constantFrom(1, 10, 100, 1000).map((by) => digits / by));
const side = fc.constantFrom<TargetSide>("at-least", "above", "at-most", "below", "by-polarity");
const wanted = fc.constantFrom("increase" as const, "decrease" as const);
const targets: fc.Arbitrary<Target> = fc.oneof(
  fc.record({ kind: fc.constant("level" as const), value: number, side, isPercent: fc.boolean() }),
  fc
    .record({
      first: number,
      second: number,
      isPercent: fc.boolean(),
      beyondGoodEnd: fc.constantFrom("meets" as const, "misses" as const, "unsaid" as const),
    })
    .map(
      ({ first, second, ...rest }): Target => ({
        kind: "range",
        low: Math.min(first, second),
        high: Math.max(first, second),
        ...rest,
      }),
    ),
  fc.record({
    kind: fc.constant("activity" as const),
    value: number,
    per: fc.constantFrom("month" as const, "quarter" as const, "year" as const),
  }),
  fc.record({
    kind: fc.constant("duration" as const),
    value: number,
    unit: fc.constantFrom("working-days" as const, "days" as const, "weeks" as const, "months" as const),
    side,
  }),
  fc.record({ kind: fc.constant("change" as const), wanted }),
  fc.record({
    kind: fc.constant("relative" as const),
    wanted,
    percent: number,
    from: fc.constantFrom("baseline" as const, "previous-year" as const),
  }),
  fc.record({
    kind: fc.constant("comparator" as const),
    side: fc.constantFrom("below" as const, "above" as const),
    of: fc.constantFrom("region" as const, "england" as const, "neighbours" as const),
  }),
  fc.constantFrom<Target>({ kind: "monitor" }, { kind: "new" }, { kind: "none" }),
);

test("every target reads back from the way it is written, in any case and spacing", () => {
  fc.assert(
    fc.property(targets, fc.constantFrom("", " ", "\u00a0"), fc.boolean(), (target, space, isUpper) => {
      const written = shownTarget(target);
      const text = `${space}${isUpper ? written.toUpperCase() : written}${space}`;
      assert.deepEqual(parseTarget(text), { target: { ...target } });
    }),
  );
});

test("a rate's target reads back from the way it is written", () => {
  fc.assert(
    fc.property(number, side, (value, at) => {
      const target = level(value, at);
      const unit = "rate-per-10000";
      assert.deepEqual(parseTarget(shownTarget(target, unit), { unit }), { target });
    }),
  );
});

test("any text is read or refused, never an error", () => {
  fc.assert(fc.property(fc.string(), (text) => assert.ok(Object.keys(parseTarget(text)).length === 1)));
});
