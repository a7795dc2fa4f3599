/** The definition of a measure as a list of facts, each only when there is one. */
import type { Measure } from "../../../domain/measure.ts";
import { longDate, UNIT_WORDS, WINDOW_WORDS } from "../../words.ts";
import { ruleWords } from "./rule-words.ts";

export type Fact = { readonly key: string; readonly value: string };

/** Definition, why it matters, source, local choices, unit, windows, owner, review and the file it is kept in. */
export function presentFacts(measure: Measure): readonly Fact[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ["Definition", measure.definition],
    ["Why it matters", measure.why],
    ["How it is counted", ruleWords(measure).join(" ")],
    ["Source", measure.source],
    ["Chosen locally", measure.local ?? null],
    ["What the figure is", UNIT_WORDS[measure.unit]],
    ["Windows it has a meaning in", measure.timeBasis.map((window) => WINDOW_WORDS[window]).join(", ")],
    ["Owner", measure.owner ?? "Nobody named yet"],
    ["Last reviewed", measure.reviewed === undefined ? "Not yet reviewed" : longDate(measure.reviewed)],
    ["Next review", measure.reviewBy === undefined ? null : longDate(measure.reviewBy)],
    ["Kept in", measure.file],
  ];
  return facts.flatMap(([key, value]) => (value === null || value === "" ? [] : [{ key, value }]));
}
