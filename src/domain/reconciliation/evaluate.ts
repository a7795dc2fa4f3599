/** Holds figures to the rules between measures: what fails, and what could not be checked and why. */
import type { Figure } from "../figure.ts";
import { parsePeriod } from "../period.ts";
import type { ReconciliationFinding } from "../reconciliation.ts";
import type { MeasureFacts } from "./amount.ts";
import { checkRule } from "./check.ts";
import type { Checked, Checking } from "./checking.ts";
import { measuresOf, type ReconciliationRule } from "./rule.ts";

/** Something to be said that is no failure: a rule not checkable in a period, or a sum that only rounding moves. */
export type ReconciliationNote = {
  readonly rule: string;
  readonly period: string;
  readonly measures: readonly string[];
  readonly kind: "not-checkable" | "rounding";
  readonly sentence: string;
};

export type ReconciliationOutcome = {
  /** Without acceptances; whoever keeps those adds them. */
  readonly findings: readonly ReconciliationFinding[];
  readonly notes: readonly ReconciliationNote[];
  /** How often a rule was checked in a period, failures included. */
  readonly checked: number;
};

export type ReconciliationContext = {
  readonly measures: ReadonlyMap<string, MeasureFacts>;
  /** How a measure is called in sentences: its reference on a card. Default: its id. */
  readonly nameOf?: (measure: string) => string;
};

/**
 * Checks every rule in every window and period there are figures for. Only whole-authority figures of one authority
 * are read; a figure in any state but "value" makes a rule not checkable, never failed.
 */
export function evaluateReconciliation(
  rules: readonly ReconciliationRule[],
  figures: readonly Figure[],
  context: ReconciliationContext,
): ReconciliationOutcome {
  const whole = figures.filter((figure) => figure.by === null);
  const byPeriod = Map.groupBy(whole, ({ window, period }) => `${window} ${period}`);
  const findings: ReconciliationFinding[] = [];
  const notes: ReconciliationNote[] = [];
  let checked = 0;
  for (const group of byPeriod.values()) {
    const checking = checkingOf(group, byPeriod, context);
    for (const rule of rules.filter(({ windows }) => windows === null || windows.includes(checking.window)))
      for (const { about = measuresOf(rule), result } of checkRule(rule, checking)) {
        if (result.kind === "holds" || result.kind === "fails") checked += 1;
        if (result.kind === "holds" || result.kind === "skip") continue;
        const common = { rule: rule.id, period: checking.period, measures: about };
        const sentence = sentenceOf(result, parsePeriod(checking.period, checking.window).label);
        if (result.kind === "fails")
          findings.push({ ...common, sentence, difference: result.difference, accepted: null });
        else notes.push({ ...common, kind: result.kind, sentence });
      }
  }
  return { findings, notes, checked };
}

const VERBS = { fails: "fails", rounding: "holds but for rounding", "not-checkable": "cannot be checked" } as const;

function sentenceOf(result: Exclude<Checked, { kind: "holds" | "skip" }>, when: string): string {
  return `${result.statement} ${VERBS[result.kind]} in ${when}: ${result.detail}.`;
}

function checkingOf(
  group: readonly Figure[],
  byPeriod: ReadonlyMap<string, readonly Figure[]>,
  { measures, nameOf = (measure) => measure }: ReconciliationContext,
): Checking {
  const { window = "in-month", period = "" }: Partial<Figure> = group[0] ?? {};
  return {
    figures: new Map(group.map((figure) => [figure.measure, figure])),
    figureIn: (measure, other) => byPeriod.get(`${window} ${other}`)?.find((each) => each.measure === measure),
    window,
    period,
    facts: (measure) => measures.get(measure) ?? { unit: "count", decimals: 0 },
    name: nameOf,
  };
}
