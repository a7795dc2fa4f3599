/** Actions as people see and settle them: one's own and those of one's teams; owners report, runners of challenge settle. */
import type { ChallengeAction } from "../../domain/challenge/session.ts";
import {
  changeAction,
  listActions,
  readAction,
  reportProgress,
  settleAction,
  withdrawAction,
} from "../../store/challenge-action.ts";
import type { Versioned } from "../../store/challenge-session.ts";
import { type ActionWithOutcome, withOutcomes } from "./action-outcomes.ts";
import { byOf, type ChallengeContext, mayWithTeam, refuse, type Who } from "./context.ts";
import { ownerOf, type WrittenAction } from "./record.ts";

export type SeenAction = ActionWithOutcome & {
  readonly isOwn: boolean;
  /** May close, reopen, change and withdraw it. */
  readonly isRunner: boolean;
};

/** Every action the person owns, or whose team is in their scope: soonest due first. */
export async function actionsFor(context: ChallengeContext, who: Who): Promise<readonly SeenAction[]> {
  const all = await listActions(context.store);
  const seen = await Promise.all(all.map((action) => maySee(context, who, action)));
  return asSeen(
    context,
    who,
    all.filter((_, index) => seen[index]),
  );
}

/** Actions agreed in a session about some teams. */
export async function actionsAgreedIn(
  context: ChallengeContext,
  who: Who,
  { session, teams }: { readonly session: number; readonly teams: readonly string[] },
): Promise<readonly SeenAction[]> {
  const agreed = await listActions(context.store, { session });
  return asSeen(
    context,
    who,
    agreed.filter(({ team }) => teams.includes(team)),
  );
}

/** One action with its history. @throws AppError TYPED_UNKNOWN, NOT_ALLOWED */
export async function actionFor(context: ChallengeContext, who: Who, id: number): Promise<SeenAction> {
  const action = await readAction(context.store, id);
  if (!(await maySee(context, who, action))) await refuse(context, who, `action ${id}`);
  const [seen] = await asSeen(context, who, [action]);
  return seen ?? refuse(context, who, `action ${id}`);
}

/** Says how it goes: its owner, or who runs challenge with the team. */
export async function reportFor(
  context: ChallengeContext,
  who: Who,
  { id, text }: { readonly id: number; readonly text: string },
): Promise<ChallengeAction> {
  const { isOwn, isRunner } = await actionFor(context, who, id);
  if (!isOwn && !isRunner) await refuse(context, who, `action ${id}`);
  return reportProgress(context.store, byOf(context, who), { id, text });
}

/** Closes an action or opens it again. */
export async function settleFor(
  context: ChallengeContext,
  who: Who,
  wanted: Versioned & { readonly to: "open" | "done"; readonly text: string },
): Promise<ChallengeAction> {
  await assertActionRunner(context, who, wanted.id);
  return settleAction(context.store, byOf(context, who), wanted);
}

/** Changes what is to be done, by whom or by when. */
export async function changeActionFor(
  context: ChallengeContext,
  who: Who,
  { id, version, written }: Versioned & { readonly written: WrittenAction },
): Promise<ChallengeAction> {
  await assertActionRunner(context, who, id);
  const owner = await ownerOf(context, written);
  return changeAction(context.store, byOf(context, who), {
    ...{ id, version, ...owner },
    text: written.action.trim(),
    due: written.due,
  });
}

/** Takes an action away or puts it back. */
export async function withdrawActionFor(
  context: ChallengeContext,
  who: Who,
  wanted: Versioned & { readonly text: string; readonly isBack: boolean },
): Promise<ChallengeAction> {
  await assertActionRunner(context, who, wanted.id);
  return withdrawAction(context.store, byOf(context, who), wanted);
}

async function assertActionRunner(context: ChallengeContext, who: Who, id: number): Promise<void> {
  const { isRunner } = await actionFor(context, who, id);
  if (!isRunner) await refuse(context, who, `action ${id}`);
}

async function maySee(context: ChallengeContext, who: Who, action: ChallengeAction): Promise<boolean> {
  if (action.owner === who.person) return true;
  return mayWithTeam(context, who, { permission: "see-actions", team: action.team });
}

async function asSeen(
  context: ChallengeContext,
  who: Who,
  actions: readonly ChallengeAction[],
): Promise<readonly SeenAction[]> {
  const judged = await withOutcomes(context, actions);
  return Promise.all(
    judged.map(async (seen) => ({
      ...seen,
      isOwn: seen.action.owner === who.person,
      isRunner: await mayWithTeam(context, who, { permission: "run-challenge", team: seen.action.team }),
    })),
  );
}
