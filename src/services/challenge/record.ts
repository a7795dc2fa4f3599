/** Records what was asked, answered and agreed in a session, in one step; the first record holds the session. */
import type { Challenge, ChallengeAction, ChallengeSession } from "../../domain/challenge/session.ts";
import { isIsoDate } from "../../domain/dates.ts";
import { AppError } from "../../domain/errors.ts";
import type { WindowId } from "../../domain/period.ts";
import {
  changeChallenge,
  readChallenge,
  recordChallenge,
  restoreChallenge,
  withdrawChallenge,
} from "../../store/challenge-record.ts";
import { readSession, type Versioned } from "../../store/challenge-session.ts";
import { listPeople } from "../people/people.ts";
import { assertTeam, byOf, type ChallengeContext, lastMonthOf, refuse, type Who } from "./context.ts";
import { assertRunner, type Faults, holdFor } from "./sessions.ts";
import { historyKey, linkedHistories } from "./team-figures.ts";

/** Characters of a question, an answer or an action: a printed page. */
const LONGEST = 3000;

/** As a form sends it: every field text, empty when not given. */
export type WrittenRecord = {
  readonly team: string;
  readonly question: string;
  readonly answer: string;
  readonly action: string;
  /** A person's id, or empty for somebody named in `ownerName`. */
  readonly owner: string;
  readonly ownerName: string;
  readonly due: string;
  /** "measure window", or empty. */
  readonly linked: string;
};

export type WrittenAction = Pick<WrittenRecord, "action" | "owner" | "ownerName" | "due">;

/** What is wrong with a record as written; an action needs an owner and a day. */
export function faultsInRecord(written: WrittenRecord): Faults {
  // The day is filled in beforehand, so it alone is no sign of an action.
  const hasAction = [written.action, written.owner, written.ownerName].some((text) => text.trim() !== "");
  return {
    ...(written.question.trim() === "" ? { question: "Enter the challenge that was put" } : {}),
    ...tooLong("question", written.question),
    ...tooLong("answer", written.answer),
    ...(hasAction ? faultsInAction(written) : {}),
  };
}

/** What is wrong with an action as written. */
export function faultsInAction({ action, owner, ownerName, due }: WrittenAction): Faults {
  return {
    ...(action.trim() === "" ? { action: "Enter the action that was agreed" } : {}),
    ...tooLong("action", action),
    ...(owner === "" && ownerName.trim() === "" ? { owner: "Choose who owns the action, or enter a name" } : {}),
    ...tooLong("ownerName", ownerName, 200),
    ...(isIsoDate(due) ? {} : { due: "Enter the day the action is due, such as 27 6 2026" }),
  };
}

/** Records it. A planned session is held first, so that what was said stands beside the figures it was said of. */
export async function recordFor(
  context: ChallengeContext,
  who: Who,
  { session: id, written }: { readonly session: number; readonly written: WrittenRecord },
): Promise<{ readonly challenge: Challenge; readonly action: ChallengeAction | null }> {
  const session = await teamOfSession(context, who, { id, team: written.team });
  if (session.state === "planned") await holdFirst(context, who, session);
  const { team } = written;
  const action =
    written.action.trim() === ""
      ? null
      : {
          ...(await ownerOf(context, written)),
          ...{ session: id, team, text: written.action.trim(), due: written.due },
          linked: await linkedNow(context, written),
        };
  const challenge = { session: id, team, question: written.question.trim(), answer: written.answer.trim() };
  return recordChallenge(context.store, byOf(context, who), { challenge, action });
}

/** A challenge the person may change. @throws AppError TYPED_UNKNOWN, NOT_ALLOWED */
export async function challengeFor(context: ChallengeContext, who: Who, id: number): Promise<Challenge> {
  const challenge = await readChallenge(context.store, id);
  await assertTeam(context, who, { permission: "run-challenge", team: challenge.team });
  return challenge;
}

/** Words a challenge anew. @throws AppError CHANGED_MEANWHILE */
export async function rewordFor(
  context: ChallengeContext,
  who: Who,
  wanted: Versioned & Pick<Challenge, "question" | "answer">,
): Promise<Challenge> {
  await challengeFor(context, who, wanted.id);
  return changeChallenge(context.store, byOf(context, who), wanted);
}

/** Takes a challenge away or puts it back; an action agreed on it stands by itself. */
export async function withdrawChallengeFor(
  context: ChallengeContext,
  who: Who,
  { isBack, ...place }: Versioned & { readonly isBack: boolean },
): Promise<Challenge> {
  await challengeFor(context, who, place.id);
  return (isBack ? restoreChallenge : withdrawChallenge)(context.store, byOf(context, who), place);
}

/** The person an action is given to: somebody who may sign in, by id, or a mere name. */
export async function ownerOf(
  { store }: ChallengeContext,
  { owner, ownerName }: Pick<WrittenRecord, "owner" | "ownerName">,
): Promise<Pick<ChallengeAction, "owner" | "ownerName">> {
  const person = (await listPeople(store)).find(({ id }) => id === owner);
  return person === undefined ? { owner: null, ownerName: ownerName.trim() } : { owner, ownerName: person.name };
}

/** Two people may record the first challenge at once: the session is held by one of them, and both records are kept. */
async function holdFirst(context: ChallengeContext, who: Who, session: ChallengeSession): Promise<void> {
  try {
    await holdFor(context, who, session);
  } catch (fault) {
    const isMeanwhile = fault instanceof AppError && fault.code === "CHANGED_MEANWHILE";
    if (!isMeanwhile || (await readSession(context.store, session.id)).state !== "held") throw fault;
  }
}

async function teamOfSession(
  context: ChallengeContext,
  who: Who,
  { id, team }: { readonly id: number; readonly team: string },
): Promise<ChallengeSession> {
  const session = await assertRunner(context, who, id);
  if (session.isWithdrawn)
    throw new AppError("STEP_NOT_ALLOWED", "The session has been taken away.", "Bring it back before recording in it.");
  return session.teams.includes(team) ? session : refuse(context, who, `challenge session ${id} team ${team}`);
}

async function linkedNow(
  context: ChallengeContext,
  { linked, team }: WrittenRecord,
): Promise<ChallengeAction["linked"]> {
  const [measure = "", window = ""] = linked.split(" ");
  if (!context.live.current().catalogue.measures.has(measure) || window === "") return null;
  const place = { measure, window: window as WindowId };
  const histories = await linkedHistories(context, [place], await lastMonthOf(context));
  return { ...place, agreedFigure: histories.get(historyKey({ ...place, team }))?.at(-1) ?? null };
}

function tooLong(field: string, text: string, most = LONGEST): Faults {
  return text.length > most ? { [field]: `Keep this to ${most} characters; it has ${text.length}` } : {};
}
