/** The definition of a measure as a list of facts, each only when there is one. */
import type { MeasureFigures } from "../../services.ts";
import { longDate, UNIT_WORDS, WINDOW_WORDS } from "../../words.ts";

export type Fact = { readonly key: string; readonly value: string };

/** Definition, why it matters, source, local choices, unit, windows, owner, review and the file it is kept in. */
export function presentFacts(figures: MeasureFigures): readonly Fact[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ["Definition", figures.definition],
    ["Why it matters", figures.why],
    ["Source", figures.source],
    ["Chosen locally", figures.local ?? null],
    ["What the figure is", UNIT_WORDS[figures.unit]],
    ["Windows it has a meaning in", figures.windows.map((window) => WINDOW_WORDS[window]).join(", ")],
    ["Owner", figures.owner ?? "Nobody named yet"],
    ["Last reviewed", figures.reviewed === undefined ? "Not yet reviewed" : longDate(figures.reviewed)],
    ["Next review", figures.reviewBy === undefined ? null : longDate(figures.reviewBy)],
    ["Tables it reads", figures.tables.join(", ")],
    ["Kept in", figures.file],
  ];
  return facts.flatMap(([key, value]) => (value === null || value === "" ? [] : [{ key, value }]));
}
