/** Actions with what came of them: the linked measure's figure when agreed, at the due day and now. */
import { type Outcome, outcomeOf } from "../../domain/challenge/outcome.ts";
import { type ActionNote, type ChallengeAction, isOverdue } from "../../domain/challenge/session.ts";
import type { ActionSeen } from "../../domain/challenge/team-pack.ts";
import type { Figure } from "../../domain/figure.ts";
import { periodOf } from "../../domain/judgement/series-context.ts";
import { periodContaining } from "../../domain/period.ts";
import type { Catalogue } from "../../measures/catalogue.ts";
import { listNotes } from "../../store/challenge-action.ts";
import { directionRuleOf } from "../teams/placements.ts";
import { type ChallengeContext, lastMonthOf, todayOf } from "./context.ts";
import { historyKey, linkedHistories } from "./team-figures.ts";

export type ActionWithOutcome = ActionSeen & {
  readonly action: ChallengeAction;
  readonly notes: readonly ActionNote[];
};

/** Judges actions, in the order given. */
export async function withOutcomes(
  context: ChallengeContext,
  actions: readonly ChallengeAction[],
): Promise<readonly ActionWithOutcome[]> {
  const month = await lastMonthOf(context);
  const links = actions.flatMap(({ linked }) => (linked === null ? [] : [linked]));
  const [histories, notes] = await Promise.all([
    linkedHistories(context, links, month),
    listNotes(
      context.store,
      actions.map(({ id }) => id),
    ),
  ]);
  const { catalogue } = context.live.current();
  const today = todayOf(context);
  return actions.map((action) => {
    const { id, text, ownerName, due, state, linked, team } = action;
    const own = notes.get(id) ?? [];
    const key = linked === null ? "" : historyKey({ ...linked, team });
    return {
      ...{ action, id, text, ownerName, due, state, notes: own },
      isOverdue: isOverdue(action, today),
      measureTitle: linked === null ? null : (catalogue.measures.get(linked.measure)?.title ?? linked.measure),
      outcome: judged(catalogue, action, histories.get(key) ?? []),
      latest: own.findLast(({ kind }) => kind === "progress" || kind === "done")?.text ?? null,
    };
  });
}

/** What a frozen pack keeps of an action. */
export function seenOf({ action: _, notes: __, ...seen }: ActionWithOutcome): ActionSeen {
  return seen;
}

function judged(catalogue: Catalogue, { linked, due }: ChallengeAction, history: readonly Figure[]): Outcome {
  if (linked === null)
    return { word: "cannot-be-told", sentence: "Cannot be told: no measure is linked with this action." };
  const measure = catalogue.measures.get(linked.measure);
  if (measure === undefined)
    return { word: "cannot-be-told", sentence: "Cannot be told: the linked measure is no longer in the catalogue." };
  const { end } = periodContaining(linked.window, due);
  return outcomeOf({
    measure,
    rule: directionRuleOf(catalogue, linked),
    agreed: linked.agreedFigure,
    atDue: history.find((figure) => periodOf(figure).end === end) ?? null,
    now: history.at(-1) ?? null,
  });
}
