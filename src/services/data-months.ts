/** Which months the data speaks for: the last one shown by default, and those a person may choose. */
import { addDays, addMonths, type IsoDate, monthOf } from "../domain/dates.ts";
import { currentLoads, isReference } from "../warehouse/current-loads.ts";
import type { Workspace } from "./workspace.ts";

/** Months back from the last that may be chosen. */
const CHOICES = 36;

/** The flows whose latest day shows how far the data goes, where no load says. */
const DATED = [
  ["contact", "date"],
  ["referral", "date"],
  ["assessment", "start"],
  ["care_episode", "start"],
  ["cp_plan", "start"],
  ["ehcp_case", "request_date"],
] as const;

/** Months as YYYY-MM, newest first; the first is the last whole month the data speaks for. */
export async function dataMonths(workspace: Workspace, today: IsoDate): Promise<readonly string[]> {
  const latest = await lastDay(workspace, today);
  return Array.from({ length: CHOICES }, (_, back) => addMonths(latest, -back).slice(0, 7));
}

async function lastDay(workspace: Workspace, today: IsoDate): Promise<IsoDate> {
  const said = currentLoads(workspace.manifests).flatMap((load) =>
    load.asAt === undefined || isReference(load) ? [] : [load.asAt],
  );
  const end = said.sort().at(-1);
  if (end !== undefined && end <= today) return lastWholeMonth(end);
  const { database } = await workspace.open();
  const days = DATED.map(
    ([table, column]) => `select max("${column}") as day from "${table}" where "${column}" <= date '${today}'`,
  );
  const [row] = await database.rows(`select max(day) as day from (${days.join(" union all ")})`);
  return typeof row?.day === "string" ? monthOf(row.day).end : lastWholeMonth(today);
}

/** The last day of the month when the day is one, else of the month before. */
function lastWholeMonth(day: IsoDate): IsoDate {
  const { start, end } = monthOf(day);
  return day === end ? end : addDays(start, -1);
}
