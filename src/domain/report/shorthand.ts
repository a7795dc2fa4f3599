/** Every shorthand that stands in a report's tables, with its meaning, in the order of the alphabet. */
import { QUALITY_FACTS, STATE_FACTS } from "../value-state.ts";
import { blocksOf, type Report } from "./document.ts";

/** @returns each shorthand once; one that several states share ("[z]") with the meanings of all that occur */
export function collectShorthand(sections: Report["sections"]): Report["shorthand"] {
  const meanings = new Map<string, Set<string>>();
  const add = (shorthand: string, words: string): void => {
    meanings.set(shorthand, (meanings.get(shorthand) ?? new Set()).add(words));
  };
  for (const block of blocksOf({ sections })) {
    if (block.kind !== "table") continue;
    for (const cell of block.rows.flatMap(({ cells }) => cells)) {
      if (cell.kind === "state") add(cell.shorthand, cell.words);
      if (cell.kind === "number") for (const mark of cell.marks ?? []) add(mark, markWords(mark));
    }
  }
  return [...meanings]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([shorthand, words]) => ({ shorthand, words: joined([...words]) }));
}

/** "The figure is due later, or the figure was not reported or cannot be told." */
function joined(sentences: readonly string[]): string {
  return sentences
    .map((sentence, index) => {
      const clause = index < sentences.length - 1 ? sentence.replace(/\.$/, "") : sentence;
      return index === 0 ? clause : clause.charAt(0).toLowerCase() + clause.slice(1);
    })
    .join(", or ");
}

/** What a mark after a number means; "[p]" is two qualities. */
function markWords(mark: string): string {
  const labels = Object.values(QUALITY_FACTS).flatMap(({ shorthand, label }) => (shorthand === mark ? [label] : []));
  const states = Object.values(STATE_FACTS).flatMap(({ shorthand, words }) => (shorthand === mark ? [words] : []));
  return labels.length > 0
    ? `${labels
        .join(" or ")
        .toLowerCase()
        .replace(/^./, (first) => first.toUpperCase())}.`
    : joined(states);
}
