/** Rules between measures that figures must keep, and what is found when they do not (requirements 1.3 items 54 to 57). */

export type ReconciliationFinding = {
  readonly rule: string;
  readonly period: string;
  /** Indicators or measures concerned. */
  readonly measures: readonly string[];
  /** "35d + 35e = 35f fails in October 2024: 139 is not 138." */
  readonly sentence: string;
  readonly difference: number;
  readonly accepted: { readonly reason: string; readonly author: string; readonly at: string } | null;
};
