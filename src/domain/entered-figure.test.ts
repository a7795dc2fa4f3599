/** What somebody may enter for a figure, and what is said where it cannot be. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { entryOf, readEntry, type TypedEntry } from "./entered-figure.ts";
import type { Unit } from "./measure.ts";

const typed = (cells: Partial<TypedEntry>): TypedEntry => ({
  numerator: "",
  denominator: "",
  value: "",
  state: "",
  note: "",
  ...cells,
});

const KEPT: readonly (readonly [string, Unit, Partial<TypedEntry>, object])[] = [
  ["a count with thousands", "count", { value: "1,204" }, { value: 1204 }],
  ["a true nought", "count", { value: "0" }, { value: 0 }],
  [
    "two numbers of a percentage",
    "percentage",
    { numerator: "19", denominator: "22" },
    { numerator: 19, denominator: 22 },
  ],
  ["nobody to count", "percentage", { numerator: "0", denominator: "0" }, { numerator: 0, denominator: 0 }],
  ["a percentage with its sign", "percentage", { value: "45.5%" }, { value: 45.5 }],
  ["words for a number of days", "average-days", { value: "5-6 months" }, { text: "5-6 months" }],
  ["a sum of money", "sum", { value: "£1,250.50" }, { value: 1250.5 }],
  ["a state in place of a figure, by its words", "count", { state: "not run" }, { state: "not-run" }],
  [
    "a figure of which something is said",
    "count",
    { value: "7", state: "Estimated" },
    { value: 7, state: "estimated" },
  ],
];
for (const [what, unit, cells, expected] of KEPT) {
  test(`${what} is kept, and typed again as it was meant`, () => {
    const read = readEntry(typed(cells), unit);
    assert.ok("values" in read && read.values !== null);
    const nothing = { numerator: null, denominator: null, value: null, text: null, state: null, note: null };
    assert.deepEqual(read.values, { ...nothing, ...expected });
    assert.deepEqual(readEntry(entryOf(read.values), unit), { values: read.values });
  });
}

test("nothing typed is no figure at all", () => {
  assert.deepEqual(readEntry(typed({ note: "   " }), "count"), { values: null });
});

const REFUSED: readonly (readonly [string, Unit, Partial<TypedEntry>, string])[] = [
  ["words for a count", "count", { value: "a dozen" }, "value"],
  ["half a complaint", "count", { value: "1.5" }, "value"],
  ["less than nothing", "count", { value: "-1" }, "value"],
  ["a badly grouped number", "count", { value: "1,20" }, "value"],
  ["a numerator over its denominator", "percentage", { numerator: "23", denominator: "22" }, "numerator"],
  ["a numerator alone", "percentage", { numerator: "23" }, "denominator"],
  ["a denominator alone", "percentage", { denominator: "23" }, "numerator"],
  ["cases among nobody", "rate-per-10000", { numerator: "1", denominator: "0" }, "denominator"],
  ["the two numbers and the figure", "percentage", { numerator: "1", denominator: "2", value: "50" }, "value"],
  ["more than all", "percentage", { value: "101" }, "value"],
  ["a numerator of a count", "count", { numerator: "3", denominator: "4" }, "value"],
  ["a figure beside a state that stands in its place", "count", { value: "3", state: "not-run" }, "state"],
  ["a quality of no figure", "count", { state: "estimated" }, "value"],
  ["a state nobody knows", "count", { value: "3", state: "perhaps" }, "state"],
  ["a note about nothing", "count", { note: "late" }, "value"],
  ["a note too long to print", "count", { value: "3", note: "x".repeat(501) }, "note"],
];
for (const [what, unit, cells, field] of REFUSED) {
  test(`${what} is refused beside its ${field}`, () => {
    const read = readEntry(typed(cells), unit);
    assert.ok("faults" in read);
    assert.ok(
      read.faults.some((fault) => fault.field === field),
      JSON.stringify(read.faults),
    );
  });
}
