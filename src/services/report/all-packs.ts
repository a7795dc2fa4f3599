/** Packs of any team, for whoever holds the data folder: the command line. */
import type { TeamPack } from "../../domain/challenge/team-pack.ts";
import { AppError } from "../../domain/errors.ts";
import { didYouMean } from "../../measures/suggest.ts";
import type { Store } from "../../store/open-store.ts";
import { type ChallengeContext, listOpenTeams } from "../challenge/context.ts";
import { buildPacks } from "../challenge/pack.ts";
import type { Workspace } from "../workspace.ts";

type Holder = { readonly workspace: Workspace; readonly store: Store; readonly clock: () => Date };

/** Gives packs by the teams' names. @throws AppError USAGE for a team there is not */
export function packsOfAll({
  workspace,
  store,
  clock,
}: Holder): (teams: readonly string[]) => Promise<readonly TeamPack[]> {
  const answers = new Map<string, Promise<unknown>>();
  const context: ChallengeContext = {
    live: { current: () => workspace, lookAgain: () => workspace, fault: () => null, close: () => undefined },
    store,
    clock,
    keep: <T>(key: string, answer: (of: Workspace) => Promise<T>) => {
      const given = (answers.get(key) as Promise<T> | undefined) ?? answer(workspace);
      answers.set(key, given);
      return given;
    },
  };
  return async (teams) => {
    await assertTeamsExist(context, teams);
    return buildPacks(context, teams, { beforeSession: null });
  };
}

/** @throws AppError USAGE naming the nearest team */
export async function assertTeamsExist(context: ChallengeContext, teams: readonly string[]): Promise<void> {
  const known = (await listOpenTeams(context)).map(({ name }) => name);
  const wrong = teams.find((team) => !known.includes(team));
  if (wrong === undefined) return;
  throw new AppError(
    "USAGE",
    `There is no team "${wrong}".${didYouMean(wrong, known)}`,
    `There are: ${known.join(", ")}.`,
  );
}
