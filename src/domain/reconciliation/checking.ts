/** What a check of a rule is given and what it answers. */
import type { Figure } from "../figure.ts";
import { amountOf, isAmount, type MeasureFacts } from "./amount.ts";
import type { Operand } from "./rule.ts";

/** What a check is given: the figures of one window and period, by measure, and those of any other period. */
export type Checking = {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly figureIn: (measure: string, period: string) => Figure | undefined;
  readonly window: Figure["window"];
  readonly period: string;
  readonly facts: (measure: string) => MeasureFacts;
  readonly name: (measure: string) => string;
};

/** `skip`: the figures needed were not asked for, so there is nothing to say. */
export type Checked =
  | { readonly kind: "holds" }
  | { readonly kind: "skip" }
  | { readonly kind: "fails"; readonly statement: string; readonly detail: string; readonly difference: number }
  | { readonly kind: "rounding" | "not-checkable"; readonly statement: string; readonly detail: string };

/** The numbers of several operands, or why one of them has none; `null` when a figure was not asked for. */
export function amountsOf(
  operands: readonly Operand[],
  { figures, facts, name }: Checking,
): { readonly numbers: readonly number[]; readonly margin: number } | { readonly because: string } | null {
  const numbers: number[] = [];
  let margin = 0;
  let because: string | null = null;
  for (const { measure, of } of operands) {
    const figure = figures.get(measure);
    if (figure === undefined) return null;
    const amount = amountOf(figure, of, facts(measure));
    if (isAmount(amount)) {
      numbers.push(amount.number);
      margin += amount.margin;
    } else because ??= `${name(measure)}: ${amount.because}`;
  }
  return because === null ? { numbers, margin } : { because };
}
