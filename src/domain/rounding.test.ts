/** Tests of rounding half up, against the definition and against published figures. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { roundedDecimal, roundedQuotient, withThousands } from "./rounding.ts";

const quotients = [
  // numerator, denominator, multiplier, decimals, printed
  [46, 80, 100, 0, "58"],
  [1, 8, 100, 0, "13"],
  [1133, 75_100, 10_000, 1, "150.9"],
  [387, 75_100, 10_000, 1, "51.5"],
  [273, 75_100, 10_000, 1, "36.4"],
  [0, 5, 100, 1, "0.0"],
  [2, 3, 100, 1, "66.7"],
  [1, 3, 1, 3, "0.333"],
  [-1, 2, 1, 0, "0"],
] as const;
for (const [numerator, denominator, multiplier, decimals, printed] of quotients) {
  test(`${numerator}/${denominator} × ${multiplier} to ${decimals} places prints ${printed}`, () => {
    assert.equal(roundedQuotient(numerator, denominator, { multiplier, decimals }), printed);
  });
}

test("nothing is divided by nought", () => assert.equal(roundedQuotient(3, 0, { decimals: 1 }), null));

test("what is printed is never further from the quotient than half a unit of its last place, and ties go up", () => {
  fc.assert(
    fc.property(
      fc.nat(1_000_000),
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 0, max: 3 }),
      (numerator, denominator, decimals) => {
        const printed = roundedQuotient(numerator, denominator, { multiplier: 100, decimals }) ?? "";
        const scaled = BigInt(printed.replace(".", ""));
        const difference = 2n * (scaled * BigInt(denominator) - BigInt(numerator) * 100n * 10n ** BigInt(decimals));
        assert.ok(difference > -BigInt(denominator) && difference <= BigInt(denominator));
      },
    ),
  );
});

test("decimals as JavaScript prints them round half up", () => {
  assert.equal(roundedDecimal(0.285, 2), "0.29");
  assert.equal(roundedDecimal(2.5, 0), "3");
  assert.equal(roundedDecimal(1e-7, 3), "0.000");
  assert.equal(roundedDecimal(1.5e21, 0), "1500000000000000000000");
  assert.equal(withThousands("1234567.5"), "1,234,567.5");
  assert.equal(withThousands("-1234"), "-1,234");
});

const published = "../shared/data/comparators/ees/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv";
test("every published local-authority re-referral percentage is reproduced from its counts", {
  skip: !existsSync(published) && "the published table is not here",
}, () => {
  const [head = "", ...lines] = readFileSync(published, "utf8")
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/);
  const names = head.split(",");
  const column = (pattern: RegExp): number => names.findIndex((name) => pattern.test(name));
  const [count, part, percent, level] = [
    column(/^referral_count$/i),
    column(/^rereferral_count$/),
    column(/^rereferral_percent$/),
    column(/geographic_level/),
  ];
  assert.ok(
    [count, percent, level].every((index) => index >= 0),
    `columns of ${head}`,
  );
  let compared = 0;
  for (const line of lines) {
    const cells = line.split(",");
    const [all, some, printed] = [count, part, percent].map((index) => Number(cells[index] || Number.NaN));
    if (
      cells[level] !== "Local authority" ||
      [all, some, printed].some((number) => number === undefined || Number.isNaN(number)) ||
      all === 0
    )
      continue;
    assert.equal(Number(roundedQuotient(some ?? 0, all ?? 0, { multiplier: 100, decimals: 1 })), printed, line);
    compared++;
  }
  assert.ok(compared > 100, `${compared} compared`);
});
