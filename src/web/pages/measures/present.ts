/** What the list of measures prints: those that match the words searched for, under their first letters. */
import type { MeasureSummary } from "../../services.ts";
import { countOf } from "../../words.ts";

export type MeasuresView = {
  readonly search: string;
  /** "84 measures", "3 measures match “visits”". */
  readonly found: string;
  readonly letters: readonly {
    readonly letter: string;
    readonly measures: readonly { readonly href: string; readonly title: string; readonly definition: string }[];
  }[];
};

/** Measures A to Z; every word searched for must occur in the title, definition or id. */
export function presentMeasures(measures: readonly MeasureSummary[], search: string): MeasuresView {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = measures
    .filter((measure) => words.every((word) => wordsOf(measure).includes(word)))
    .toSorted((a, b) => a.title.localeCompare(b.title, "en-GB", { numeric: true }));
  const letters = Map.groupBy(matching, ({ title }) => (title[0] ?? "").toUpperCase());
  const count = countOf(matching.length, "measure");
  return {
    search,
    found: words.length === 0 ? count : `${count} ${matching.length === 1 ? "matches" : "match"} “${search}”`,
    letters: [...letters].map(([letter, inLetter]) => ({
      letter,
      measures: inLetter.map(({ id, title, definition }) => ({ href: `/measures/${id}`, title, definition })),
    })),
  };
}

function wordsOf({ id, title, definition }: MeasureSummary): string {
  return `${title} ${definition} ${id}`.toLowerCase();
}
