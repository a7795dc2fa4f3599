/** The rules between measures that name one measure, and whether each holds now. */
import type { Measure } from "../../domain/measure.ts";
import type { ReportingPeriod } from "../../domain/period.ts";
import { evaluateReconciliation } from "../../domain/reconciliation/evaluate.ts";
import { measuresOf, type ReconciliationRule } from "../../domain/reconciliation/rule.ts";
import { runFigures } from "../../engine/run-figures.ts";
import { columnsEnding } from "../scorecard-figures.ts";
import type { Workspace } from "../workspace.ts";

export type RuleOnMeasure = {
  readonly id: string;
  /** What must hold, in words. */
  readonly title: string;
  /** The other measures it names. */
  readonly others: readonly { readonly id: string; readonly title: string }[];
  readonly state: "holds" | "fails" | "not-checked";
  /** What fails, or why it could not be checked; empty when it holds. */
  readonly sentence: string;
};

/** Each rule is held to the figures of one period (and the one before, which stocks need), true numbers. */
export async function rulesOnMeasure(
  workspace: Workspace,
  measure: string,
  period: ReportingPeriod,
): Promise<readonly RuleOnMeasure[]> {
  const { catalogue } = workspace;
  const rules = [...catalogue.reconciliation.values()].filter((rule) => measuresOf(rule).includes(measure));
  if (rules.length === 0) return [];
  const named = [...new Set(rules.flatMap(measuresOf))].flatMap((id): readonly Measure[] => {
    const found = catalogue.measures.get(id);
    return found?.timeBasis.includes(period.window) ? [found] : [];
  });
  const { database, columns, population, holdings, authorities } = await workspace.open();
  const figures = await runFigures(database, named, {
    periods: columnsEnding(period.window, period.end.slice(0, 7), 2),
    by: null,
    authorities: authorities.slice(0, 1),
    columns,
    population,
    holdings,
  });
  const titleOf = (id: string): string => catalogue.measures.get(id)?.title ?? id;
  const context = { measures: catalogue.measures, nameOf: (id: string) => `“${titleOf(id)}”` };
  return rules.map((rule) => ({
    id: rule.id,
    title: rule.title,
    others: measuresOf(rule)
      .filter((id) => id !== measure)
      .map((id) => ({ id, title: titleOf(id) })),
    ...standingOf(rule, evaluateReconciliation([rule], figures, context), period),
  }));
}

function standingOf(
  rule: ReconciliationRule,
  { findings, notes, checked }: ReturnType<typeof evaluateReconciliation>,
  period: ReportingPeriod,
): Pick<RuleOnMeasure, "state" | "sentence"> {
  const finding = findings.find((one) => one.period === period.id);
  if (finding !== undefined) return { state: "fails", sentence: finding.sentence };
  const note = notes.find((one) => one.period === period.id);
  if (note?.kind === "rounding") return { state: "holds", sentence: note.sentence };
  if (note !== undefined) return { state: "not-checked", sentence: note.sentence };
  if (checked > 0) return { state: "holds", sentence: "" };
  const isOther = rule.windows !== null && !rule.windows.includes(period.window);
  return {
    state: "not-checked",
    sentence: isOther ? "It is a rule of other windows of time." : "Not every figure it needs is there.",
  };
}
