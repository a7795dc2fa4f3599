/** Turns what was recorded in a session into what its pages print: each challenge with the actions agreed on it. */
import type { Challenge } from "../../../domain/challenge/session.ts";
import type { SeenAction } from "../../../services/challenge/actions.ts";
import { longInstant } from "../../words.ts";
import type { NameOf } from "./names.ts";
import { type ActionView, presentAction } from "./present.ts";
import type { SaidView } from "./team-view.tsx";

/** Challenges in order; `loose` are actions of the session whose challenge is not among them. */
export function presentSaid(
  challenges: readonly Challenge[],
  { agreed, nameOf }: { readonly agreed: readonly SeenAction[]; readonly nameOf: NameOf },
): { readonly said: readonly SaidView[]; readonly loose: readonly ActionView[] } {
  const known = new Set(challenges.map(({ id }) => id));
  const teams = new Set(challenges.map(({ team }) => team));
  return {
    said: challenges.map(({ id, version, question, answer, author, at }) => ({
      ...{ id, version, question, answer },
      by: `Recorded by ${nameOf(author)}, ${longInstant(at)}.`,
      actions: agreed.filter(({ action }) => action.challenge === id).map(presentAction),
    })),
    loose: agreed
      .filter(({ action }) => teams.has(action.team) && (action.challenge === null || !known.has(action.challenge)))
      .map(presentAction),
  };
}
