/** What is overdue or falls due soon for a team's children, by duty: counts alone, each leading to the list of who may open it. */
import type { OverdueCount } from "../../domain/challenge/team-pack.ts";
import { dueCounts } from "../cases/due/due.ts";
import { kindOfDuty, readDuties } from "../cases/due/duties.ts";
import { type ChallengeContext, profileDayOf } from "./context.ts";

/** Counts of every team by its name, most overdue first. */
export async function overdueByTeam(context: ChallengeContext): Promise<ReadonlyMap<string, readonly OverdueCount[]>> {
  const { on } = await profileDayOf(context);
  const counts = await context.keep(`due counts ${on}`, (workspace) => dueCounts(workspace, on));
  const duties = readDuties(context.live.current().catalogueFolders);
  const byTeam = Map.groupBy(counts, ({ team }) => team ?? "");
  return new Map(
    [...byTeam].map(([team, own]) => [
      team,
      [...Map.groupBy(own, ({ duty }) => duty)]
        .map(([duty, same]) => ({
          title: duties[duty].title,
          count: same.reduce((sum, { overdue }) => sum + overdue, 0),
          soon: same.reduce((sum, { soon }) => sum + soon, 0),
          href: `/teams/${encodeURIComponent(team)}/due?state=overdue&kind=${kindOfDuty(duty)}`,
        }))
        .toSorted((one, other) => other.count - one.count || other.soon - one.soon),
    ]),
  );
}
