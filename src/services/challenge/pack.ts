/** Puts a team's pack together: what stands out, how things moved, what is overdue, who holds how many, what to doubt, and what came of the last actions. */

import type { ActionSeen, Caseload, PackLine, TeamPack } from "../../domain/challenge/team-pack.ts";
import { monthOf } from "../../domain/dates.ts";
import { dayInWords } from "../../domain/period.ts";
import { listActions } from "../../store/challenge-action.ts";
import { listSeriesNotes } from "../../store/series-note.ts";
import { listTargets } from "../../store/target.ts";
import { currentLoads } from "../../warehouse/current-loads.ts";
import { type Placement, teamPlacements } from "../teams/placements.ts";
import { workerLoads } from "../teams/teams.ts";
import { seenOf, withOutcomes } from "./action-outcomes.ts";
import { type ChallengeContext, lastMonthOf, profileDayOf, todayOf } from "./context.ts";
import { overdueByTeam } from "./overdue.ts";
import { historyKey, type TeamHistories, teamHistories } from "./team-figures.ts";
import { lineOf, type Typed } from "./team-lines.ts";

/** Figures older than this are said to be old. */
const OLD_AFTER_DAYS = 45;
const DAY_MS = 86_400_000;

/** The packs of some teams as they stand now, in the order given. */
export async function buildPacks(
  context: ChallengeContext,
  teams: readonly string[],
  { beforeSession }: { readonly beforeSession: number | null },
): Promise<readonly TeamPack[]> {
  const month = await lastMonthOf(context);
  const { catalogue } = context.live.current();
  const placements = teamPlacements(catalogue);
  const [histories, typed, actions, caseloads, overdue] = await Promise.all([
    teamHistories(context, month),
    readTyped(context, placements),
    actionsSeen(context, teams, beforeSession),
    caseloadsOf(context),
    overdueByTeam(context),
  ]);
  const asAt = monthOf(`${month}-01`).end;
  const warnings = warningsOf(context, asAt);
  return teams.map((team) => {
    const lines = linesOf(placements, histories, { team, typed });
    return {
      team,
      month,
      asAt,
      madeAt: context.clock().toISOString(),
      exceptions: exceptionsOf(lines),
      trends: lines.filter(({ why }) => why.length === 0),
      overdue: overdue.get(team) ?? [],
      caseloads: caseloads.get(team) ?? [],
      warnings: [...warnings, ...lineWarnings(lines)],
      actions: actions.get(team) ?? [],
    };
  });
}

/** What stands out of each team, most pressing first, in the order of the teams given. */
export async function standingOut(
  context: ChallengeContext,
  teams: readonly string[],
): Promise<readonly Pick<TeamPack, "team" | "exceptions">[]> {
  const month = await lastMonthOf(context);
  const placements = teamPlacements(context.live.current().catalogue);
  const [histories, typed] = await Promise.all([teamHistories(context, month), readTyped(context, placements)]);
  return teams.map((team) => ({ team, exceptions: exceptionsOf(linesOf(placements, histories, { team, typed })) }));
}

function exceptionsOf(lines: readonly PackLine[]): readonly PackLine[] {
  return lines.filter(({ why }) => why.length > 0).toSorted(byWeight);
}

function linesOf(
  placements: readonly Placement[],
  histories: TeamHistories,
  { team, typed }: { readonly team: string; readonly typed: Typed },
): readonly PackLine[] {
  return placements.flatMap((placement) => {
    const { measure, indicator } = placement;
    const history = histories.get(historyKey({ measure: measure.id, window: indicator.window, team })) ?? [];
    return lineOf(placement, history, typed) ?? [];
  });
}

const WEIGHTS = { red: 4, "amber-falling": 2, unusual: 1, recognise: 0 } as const;

/** Reds first, those of few cases after the others of their kind; what deserves recognition last. */
function byWeight(one: PackLine, other: PackLine): number {
  const weight = ({ why, direction, isOfFew }: PackLine): number =>
    (isOfFew ? -0.9 : 0) +
    why.reduce((sum, kind) => sum + WEIGHTS[kind], 0) +
    (direction.meaning === "worse" ? 0.5 : 0);
  return weight(other) - weight(one);
}

async function readTyped({ store }: ChallengeContext, placements: readonly Placement[]): Promise<Typed> {
  const cards = [...new Set(placements.map(({ scorecard }) => scorecard.id))];
  const [notes, targets] = await Promise.all([
    listSeriesNotes(store),
    Promise.all(cards.map(async (card) => [card, await listTargets(store, card)] as const)),
  ]);
  return { notes, targets: new Map(targets) };
}

/** Actions still open, and those settled, of earlier sessions; those of the session itself are recorded beside its pack. */
async function actionsSeen(
  context: ChallengeContext,
  teams: readonly string[],
  session: number | null,
): Promise<ReadonlyMap<string, readonly ActionSeen[]>> {
  const all = await listActions(context.store);
  const asked = all.filter((action) => teams.includes(action.team) && (session === null || action.session !== session));
  const seen = await withOutcomes(context, asked);
  return new Map(
    [...Map.groupBy(seen, ({ action }) => action.team)].map(([team, own]) => [team, comingBack(own).map(seenOf)]),
  );
}

/** An action comes back until it is done; what is done is shown once more, for the latest session it was agreed in. */
function comingBack<T extends { readonly action: { readonly session: number | null }; readonly state: string }>(
  actions: readonly T[],
): readonly T[] {
  const last = Math.max(0, ...actions.map(({ action }) => action.session ?? 0));
  return actions.filter(({ state, action }) => state === "open" || action.session === last);
}

/** Children each worker of a team holds, most first. */
async function caseloadsOf(context: ChallengeContext): Promise<ReadonlyMap<string, readonly Caseload[]>> {
  const { on } = await profileDayOf(context);
  const loads = await context.keep(`loads ${on}`, (workspace) => workerLoads(workspace, on));
  return new Map(
    [...Map.groupBy(loads, ({ team }) => team)].map(([team, own]) => [
      team,
      own.map(({ worker, children }) => ({ worker, children })),
    ]),
  );
}

/** What to bear in mind of every team's figures: how old the data are. */
function warningsOf(context: ChallengeContext, asAt: string): readonly string[] {
  const days = Math.floor((Date.parse(todayOf(context)) - Date.parse(asAt)) / DAY_MS);
  const loads = currentLoads(context.live.current().manifests);
  const withErrors = loads.filter(({ rowsRefused }) => rowsRefused > 0);
  return [
    ...(days > OLD_AFTER_DAYS ? [`The figures end on ${dayInWords(asAt)}, ${days} days ago.`] : []),
    ...(withErrors.length === 0
      ? []
      : [
          `${withErrors.length === 1 ? "One return" : `${withErrors.length} returns`} now in use had rows that could not be kept; the figures lack them.`,
        ]),
  ];
}

function lineWarnings(lines: readonly PackLine[]): readonly string[] {
  const few = lines.filter(({ isOfFew }) => isOfFew).length;
  return [
    ...lines.flatMap(({ title, warnings }) => warnings.map((warning) => `${title}: ${warning}`)),
    ...(few === 0
      ? []
      : [
          `${few === 1 ? "One percentage rests" : `${few} percentages rest`} on fewer than 5 cases; they stand apart, or say so.`,
        ]),
  ];
}
