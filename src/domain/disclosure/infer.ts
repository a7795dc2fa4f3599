/** Works out what follows at once from what is known. */
import type { IndexedSystem } from "./system.ts";

/**
 * Marks in `known` every number that a single relation gives away: the only unknown of it, or one of several that must all be nought because
 * nothing is left to share out.
 *
 * @param known by number; changed in place
 */
export function infer(system: IndexedSystem, known: boolean[]): void {
  const queue = [...system.relations.keys()];
  const queued = new Set(queue);
  for (const relation of queue) {
    queued.delete(relation);
    for (const number of givenAway(system, relation, known)) {
      known[number] = true;
      for (const next of system.relationsOf[number] ?? [])
        if (!queued.has(next)) {
          queue.push(next);
          queued.add(next);
        }
    }
  }
}

function givenAway(system: IndexedSystem, relation: number, known: readonly boolean[]): readonly number[] {
  const terms = (system.relations[relation] ?? []).filter(({ number }) => !known[number]);
  const numbers = terms.map(({ number }) => number);
  if (terms.length <= 1) return numbers;
  const isOneSided = terms.every(({ coefficient }) => coefficient > 0 === (terms[0]?.coefficient ?? 0) > 0);
  return isOneSided && numbers.every((number) => system.values[number] === 0) ? numbers : [];
}
