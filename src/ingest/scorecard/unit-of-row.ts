/** What a row's figures are counted in, by its name, its signs and its table's habit. */
import type { ChangeWording, Unit } from "../../domain/measure.ts";
import type { ImportedFigure } from "./imported.ts";

export type UnitHints = {
  readonly title: string;
  readonly comment: string | null;
  readonly figures: readonly Pick<ImportedFigure, "value" | "isPercent" | "text" | "decimals">[];
  /** Values of the row in other columns with a percent sign: targets, comparators. */
  readonly hasPercentElsewhere: boolean;
  /** The printed change is the relative one though the name promises a percentage: the figures are counts. */
  readonly countsBehindName: boolean;
};

/** Whether a name promises a percentage. */
export function namesPercentage(title: string): boolean {
  return /^\s*(the\s+)?%|percentage|per ?cent\b|\bproportion\b|^overall %/i.test(title);
}

/** Whether a name promises a number of things. */
export function namesNumber(title: string): boolean {
  return /\bnumber\b|^no\.? of|^total number/i.test(title) && !/average number/i.test(title);
}

/** The unit. What is printed is believed over what the name says. */
export function unitOfRow({ title, comment, figures, hasPercentElsewhere, countsBehindName }: UnitHints): Unit {
  const valued = figures.filter(({ value }) => value !== null);
  if (figures.some(({ text }) => text !== null) && valued.length === 0) return "text";
  if (valued.some(({ isPercent }) => isPercent)) return "percentage";
  if (/per 100,?000|100k/i.test(title)) return "rate-per-100000";
  if (/per 10,?000|10k/i.test(title)) return "rate-per-10000";
  if (/^rate\b/i.test(title) && /per 100,?000/i.test(comment ?? "")) return "rate-per-100000";
  if (/^rate\b/i.test(title) && !hasPercentElsewhere) return "rate-per-10000";
  if (/maximum time/i.test(title)) return "maximum-working-days";
  if (/average (number of )?days|average time/i.test(title)) return /lost/i.test(title) ? "average" : "average-days";
  if (/average|caseload/i.test(title)) return "average";
  if (namesPercentage(title) && !countsBehindName) return "percentage";
  if (valued.length === 0 && hasPercentElsewhere && !namesNumber(title)) return "percentage";
  return valued.some(({ value }) => !Number.isInteger(value)) ? "average" : "count";
}

/** How a change of the unit is worded. */
export function changeOfUnit(unit: Unit): ChangeWording {
  return unit === "percentage" ? "percentage-points" : "absolute";
}

/** Decimals to print: those most figures have, and never fewer than any figure needs. */
export function decimalsOfRow(figures: UnitHints["figures"]): number {
  const counts = new Map<number, number>();
  let needed = 0;
  for (const { value, decimals } of figures) {
    if (value === null) continue;
    counts.set(decimals, (counts.get(decimals) ?? 0) + 1);
    needed = Math.max(needed, String(value).split(".")[1]?.length ?? 0);
  }
  const usual = [...counts].reduce<readonly [number, number]>(
    (best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] > best[0]) ? one : best),
    [0, 0],
  )[0];
  return Math.min(4, Math.max(usual, needed));
}
