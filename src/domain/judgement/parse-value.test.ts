import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { withThousands } from "../rounding.ts";
import { parseBands } from "./parse-bands.ts";
import { parseTarget } from "./parse-target.ts";
import { type ParsedValue, parseValue } from "./parse-value.ts";

const percent = (number: number, rest: Partial<ParsedValue> = {}) => ({ number, isPercent: true, ...rest });

// Requirements item, as printed, and what matters of it.
const values: readonly (readonly [string, string, Partial<ParsedValue>])[] = [
  ["1", "80%", percent(80)],
  ["2", "16.5%", percent(16.5, { decimals: 1 })],
  ["3", "97.80%", percent(97.8, { decimals: 2 })],
  ["4", "94", { number: 94, isPercent: false }],
  ["5", "60 %", percent(60)],
  ["6", "9842", { number: 9842 }],
  ["7", "1,036", { number: 1036 }],
  ["8", "583.6", { number: 583.6, decimals: 1 }],
  ["9", "100.8r", { number: 100.8, qualities: [] }],
  ["9", "38r", { number: 38, qualities: [] }],
  ["9", "100.8 [r]", { number: 100.8, qualities: ["revised"] }],
  ["14", "5-6 months", { number: null, range: { low: 5, high: 6 }, duration: "months", text: "5-6 months" }],
  ["14", "4–7 months", { number: null, range: { low: 4, high: 7 }, duration: "months", text: "4–7 months" }],
  ["14", "3 months", { number: 3, duration: "months", text: "3 months" }],
  ["15", "4 working days", { number: 4, duration: "working-days" }],
  ["16", "8% (1)", percent(8, { beside: [{ value: 1, is: "undecided" }] })],
  ["17", "76% (57)", percent(76, { beside: [{ value: 57, is: "undecided" }] })],
  [
    "18",
    "93% (14 of 15)",
    percent(93, {
      beside: [
        { value: 14, is: "numerator" },
        { value: 15, is: "denominator" },
      ],
    }),
  ],
  [
    "18",
    "60% (3 of the 5)",
    percent(60, {
      beside: [
        { value: 3, is: "numerator" },
        { value: 5, is: "denominator" },
      ],
    }),
  ],
  ["18", "19 (86%)", percent(86, { beside: [{ value: 19, is: "numerator" }] })],
  ["19", "0", { number: 0, isPercent: false }],
  ["19", "0%", percent(0)],
  ["23", "-14.3", { number: -14.3 }],
  ["23", "−14.3", { number: -14.3 }],
  ["23", "350.0", { number: 350, decimals: 1 }],
  ["rules 4", "low", { number: 0, note: "Rounds to nought and is not nought." }],
  ["rules 4", "k", { number: 0 }],
  ["rules 4", "71.4% [p]", percent(71.4, { qualities: ["provisional"] })],
];

for (const [item, written, expected] of values)
  test(`"${written}" (requirement ${item}) is a value, read to the digit`, () => {
    const parsed = parseValue(written);
    assert.ok(parsed !== null);
    assert.partialDeepStrictEqual(parsed, { state: "value", isMisspelt: false, ...expected });
  });

const missing: readonly (readonly [string, string, ParsedValue["state"], Partial<ParsedValue>?])[] = [
  ["27", "supressed", "suppressed", { isMisspelt: true }],
  ["27", "Suppressed", "suppressed", { isMisspelt: false }],
  ["29", "data not yet released", "not-released"],
  ["30", "NA", "no-cohort"],
  ["33", "N/A", "not-meaningful"],
  ["34", "n/a", "not-meaningful"],
  ["31", "This can only be measured at the point in time", "not-meaningful"],
  ["35", "NYC", "not-yet-collected"],
  ["36", "Not reported", "not-available"],
  ["39", "Process commenced in quarter 2", "not-run"],
  ["40", "This information will be available later in April.", "not-yet-collected"],
  ["41", "This is a new measure", "new"],
  ["42", "Currently we have no way to report on this measure", "not-available"],
  ["43", "not yet reliable for reporting performance", "not-available", { qualities: ["unreliable"] }],
  ["44", "incomplete for February and March", "not-available", { qualities: ["incomplete"] }],
  ["45", "has not been carried out yet", "not-yet-collected"],
  ["46", "", "not-available", { note: null }],
  ["48", "Reported annually via Child in Need return", "not-available"],
  ["49", "An accurate unique individual figure for full year is not available", "not-available"],
  ["rules 4", "c", "suppressed"],
  ["rules 4", "[c]", "suppressed"],
  ["rules 4", "z", "not-meaningful"],
  ["rules 4", "x", "not-available"],
  ["rules 4", "u", "not-available", { qualities: ["unreliable"] }],
  ["rules 4", "...", "not-available"],
];

for (const [item, written, state, expected = {}] of missing)
  test(`"${written}" (requirement ${item}) stands in place of a value: ${state}`, () => {
    const parsed = parseValue(written);
    assert.ok(parsed !== null);
    assert.partialDeepStrictEqual(parsed, { state, number: null, ...expected });
  });

test("words about something else are no value, and damaged pieces of a note are none", () => {
  for (const words of ["ademic yea", "Referrals have risen per 10,000 population", "Outcome 5", "1,03"])
    assert.equal(parseValue(words), null, words);
});

test("a sentence in place of a value is kept as it was written", () => {
  assert.equal(
    parseValue("This information will be  available later in April.")?.note,
    "This information will be available later in April.",
  );
});

test("a number reads back from every way it is printed", () => {
  const printed = fc.record({
    digits: fc.integer({ min: -9_999_999, max: 9_999_999 }),
    places: fc.integer({ min: 0, max: 3 }),
    isPercent: fc.boolean(),
    hasThousands: fc.boolean(),
  });
  fc.assert(
    fc.property(printed, ({ digits, places, isPercent, hasThousands }) => {
      const plain = (digits / 10 ** places).toFixed(places);
      const text = `${hasThousands ? withThousands(plain) : plain}${isPercent ? "%" : ""}`;
      assert.partialDeepStrictEqual(parseValue(text), {
        number: Number(plain),
        decimals: places,
        isPercent,
        state: "value",
      });
    }),
  );
});

test("a cell of a million marks or digits takes no longer than any other", () => {
  for (const written of [
    "\u00b2".repeat(1_000_000),
    "9".repeat(1_000_000),
    `${"*".repeat(1_000_000)}x`,
    "[p] ".repeat(250_000),
  ]) {
    const started = performance.now();
    parseValue(written);
    parseTarget(written);
    parseBands({ good: written });
    assert.ok(performance.now() - started < 2000);
  }
});
