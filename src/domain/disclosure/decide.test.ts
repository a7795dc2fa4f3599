import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { allHidden, recovered } from "../../../test/disclosure/attacker.ts";
import { anySmallTable, listOf, monthsOf, tableOf } from "../../../test/disclosure/made-up-tables.ts";
import { decideDisclosure } from "./decide.ts";
import type { Disclosure, DisclosureSystem } from "./system.ts";

const hiddenIn = ({ decisions }: Disclosure): readonly string[] =>
  [...decisions].flatMap(([key, decision]) => (decision === "shown" ? [] : [key])).sort();

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
    fc.property(anySmallTable, fc.constantFrom(2, 3), (system, threshold) => assertGuarded(system, threshold)),
    { numRuns: 300, seed: 20261121 },
  );
});
