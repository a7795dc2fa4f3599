/** One cell of figures: the domain's reading of it, narrowed to what a scorecard's history keeps. */
import { parseValue } from "../../domain/judgement/parse-value.ts";
import type { ValueQuality, ValueState } from "../../domain/value-state.ts";

export type ValueCell = {
  readonly state: ValueState;
  readonly value: number | null;
  readonly decimals: number;
  readonly isPercent: boolean;
  /** The number in brackets beside a percentage, where nothing says what it counts. */
  readonly bracket: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly text: string | null;
  readonly quality: ValueQuality | null;
  readonly isMisspelt: boolean;
};

/** @returns `null` when the cell is prose, though the prose may say why there is no figure; a blank cell is not available */
export function readValueCell(written: string): ValueCell | null {
  const read = parseValue(written);
  if (read === null || (read.note !== null && read.state !== "value")) return null;
  const beside = (is: "numerator" | "denominator" | "undecided"): number | null =>
    read.beside.find((count) => count.is === is)?.value ?? null;
  return {
    state: read.state,
    // Words stand as words, also where there is one number in them.
    value: read.text === null ? read.number : null,
    decimals: read.decimals,
    isPercent: read.isPercent,
    bracket: beside("undecided"),
    numerator: beside("numerator"),
    denominator: beside("denominator"),
    text: read.text,
    quality: read.qualities[0] ?? null,
    isMisspelt: read.isMisspelt,
  };
}
