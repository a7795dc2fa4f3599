/** Cells of text, figures and states, made the same wherever they stand. */
import type { Figure } from "../../../domain/figure.ts";
import type { Inline, ReportCell, Text } from "../../../domain/report/document.ts";
import { QUALITY_FACTS, STATE_FACTS, type ValueState } from "../../../domain/value-state.ts";

/** Where there is nothing to say. No cell is ever empty. */
export const NOTHING: ReportCell = { kind: "text", text: ["–"] };

/** A cell of words; a dash where there are none. */
export function textCell(text: string | undefined | null, beside: readonly Inline[] = []): ReportCell {
  const said = (text ?? "").trim();
  if (said === "" && beside.length === 0) return NOTHING;
  const parts: Text = [said === "" ? "–" : said, ...beside];
  return { kind: "text", text: parts };
}

/** What stands in place of a figure, with what it means here. */
export function stateCell(state: Exclude<ValueState, "value">, words?: string): ReportCell {
  return { kind: "state", shorthand: STATE_FACTS[state].shorthand, words: words ?? STATE_FACTS[state].words };
}

/** A figure as printed, with its exact value, or the state in its place. */
export function figureCell({
  value,
  shown,
  status,
  qualities = [],
}: Pick<Figure, "value" | "shown" | "status" | "qualities">): ReportCell {
  if (status !== "value") return stateCell(status);
  const format = formatOf(shown);
  const marks = [...new Set(qualities.map((quality) => QUALITY_FACTS[quality].shorthand))];
  // A figure in words: "5-6 months".
  if (value === null || format === null) return textCell([shown, ...marks].join(" "));
  return { kind: "number", shown, value, format, ...(marks.length === 0 ? {} : { marks }) };
}

/** How a spreadsheet shows the same number; `null` where the text is no plain number. */
export function formatOf(shown: string): { readonly decimals: number; readonly sign: "" | "%" } | null {
  const [isNumber, decimals = "", sign] = /^-?\d[\d,]*(?:\.(\d+))?(%?)$/.exec(shown) ?? [];
  return isNumber === undefined ? null : { decimals: decimals.length, sign: sign === "%" ? "%" : "" };
}
