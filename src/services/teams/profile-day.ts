/** The day a profile is read at: today while the data is fresh, else the last day the data speaks for. */
import { daysBetween, type IsoDate, monthOf } from "../../domain/dates.ts";
import { currentLoads, isReference } from "../../warehouse/current-loads.ts";
import { dataMonths } from "../data-months.ts";
import type { Workspace } from "../workspace.ts";

export type ProfileDay = {
  readonly on: IsoDate;
  /** The last day the data speaks for; what was done since is not known. */
  readonly dataTo: IsoDate;
};

/** Beyond this many days everything would look overdue that merely is not loaded. */
const FRESH_DAYS = 35;

/** @param today what the clock says */
export async function profileDay(workspace: Workspace, today: IsoDate): Promise<ProfileDay> {
  const said = currentLoads(workspace.manifests)
    .flatMap((load) => (load.asAt === undefined || isReference(load) || load.asAt > today ? [] : [load.asAt]))
    .sort();
  const [month = today.slice(0, 7)] = said.length > 0 ? [] : await dataMonths(workspace, today);
  const dataTo = said.at(-1) ?? earlier(monthOf(`${month}-01`).end, today);
  return { on: daysBetween(dataTo, today) <= FRESH_DAYS ? today : dataTo, dataTo };
}

function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}
