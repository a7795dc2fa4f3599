/** Gives the demonstration a challenge session of last month, with actions to look back on, and one to come. */
import type { Grant } from "../../domain/access/policy.ts";
import { addDays, addMonths, monthOf } from "../../domain/dates.ts";
import { AppError } from "../../domain/errors.ts";
import { reportProgress } from "../../store/challenge-action.ts";
import type { Store } from "../../store/open-store.ts";
import { followWorkspace, type LiveWorkspace } from "../live-workspace.ts";
import { listPersonas, personOfPersona } from "../people/trial-personas.ts";
import type { Workspace } from "../workspace.ts";
import { byOf, type ChallengeContext, lastMonthOf, teamsFor, type Who } from "./context.ts";
import { recordFor } from "./record.ts";
import { packsFor, planFor } from "./sessions.ts";

export type ChallengeDemoRequest = {
  readonly data: string;
  readonly catalogue: readonly string[];
  readonly store: Store;
  readonly at: Date;
  readonly say: (text: string) => void;
};

/** Made-up words of the trial's personas; without teams in the data there is nobody to challenge. */
export async function challengeDemo({ data, catalogue, store, at, say }: ChallengeDemoRequest): Promise<void> {
  const live = followWorkspace({ data, catalogue });
  const now: ChallengeContext = { live, store, clock: () => at, keep: answersOfDemo(live) };
  try {
    const manager = await personaWho(now, "service-manager");
    const owner = await personaWho(now, "team-manager");
    const [{ scope } = { scope: null }] = owner?.grants ?? [];
    if (manager === null || owner === null || scope?.kind !== "team") return;
    say("Holding last month's challenge session …");
    const last = monthOf(`${await lastMonthOf(now)}-01`).end;
    const then: ChallengeContext = {
      ...now,
      clock: () => new Date(`${monthOf(addMonths(last, -1)).end}T10:00:00.000Z`),
    };
    await heldSession(then, { manager, owner, team: scope.name });
    const teams = (await teamsFor(now, manager, "run-challenge")).map(({ name }) => name);
    await planFor(now, manager, { title: "This month’s challenge", heldOn: addDays(last, 14), teams });
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    say(`  Not held: ${fault.message}`);
  } finally {
    live.close();
  }
}

async function heldSession(
  context: ChallengeContext,
  { manager, owner, team }: { readonly manager: Who; readonly owner: Who; readonly team: string },
): Promise<void> {
  const heldOn = byOf(context, manager).at.slice(0, 10);
  const teams = (await teamsFor(context, manager, "run-challenge")).map(({ name }) => name);
  const session = await planFor(context, manager, { title: "Last month’s challenge", heldOn, teams });
  const [pack] = await packsFor(context, { session }, [team]);
  const { catalogue } = context.live.current();
  const told = [...(pack?.exceptions ?? []), ...(pack?.trends ?? [])].find(
    ({ measure }) => catalogue.measures.get(measure)?.polarity !== "neutral",
  );
  const due = addDays(heldOn, 28);
  const { action } = await recordFor(context, manager, {
    session: session.id,
    written: {
      ...{ team, due, owner: manager.person, ownerName: "" },
      question: told === undefined ? "What do you worry about most?" : `${told.title}: what is behind this figure?`,
      answer: "Two workers left in a month, and their cases were shared out late.",
      action: "Look at every late case in supervision and agree a day for each",
      linked: told === undefined ? "" : `${told.measure} ${told.window}`,
    },
  });
  const files = await recordFor(context, manager, {
    session: session.id,
    written: {
      ...{ team, due, owner: owner.person, ownerName: "", linked: "" },
      question: "How do you know that records are made on the day?",
      answer: "We look at ten files each week.",
      action: "Bring what the ten files show to the next session",
    },
  });
  const said: readonly (readonly [typeof action, Who, string])[] = [
    [action, manager, "Six of nine cases have a day."],
    [files.action, owner, "Seven of the ten files are read."],
  ];
  for (const [agreed, who, text] of said)
    if (agreed !== null) await reportProgress(context.store, byOf(context, who), { id: agreed.id, text });
}

/** A persona of the trial as somebody who does things; `null` where the data have nobody of the kind. */
export async function personaWho(
  context: Pick<ChallengeContext, "live" | "store" | "clock">,
  id: string,
): Promise<Who | null> {
  const found = (await listPersonas(context.live)).find((one) => one.id === id);
  if (found === undefined) return null;
  const by = { actor: "demonstration", at: context.clock().toISOString() };
  const person = await personOfPersona({ live: context.live, store: context.store }, by, id);
  const grant: Grant = { role: found.role, scope: found.scope, from: "2000-01-01", to: null };
  return { person: person.id, actor: person.email, grants: [grant] };
}

/** Answers kept as long as the demonstration is being made. */
export function answersOfDemo(live: LiveWorkspace): ChallengeContext["keep"] {
  const kept = new Map<string, Promise<unknown>>();
  return <T>(key: string, answer: (workspace: Workspace) => Promise<T>): Promise<T> => {
    const known = (kept.get(key) as Promise<T> | undefined) ?? answer(live.current());
    kept.set(key, known);
    return known;
  };
}
