/** The change over the years in words: points are points, better is by the measure's polarity, and a break is not compared across. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type MadeUp, type MadeUpValue, madeUpIndicator } from "../../../../test/reports/made-up-card.ts";
import { parsePeriod } from "../../../domain/period.ts";
import { changeOver } from "./years.ts";

const YEARS = ["2023-24", "2024-25", "2025-26"] as const;

function over(
  values: readonly (MadeUpValue | null)[],
  made: Partial<MadeUp> = {},
  notes: Parameters<typeof changeOver>[1] = [],
) {
  const scored = madeUpIndicator({ values: [1], ...made });
  return changeOver(
    {
      scored,
      window: "quarter",
      values: values.map((value, index) => ({
        year: { name: YEARS[index] ?? "", end: "" },
        period: parsePeriod(`${YEARS[index]}-Q4`, "quarter"),
        own:
          value === null
            ? null
            : typeof value === "number"
              ? { value, shown: String(value), state: "value" }
              : { value: null, shown: "", state: value },
        others: [],
      })),
    },
    notes,
  );
}

test("a percentage moves by points, and up is better where high is good", () => {
  assert.equal(over([60, 70, 72.5]), "Up 12.5 percentage points since 2023-24: better.");
  assert.equal(over([60, 70, 72.5], { polarity: "low-is-good" }), "Up 12.5 percentage points since 2023-24: worse.");
  assert.equal(over([60, 70, 72.5], { polarity: "neutral" }), "Up 12.5 percentage points since 2023-24.");
});

test("the change is from the first year that has a figure, and that year is named", () => {
  assert.equal(over([null, 70, 60]), "Down 10 percentage points since 2024-25: worse.");
  assert.equal(over([70, "suppressed", 70]), "No change since 2023-24.");
});

test("with fewer than two figures nothing is said of change", () => {
  assert.equal(over(["suppressed", null, 60]), "Cannot be told: fewer than two years have a figure.");
});

const BREAK = { measure: "measure-1-1", window: null, kind: "series-break" } as const;

test("nothing is compared across a break between the two years; one before them or of another measure does not matter", () => {
  const said = "Cannot be compared: the figures have been made in another way since.";
  assert.equal(over([60, 70, 80], {}, [{ ...BREAK, fromPeriod: "2024-25-Q2" }]), said);
  assert.notEqual(over([60, 70, 80], {}, [{ ...BREAK, fromPeriod: "2022-23-Q2" }]), said);
  assert.notEqual(over([60, 70, 80], {}, [{ ...BREAK, measure: "another", fromPeriod: "2024-25-Q2" }]), said);
});
