/** Cells of words, figures and states as layouts need them: none is ever empty. */
import type { Figure } from "../../../domain/figure.ts";
import type { Inline, ReportCell } from "../../../domain/report/document.ts";
import { STATE_FACTS, type ValueState } from "../../../domain/value-state.ts";
import { DASH, textCell, valueCell } from "../shown-cells.ts";

/** Words with their notes; a dash where there is nothing to say. */
export function wordsCell(text: string | undefined | null, beside: readonly Inline[] = []): ReportCell {
  const said = (text ?? "").trim();
  return said === "" && beside.length === 0 ? DASH : textCell(said === "" ? "–" : said, ...beside);
}

/** What stands in place of a figure, with what it means in this column. */
export function stateHere(state: Exclude<ValueState, "value">, words: string): ReportCell {
  return { kind: "state", shorthand: STATE_FACTS[state].shorthand, words };
}

/** A figure as printed, with its exact value, or the state in its place. */
export function figureCell({
  value,
  shown,
  status: state,
  qualities = [],
}: Pick<Figure, "value" | "shown" | "status" | "qualities">): ReportCell {
  // The sign is the printed one: others leave it out where we do not.
  return valueCell({ value, shown, state, qualities }, { unit: shown.endsWith("%") ? "percentage" : "count" });
}

/** Whether a text is a number as a table prints it: "1,036", "71.4%", "-3.1". */
export function isPlainNumber(shown: string): boolean {
  return /^-?\d[\d,]*(\.\d+)?%?$/.test(shown);
}
