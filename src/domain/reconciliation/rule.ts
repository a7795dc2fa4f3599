/** What a rule between measures is; made from catalogue/reconciliation/*.yaml by src/measures/read-reconciliation.ts. */
import type { WindowId } from "../period.ts";

/** One number of a measure's figure: its value (of a count, the count), or what it divides. */
export type Operand = { readonly measure: string; readonly of: "value" | "numerator" | "denominator" };

type RuleFacts = {
  readonly id: string;
  /** What must hold, in words. */
  readonly title: string;
  /** Windows it holds in; `null` is every window its measures have. */
  readonly windows: readonly WindowId[] | null;
  /**
   * Only where a percentage or rate was typed without its own parts: case data may count a narrower thing than the
   * two measures a typed scorecard divides.
   */
  readonly typedOnly: boolean;
};

export type ReconciliationRule = RuleFacts &
  (
    | { readonly kind: "adds-up"; readonly parts: readonly Operand[]; readonly whole: Operand }
    /** The stock at a period's end is the stock at the end of the one before, plus what came in, less what went out. */
    | {
        readonly kind: "stock-and-flow";
        /** A count, or a rate read as a count by its population. */
        readonly stock: Operand;
        readonly into: Operand;
        readonly out: Operand;
        /** Of a rate typed without its denominator. */
        readonly population: number | null;
        /** Places such a rate was printed to; `null` is as many as it was typed with. */
        readonly decimals: number | null;
      }
    /** A percentage (rate) is its part over its whole, to the printed digit; without a whole, over its own denominator. */
    | {
        readonly kind: "percentage-of";
        readonly percentage: string;
        readonly part: Operand;
        readonly whole: readonly Operand[];
        /** Places a typed percentage was printed to; `null` is as many as it was typed with. */
        readonly decimals: number | null;
      }
    /** Percentages of one base share their denominator and, where they are all its parts, add to 100. */
    | {
        readonly kind: "same-base";
        readonly percentages: readonly string[];
        readonly addTo100: boolean;
        readonly decimals: number | null;
      }
    /** Counts and their rates (percentages) imply one population. */
    | {
        readonly kind: "same-population";
        readonly pairs: readonly { readonly count: string; readonly rate: string }[];
        readonly decimals: number | null;
      }
    /** The parts together may not exceed their whole. */
    | { readonly kind: "at-most"; readonly parts: readonly Operand[]; readonly whole: Operand }
    /** Every percentage and rate with parts prints as its parts say. */
    | { readonly kind: "own-parts" }
  );

export const RULE_KINDS = [
  "adds-up",
  "stock-and-flow",
  "percentage-of",
  "same-base",
  "same-population",
  "at-most",
  "own-parts",
] as const satisfies readonly ReconciliationRule["kind"][];

/** The measures a rule names, each once, in its order; none for a rule about every measure. */
export function measuresOf(rule: ReconciliationRule): readonly string[] {
  switch (rule.kind) {
    case "adds-up":
    case "at-most":
      return unique([...rule.parts, rule.whole].map(({ measure }) => measure));
    case "stock-and-flow":
      return unique([rule.stock, rule.into, rule.out].map(({ measure }) => measure));
    case "percentage-of":
      return unique([rule.percentage, rule.part.measure, ...rule.whole.map(({ measure }) => measure)]);
    case "same-base":
      return unique(rule.percentages);
    case "same-population":
      return unique(rule.pairs.flatMap(({ count, rate }) => [count, rate]));
    case "own-parts":
      return [];
  }
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
