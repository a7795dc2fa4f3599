/** Mid-year estimates for the made-up area, by year and age group; the year before the data counts too, because rates use it. */
import { toEpochDay } from "../../domain/dates.ts";
import type { Authority } from "../authority.ts";
import { isoText } from "../calendar.ts";

/** People of an age group for one person aged 0 to 17, England, mid-2023 (ONS), rounded. */
const GROUPS = [
  ["0-17", 1],
  ["0-4", 0.26],
  ["5-15", 0.63],
  ["10-17", 0.46],
  ["16-17", 0.11],
  ["18-25", 0.47],
  ["0-25", 1.47],
] as const;
/** The number of children falls by about one in 400 a year. */
const YEARLY_CHANGE = -0.0025;

/** Rows of the canonical table `population`. */
export function populations({ plan, from, to }: Authority): readonly object[] {
  const last = Number(isoText(to).slice(0, 4));
  const rows: object[] = [];
  for (let year = Number(isoText(from).slice(0, 4)) - 2; toEpochDay(`${year}-06-30`) <= to; year++) {
    const total = plan.population * (1 + YEARLY_CHANGE * (year - last + 1));
    for (const [age_group, share] of GROUPS)
      rows.push({ area: plan.name, age_group, year, version: `mid-${year}`, estimate: Math.round(total * share) });
  }
  return rows;
}
