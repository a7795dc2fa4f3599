/** Rules as sums that must be nought: what lets a hidden number be worked out from those shown beside it. */
import type { WindowId } from "../period.ts";
import type { Operand, ReconciliationRule } from "./rule.ts";

export type LinearTerm = Operand & { readonly coefficient: number };

/** The sum of coefficient × number is 0, for figures of one period and group. */
export type LinearRelation = {
  readonly rule: string;
  readonly terms: readonly LinearTerm[];
  /** `null`: in every window the measures share. */
  readonly window: WindowId | null;
};

/**
 * The additive rules as linear relations between counts. A percentage with its part and whole gives two (its numerator
 * is the part, its denominator the whole); percentages of one base share their denominators. Stock and flow spans two
 * periods and is not among them.
 */
export function linearRelations(rules: readonly ReconciliationRule[]): readonly LinearRelation[] {
  return rules
    .filter((rule) => !rule.typedOnly)
    .flatMap((rule) => {
      const windows: readonly (WindowId | null)[] = rule.windows ?? [null];
      return windows.flatMap((window) => sumsOf(rule).map((terms) => ({ rule: rule.id, terms, window })));
    });
}

function sumsOf(rule: ReconciliationRule): readonly (readonly LinearTerm[])[] {
  switch (rule.kind) {
    case "adds-up":
      return [equation(rule.parts, [rule.whole])];
    case "percentage-of": {
      const own = (of: "numerator" | "denominator"): Operand => ({ measure: rule.percentage, of });
      const part = equation([rule.part], [own("numerator")]);
      return rule.whole.length === 0 ? [part] : [part, equation(rule.whole, [own("denominator")])];
    }
    case "same-base": {
      const [first = "", ...others] = rule.percentages;
      const base: Operand = { measure: first, of: "denominator" };
      const shared = others.map((measure) => equation([{ measure, of: "denominator" }], [base]));
      if (!rule.addTo100) return shared;
      const parts = rule.percentages.map((measure): Operand => ({ measure, of: "numerator" }));
      return [...shared, equation(parts, [base])];
    }
    default:
      return [];
  }
}

function equation(left: readonly Operand[], right: readonly Operand[]): readonly LinearTerm[] {
  return [
    ...left.map((operand) => ({ ...operand, coefficient: 1 })),
    ...right.map((operand) => ({ ...operand, coefficient: -1 })),
  ];
}
