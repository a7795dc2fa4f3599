/**
 * Decides which cells are shown and which are hidden. What is guaranteed is written at `exposedNumbers`; the proof is an attacker in
 * `test/disclosure.test.ts` who tries every possible world.
 */
import { type Guard, guardOf } from "./guard.ts";
import { partsOf } from "./parts.ts";
import { sufficientCells } from "./sufficient-cells.ts";
import {
  type CellDecision,
  DEFAULT_THRESHOLD,
  type Disclosure,
  type DisclosureNumber,
  type DisclosureSystem,
  indexSystem,
} from "./system.ts";

/**
 * Hides every cell that prints a small number of persons, then the fewest further cells (of those the smallest) without which a small number
 * could be worked out. The same system always gives the same answer, whatever its order.
 *
 * @param options.threshold largest number hidden; 0 is always shown
 * @throws RangeError when a relation does not hold or a number is not a count
 */
export function decideDisclosure(
  system: DisclosureSystem,
  { threshold = DEFAULT_THRESHOLD }: { readonly threshold?: number } = {},
): Disclosure {
  const ordered = inOrder(system);
  indexSystem(ordered);
  const isSmall = ({ isProtected, value }: DisclosureNumber): boolean =>
    isProtected && value >= 1 && value <= threshold;
  const small = new Set(ordered.numbers.filter(isSmall).map(({ key }) => key));
  const decisions = new Map<string, CellDecision>(
    ordered.cells.map(({ key, numbers }) => [
      key,
      numbers.some((number) => small.has(number)) ? "small-number" : "shown",
    ]),
  );
  const exposed = ordered.numbers.filter((number) => number.isKnown === true && isSmall(number)).map(({ key }) => key);
  for (const part of partsOf(ordered)) {
    if (!part.numbers.some((number) => number.isKnown !== true && isSmall(number))) continue;
    const { hidden, hopeless } = hideWithin(guardOf(part, threshold));
    for (const key of hidden) decisions.set(key, "secondary");
    exposed.push(...hopeless);
  }
  return { decisions, exposed: exposed.sort() };
}

function hideWithin(guard: Guard): { readonly hidden: readonly string[]; readonly hopeless: readonly string[] } {
  const { cells, hopeless } = sufficientCells(guard);
  return {
    hidden: cells.map((cell) => guard.system.cells[cell]?.key ?? ""),
    hopeless: hopeless.map((number) => guard.system.keys[number] ?? ""),
  };
}

/** Sorted throughout, so that no order of figures, files or rows can change what is hidden. */
function inOrder({ numbers, cells, relations }: DisclosureSystem): DisclosureSystem {
  const byKey = (a: { readonly key: string }, b: { readonly key: string }): number =>
    a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
  const named = relations.map((relation) => {
    const terms = relation.toSorted(byKey);
    return { key: terms.map(({ key, coefficient }) => `${coefficient} ${key}`).join(" "), terms };
  });
  const distinct = new Map(named.map((relation) => [relation.key, relation]));
  return {
    numbers: numbers.toSorted(byKey),
    cells: cells.toSorted(byKey),
    relations: [...distinct.values()].toSorted(byKey).map(({ terms }) => terms),
  };
}
