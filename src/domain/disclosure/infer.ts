/** Works out what follows at once from what is known, and leaves the rest as groups of equations that tell nothing of each other. */
import type { Unknowns } from "./attack.ts";
import type { IndexedSystem, IndexedTerm } from "./system.ts";

/**
 * Marks in `known` every number that a single relation gives away: the only unknown of it, or one of several that must all be nought because
 * nothing is left to share out.
 *
 * @param known by number; changed in place
 */
export function infer(system: IndexedSystem, known: boolean[]): readonly Unknowns[] {
  const queue = [...system.relations.keys()];
  const queued = new Set(queue);
  for (let relation = queue.shift(); relation !== undefined; relation = queue.shift()) {
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
  return groupsOfUnknowns(system, known);
}

function unknownTerms(system: IndexedSystem, relation: number, known: readonly boolean[]): readonly IndexedTerm[] {
  return (system.relations[relation] ?? []).filter(({ number }) => !known[number]);
}

function givenAway(system: IndexedSystem, relation: number, known: readonly boolean[]): readonly number[] {
  const terms = unknownTerms(system, relation, known);
  const numbers = terms.map(({ number }) => number);
  if (terms.length <= 1) return numbers;
  const isOneSided = terms.every(({ coefficient }) => coefficient > 0 === (terms[0]?.coefficient ?? 0) > 0);
  return isOneSided && numbers.every((number) => system.values[number] === 0) ? numbers : [];
}

function groupsOfUnknowns(system: IndexedSystem, known: readonly boolean[]): readonly Unknowns[] {
  const seen = new Set<number>();
  const groups: Unknowns[] = [];
  for (const start of system.values.keys()) {
    if (known[start] || seen.has(start)) continue;
    const numbers = [start];
    const relations = new Set<number>();
    seen.add(start);
    for (const number of numbers)
      for (const relation of system.relationsOf[number] ?? []) {
        if (relations.has(relation)) continue;
        relations.add(relation);
        for (const term of unknownTerms(system, relation, known))
          if (!seen.has(term.number)) {
            seen.add(term.number);
            numbers.push(term.number);
          }
      }
    groups.push({ numbers, equations: [...relations].map((relation) => equationOf(system, relation, known)) });
  }
  return groups;
}

function equationOf(system: IndexedSystem, relation: number, known: readonly boolean[]): Unknowns["equations"][number] {
  const terms = unknownTerms(system, relation, known);
  return {
    terms,
    rest: terms.reduce((sum, { number, coefficient }) => sum + coefficient * (system.values[number] ?? 0), 0),
  };
}
