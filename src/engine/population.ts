/** Population estimates for rates: which year's estimate a period uses, and in which version. */
import type { IsoDate } from "../domain/dates.ts";
import { financialYearOf } from "../domain/period.ts";
import type { Database } from "../warehouse/database.ts";

export type Population = {
  /** People of an age group in an authority for a period ending on a day; `null` when no estimate is loaded. */
  of(authority: string, ageGroup: string, end: IsoDate): number | null;
};

type Estimate = { readonly year: number; readonly version: string; readonly estimate: number };

/**
 * Rates use the mid-year estimate of the calendar year before the reporting year ends (2024 for 31 March 2025), as published rates do
 * (data.md 0.5); when it is not loaded, the latest before it. Of several versions of a year the last is used.
 */
export async function readPopulation(database: Database): Promise<Population> {
  const rows = await database.rows(
    "select area, age_group, year, version, estimate from population order by area, age_group, year, version",
  );
  const estimates = new Map<string, Estimate[]>();
  for (const row of rows) {
    const key = keyOf(String(row.area), String(row.age_group));
    const list = estimates.get(key) ?? [];
    estimates.set(key, list);
    const estimate = { year: Number(row.year), version: String(row.version), estimate: Number(row.estimate) };
    if (list.at(-1)?.year === estimate.year) list[list.length - 1] = estimate;
    else list.push(estimate);
  }
  return {
    of: (authority, ageGroup, end) => {
      const wanted = financialYearOf(end);
      return estimates.get(keyOf(authority, ageGroup))?.findLast(({ year }) => year <= wanted)?.estimate ?? null;
    },
  };
}

function keyOf(area: string, ageGroup: string): string {
  return `${area.toLowerCase()}\u0000${ageGroup}`;
}
