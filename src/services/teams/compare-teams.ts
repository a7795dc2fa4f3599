/** One measure by team over some periods with the whole authority, as an audience may see them together. */
import type { ShownFigure } from "../../domain/disclosure/shown-figure.ts";
import type { ReportingPeriod, WindowId } from "../../domain/period.ts";
import { linearRelations } from "../../domain/reconciliation/linear-relations.ts";
import type { Audience } from "../../domain/scored-card.ts";
import { rulesTouching } from "../card-figures.ts";
import { forAudience } from "../for-audience.ts";
import { scoreFigures } from "../score-figures.ts";
import type { Workspace } from "../workspace.ts";

export type TeamsQuestion = {
  readonly measure: string;
  readonly window: WindowId;
  /** Oldest first. */
  readonly periods: readonly ReportingPeriod[];
  readonly audience: Audience;
  /** Numbers of people from 1 up to this are hidden from the public. */
  readonly threshold: number;
};

/** Teams and whole are judged in one system: what a total shows, a hidden team could be told from. */
export async function compareTeams(workspace: Workspace, question: TeamsQuestion): Promise<readonly ShownFigure[]> {
  const { measure, window, periods, audience, threshold } = question;
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { authorities } = await workspace.open();
  const asked = { measures: [measure], window, from: first.id, to: last.id, authority: authorities[0] ?? "" };
  const figures = [
    ...(await scoreFigures(workspace, { ...asked, by: "team" })),
    ...(await scoreFigures(workspace, asked)),
  ];
  return forAudience(figures, audience, {
    measures: workspace.catalogue.measures,
    relations: linearRelations(rulesTouching(workspace.catalogue.reconciliation.values(), new Set([measure]))),
    threshold,
  });
}
