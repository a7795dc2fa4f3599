/** Which teams the viewer of a request may look at, and the one an address names: a foreign one is refused and logged. */
import type { FastifyRequest } from "fastify";
import { isAuthorityWide } from "../../../domain/access/policy.ts";
import { AppError } from "../../../domain/errors.ts";
import { refuseLook } from "../../../services/cases/record-look.ts";
import { type ProfileDay, profileDay } from "../../../services/teams/profile-day.ts";
import { listTeams, type Team, teamsReached } from "../../../services/teams/teams.ts";
import { todayOf } from "../../answers/months.ts";
import type { Desk } from "../../desk.ts";
import { scopesOf, viewerOf } from "../../viewer.ts";

/** Every team there is, kept with the data. */
export function allTeams({ keep }: Pick<Desk, "keep">): Promise<readonly Team[]> {
  return keep("teams", listTeams);
}

/** Teams the viewer may look at as a whole. */
export async function teamsOf(desk: Desk, request: FastifyRequest): Promise<readonly Team[]> {
  return teamsReached(await allTeams(desk), scopesOf(viewerOf(request), "see-teams"));
}

/** The day profiles are read at. */
export function dayOf(desk: Pick<Desk, "keep" | "clock">): Promise<ProfileDay> {
  const today = todayOf(desk);
  return desk.keep(`profile day ${today}`, (workspace) => profileDay(workspace, today));
}

/** The team an address names, by id or name. @throws AppError NOT_ALLOWED, logged, for one out of scope; TYPED_UNKNOWN for none */
export async function teamAt(desk: Desk, request: FastifyRequest, named: string): Promise<Team> {
  const isNamed = ({ id, name }: Team): boolean => id === named || name === named;
  const own = (await teamsOf(desk, request)).find(isNamed);
  if (own !== undefined) return own;
  const viewer = viewerOf(request);
  // To somebody with a narrow scope a team that does not exist and one that is not theirs are the same.
  if (!isAuthorityWide(scopesOf(viewer, "see-teams")))
    return refuseLook({ store: desk.store, at: desk.clock() }, viewer, {
      subject: `team ${named}`,
      why: "the team lies outside their scope",
    });
  throw new AppError("PAGE_UNKNOWN", `There is no team “${named}”.`, "Choose it from the list of teams.");
}

/** The same for what is one worker's: somebody with own cases may look at themselves in any team. */
export async function teamOfWorker(
  desk: Desk,
  request: FastifyRequest,
  { team: named, worker }: { readonly team: string; readonly worker: string | undefined },
): Promise<Team> {
  const isOneself = scopesOf(viewerOf(request), "see-teams").some(
    (scope) => scope.kind === "own-cases" && scope.worker === worker,
  );
  const own = isOneself ? (await allTeams(desk)).find(({ id, name }) => id === named || name === named) : undefined;
  return own ?? teamAt(desk, request, named);
}

/** The address of a team's profile. */
export function teamHref({ id }: Pick<Team, "id">): string {
  return `/teams/${encodeURIComponent(id)}`;
}
