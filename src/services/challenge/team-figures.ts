/** Figures of many measures by team: every team's history at once, because one scan gives them all. */
import type { Figure } from "../../domain/figure.ts";
import type { Measure } from "../../domain/measure.ts";
import type { WindowId } from "../../domain/period.ts";
import { runFigures } from "../../engine/run-figures.ts";
import { columnsEnding } from "../scorecard-figures.ts";
import { teamPlacements } from "../teams/placements.ts";
import type { Workspace } from "../workspace.ts";
import type { ChallengeContext } from "./context.ts";

/** Enough for control limits and for the same period last year. */
const PERIODS = 25;

export type TeamHistories = ReadonlyMap<string, readonly Figure[]>;
type Wanted = { readonly measure: Measure; readonly window: WindowId };

/** What a history is kept under. */
export function historyKey(place: {
  readonly measure: string;
  readonly window: WindowId;
  readonly team: string;
}): string {
  return `${place.measure} ${place.window} ${place.team}`;
}

/** Histories of every placed measure, oldest period first, up to a month. */
export async function teamHistories(context: ChallengeContext, month: string): Promise<TeamHistories> {
  return context.keep(`challenge histories ${month}`, (workspace) =>
    historiesOf(
      workspace,
      teamPlacements(workspace.catalogue).map(({ measure, indicator }) => ({ measure, window: indicator.window })),
      month,
    ),
  );
}

/** Histories of some measures by team; a measure that is gone, or is not told by team, has none. */
export async function linkedHistories(
  context: ChallengeContext,
  links: readonly { readonly measure: string; readonly window: WindowId }[],
  month: string,
): Promise<TeamHistories> {
  const keys = [...new Set(links.map(({ measure, window }) => `${measure} ${window}`))].sort();
  if (keys.length === 0) return new Map();
  return context.keep(`challenge links ${month} ${keys.join(",")}`, (workspace) => {
    const wanted = keys.flatMap((key): readonly Wanted[] => {
      const [id = "", window = ""] = key.split(" ");
      const measure = workspace.catalogue.measures.get(id);
      return measure === undefined ? [] : [{ measure, window: window as WindowId }];
    });
    return historiesOf(workspace, wanted, month);
  });
}

async function historiesOf(workspace: Workspace, wanted: readonly Wanted[], month: string): Promise<TeamHistories> {
  const { database, columns, population, holdings, authorities } = await workspace.open();
  const histories = new Map<string, readonly Figure[]>();
  for (const [window, placed] of Map.groupBy(wanted, (one) => one.window)) {
    const figures = await runFigures(
      database,
      placed.map(({ measure }) => measure),
      {
        periods: columnsEnding(window, month, PERIODS),
        by: "team",
        authorities: authorities.slice(0, 1),
        columns,
        population,
        holdings,
      },
    );
    for (const [key, own] of Map.groupBy(figures, ({ measure, breakdown }) =>
      historyKey({ measure, window, team: breakdown ?? "" }),
    ))
      histories.set(key, own);
  }
  return histories;
}
