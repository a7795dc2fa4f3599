/** A table of counts (red, amber, green, not rated; improving, worse …) must add up to the total printed under it. */
import { written } from "./amount.ts";

export type CountTableFault = { readonly sentence: string; readonly difference: number };

/** What is wrong with a count table, or `null`. `total` is as printed, never worked out from the counts. */
export function countTableFault(counts: Readonly<Record<string, number>>, total: number): CountTableFault | null {
  const sum = Object.values(counts).reduce((left, right) => left + right, 0);
  if (sum === total) return null;
  const parts = Object.entries(counts).map(([name, count]) => `${written(count)} ${name}`);
  return { sentence: `${parts.join(" + ")} make ${written(sum)}, not ${written(total)}.`, difference: sum - total };
}
