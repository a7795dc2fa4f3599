/** People of an age group, for rates. */
import type { IsoDate } from "../../src/domain/dates.ts";
import { financialYearOf } from "../../src/domain/period.ts";
import type { World } from "./world.ts";

/**
 * The mid-year estimate of the calendar year before the one the reporting year ends in (2024 for March 2025), else the latest earlier one;
 * of several versions of a year the last by name. `null` when there is none.
 */
export function peopleAged(ageGroup: string, end: IsoDate, world: World): number | null {
  const estimates = world
    .rows("population")
    .filter((row) => row.area === world.authority && row.age_group === ageGroup)
    .filter((row) => Number(row.year) <= financialYearOf(end));
  const year = Math.max(...estimates.map((row) => Number(row.year)));
  const versions = estimates
    .filter((row) => row.year === year)
    .sort((a, b) => (String(a.version) < String(b.version) ? -1 : 1));
  const last = versions.at(-1);
  return last === undefined ? null : Number(last.estimate);
}
