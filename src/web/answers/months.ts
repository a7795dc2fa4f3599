/** Which months people may choose, kept with the data that tell them. */
import { dataMonths } from "../../services/data-months.ts";
import type { Desk } from "../desk.ts";

/** The day of the desk's clock: the last month shown by default may not be after it. */
export function todayOf({ clock }: Pick<Desk, "clock">): string {
  return clock().toISOString().slice(0, 10);
}

/** Months as YYYY-MM, newest first. */
export function monthsOf(desk: Pick<Desk, "clock" | "keep">): Promise<readonly string[]> {
  const today = todayOf(desk);
  return desk.keep(`months ${today}`, (workspace) => dataMonths(workspace, today));
}

/** The month asked for, else the newest there is. */
export async function lastMonthOf(
  desk: Pick<Desk, "clock" | "keep">,
  asked: string | undefined,
): Promise<{ readonly last: string; readonly choices: readonly string[] }> {
  const choices = await monthsOf(desk);
  return { last: asked ?? choices[0] ?? todayOf(desk).slice(0, 7), choices };
}
