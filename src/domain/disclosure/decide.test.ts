import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { allHidden, fewestHidden, recovered } from "../../../test/disclosure/attacker.ts";
import { anySmallTable, listOf, monthsOf, percentagesOf, tableOf } from "../../../test/disclosure/made-up-tables.ts";
import { decideDisclosure } from "./decide.ts";
import type { Disclosure, DisclosureSystem } from "./system.ts";

const hiddenIn = ({ decisions }: Disclosure): readonly string[] =>
  [...decisions].flatMap(([key, decision]) => (decision === "shown" ? [] : [key])).sort();
const decided = (system: DisclosureSystem): string => hiddenIn(decideDisclosure(system)).join(", ");

/** Nothing recovered; or, where a reader who knows which are small wins whatever is hidden, everything hidden and the numbers owned up to. */
function assertGuarded(system: DisclosureSystem, threshold: number): void {
  const disclosure = decideDisclosure(system, { threshold });
  const { plainly, knowingly } = recovered(system, disclosure, threshold);
  assert.deepEqual(plainly, []);
  if (knowingly.length === 0) return;
  assert.equal(hiddenIn(disclosure).length, system.cells.length);
  assert.deepEqual(recovered(system, allHidden(system), threshold).knowingly, knowingly);
  for (const key of knowingly) assert.ok(disclosure.exposed.includes(key));
}

test("no small number can be recovered from any small table, by trying every world", () => {
  fc.assert(
    fc.property(anySmallTable, fc.constantFrom(2, 3, 5), (system, threshold) => assertGuarded(system, threshold)),
    { numRuns: 1000, seed: 20261121 },
  );
});

test("no fewer cells, and no smaller ones, would have done", () => {
  const few = fc.integer({ min: 0, max: 9 });
  const tables = fc.oneof(
    fc.array(few, { minLength: 2, maxLength: 4 }).map(listOf),
    fc.array(fc.tuple(few, few), { minLength: 2, maxLength: 2 }).map(tableOf),
    fc.tuple(few, few, few).map(monthsOf),
    fc.array(fc.tuple(few, few), { minLength: 2, maxLength: 2 }).map(percentagesOf),
  );
  fc.assert(
    fc.property(tables, fc.constantFrom(2, 4), (system, threshold) => {
      const disclosure = decideDisclosure(system, { threshold });
      if (disclosure.exposed.length > 0) return;
      assert.deepEqual(hiddenIn(disclosure), fewestHidden(system, disclosure, threshold));
    }),
    { numRuns: 400, seed: 20261121 },
  );
});

test("the order of figures changes nothing", () => {
  fc.assert(
    fc.property(anySmallTable, (system) => {
      const turned = {
        numbers: system.numbers.toReversed(),
        cells: system.cells.toReversed(),
        relations: system.relations.toReversed().map((relation) => relation.toReversed()),
      };
      assert.deepEqual(hiddenIn(decideDisclosure(turned)), hiddenIn(decideDisclosure(system)));
    }),
    { numRuns: 100, seed: 20261121 },
  );
});

test("nothing is hidden where nothing is small", () => {
  assert.equal(decided(listOf([6, 0, 40])), "");
  assert.equal(
    decided(
      tableOf([
        [6, 0, 9],
        [12, 30, 0],
      ]),
    ),
    "",
  );
});

/** Requirements 1.16, "Suppression": published tables that printed a total, or too few hidden parts; the hidden parts here are made up. */
const published = [
  // parts, as they are hidden
  ["two hidden quarters under a total of 7", [4, 3], "part 0, part 1"],
  ["one hidden beside 7 and 18", [3, 7, 18], "part 0, part 1"],
  ["one hidden beside 19 and 21", [2, 19, 21], "part 0, part 1"],
  ["three hidden and a nought", [2, 0, 4, 1], "part 0, part 2, part 3"],
] as const;
for (const [it, parts, hidden] of published)
  test(`a list with its total, ${it}`, () => assert.equal(decided(listOf(parts)), hidden));

test("two numbers that are both as large as a small number can be give themselves away by their total", () => {
  assert.equal(decided(listOf([5, 5])), "part 0, part 1, total");
});

test("two of one each, under a shown total beside a large part, would be known to be one each", () => {
  assert.equal(decided(listOf([1, 1, 20])), "part 0, part 1, part 2");
});

test("two small numbers that make less than the threshold together need a third beside them", () => {
  assert.equal(decided(listOf([1, 2, 20])), "part 0, part 1, part 2");
  assert.equal(decided(listOf([2, 3, 20])), "part 0, part 1");
});

test("a table with margins hides a square, not a single cell", () => {
  assert.equal(
    decided(
      tableOf([
        [3, 20, 30],
        [40, 8, 60],
        [70, 80, 90],
      ]),
    ),
    "0,0, 0,1, 1,0, 1,1",
  );
});

test("what an earlier edition printed is never hidden to effect, so another number is", () => {
  const system = listOf([3, 7, 18]);
  const told = {
    ...system,
    numbers: system.numbers.map((number) => ({ ...number, isKnown: number.key === "part 1" })),
  };
  assert.equal(decided(told), "part 0, part 2");
});

test("a small number already printed is owned up to", () => {
  const system = listOf([3, 7, 18]);
  const told = {
    ...system,
    numbers: system.numbers.map((number) => ({ ...number, isKnown: number.key !== "part 0" })),
  };
  const { exposed, decisions } = decideDisclosure(told);
  assert.deepEqual(exposed, ["part 0"]);
  assert.equal(decisions.get("part 0"), "small-number");
});

test("a relation that does not hold is refused, not worked round", () => {
  const system = listOf([3, 7]);
  assert.throws(
    () => decideDisclosure({ ...system, numbers: system.numbers.map((n) => ({ ...n, value: 8 })) }),
    RangeError,
  );
});
