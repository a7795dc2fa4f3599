/** Puts work into the demonstration's pages: comments on their way, figures entered and owed, a promise, a shared list, a definition to approve, an error reported, reports begun and released. */
import type { EnteredValues } from "../domain/entered-figure.ts";
import { AppError } from "../domain/errors.ts";
import { parsePeriod } from "../domain/period.ts";
import { sqlText } from "../warehouse/database.ts";
import { figuresDue } from "./by-hand/due.ts";
import { giveFigures, saveEntered } from "./by-hand/entered.ts";
import { figuresKnown } from "./by-hand/figures-known.ts";
import { handMeasures } from "./by-hand/hand-measures.ts";
import { loadTypedFigures } from "./by-hand/typed-load.ts";
import { writeCaseNote } from "./cases/case-notes.ts";
import { keepListFor } from "./cases/saved-lists.ts";
import { actionsFor, settleFor } from "./challenge/actions.ts";
import { answersOfDemo, type ChallengeDemoRequest, personaWho } from "./challenge/challenge-demo.ts";
import { byOf, type ChallengeContext, type Who } from "./challenge/context.ts";
import { decidePromise, findPromises } from "./challenge/promises.ts";
import { approveComment, requestComment, submitComment, writeComment } from "./commentary.ts";
import { beginDraft, keepDraft, submitDraft } from "./definitions/drafts.ts";
import { followWorkspace } from "./live-workspace.ts";
import { openCommentary } from "./open-commentary.ts";
import type { By } from "./open-store.ts";
import { listPersonas } from "./people/trial-personas.ts";
import { draftedReport, releasedReport } from "./report/report-demo.ts";

/** The month the made-up data end with. */
const CARD = { scorecard: "vital-signs", period: "2026-03" };

type People = {
  readonly analyst: Who;
  readonly manager: Who;
  readonly owner: Who;
  readonly director: Who;
  /** The team manager's team. */
  readonly team: string;
};
type Furnishing = ChallengeContext & Pick<ChallengeDemoRequest, "data" | "catalogue">;

/** Made-up words of the trial's personas; whatever cannot be furnished is said, and stops nothing else. */
export async function furnishDemo({ data, catalogue, store, at, say }: ChallengeDemoRequest): Promise<void> {
  const live = followWorkspace({ data, catalogue });
  const context = { live, store, clock: () => at, keep: answersOfDemo(live), data, catalogue };
  say("Putting work into every page …");
  try {
    const people = await peopleOf(context);
    if (people === null) return;
    for (const furnish of [
      comments,
      confirmedPromise,
      settledAction,
      sharedList,
      reportedError,
      draftedDefinition,
      owedFigures,
      figures,
      draftedReport,
      releasedReport,
    ])
      await furnish(context, people).catch((fault: unknown) => {
        if (!(fault instanceof AppError)) throw fault;
        say(`  Left out: ${fault.message}`);
      });
  } finally {
    live.close();
  }
}

/** Everybody the trial offers is made known, so that they can be chosen as owners; `null` where there are no teams. */
async function peopleOf(context: Furnishing): Promise<People | null> {
  const known = new Map<string, Who | null>();
  for (const { id } of await listPersonas(context.live)) known.set(id, await personaWho(context, id));
  const [analyst, manager, owner, director] = ["analyst", "service-manager", "team-manager", "director"].map((id) =>
    known.get(id),
  );
  const scope = owner?.grants[0]?.scope;
  if (analyst == null || manager == null || owner == null || director == null || scope?.kind !== "team") return null;
  return { analyst, manager, owner, director, team: scope.name };
}

/** One of each state: asked for and late, asked for, a draft the checker doubts, handed in, approved. */
async function comments(context: Furnishing, { analyst, manager, owner, director }: People): Promise<void> {
  const { store } = context;
  const commentary = await openCommentary(context.live.current(), store, CARD);
  const as = (who: Who): By => byOf(context, who);
  await requestComment(commentary, store, as(analyst), { on: "8b", owner: manager.actor, due: "2026-04-08" });
  await requestComment(commentary, store, as(analyst), { on: "36", owner: owner.actor, due: "2026-04-17" });
  await writeComment(commentary, store, as(manager), {
    on: "8b",
    body: "Referrals with no further action fell to 2.5%, the lowest for six months.",
  });
  const submitted = await writeComment(commentary, store, as(manager), {
    on: "19a",
    body: "Assessments are closed late in two teams with many new workers. We expect an improvement by June 2026.",
  });
  await submitComment(commentary, store, as(manager), submitted.id);
  const approved = await writeComment(commentary, store, as(manager), {
    on: "40",
    body: "Surgeries cancelled visits. We expect dental checks to improve by the end of September 2026.",
  });
  await submitComment(commentary, store, as(manager), approved.id);
  await approveComment(commentary, store, as(director), approved.id);
}

/** The promise that falls due first is confirmed, so that there is one to judge; the others wait. */
async function confirmedPromise(context: Furnishing, { analyst }: People): Promise<void> {
  const all = await findPromises(context.store, context.live.current().catalogue);
  const [found] = all.toSorted((one, other) => one.claim.to.localeCompare(other.claim.to));
  if (found === undefined) return;
  const { comment, claim } = found;
  const reference = found.indicators[0]?.reference ?? "";
  await decidePromise(context, analyst, { comment: comment.id, start: claim.start, reference, state: "confirmed" });
}

/** Of the actions agreed last month, the one a measure is linked with is done; the other is late. */
async function settledAction(context: Furnishing, { manager }: People): Promise<void> {
  const done = (await actionsFor(context, manager)).find(
    ({ action }) => action.linked !== null && action.state === "open",
  );
  if (done === undefined) return;
  const { id, version } = done.action;
  await settleFor(context, manager, { id, version, to: "done", text: "Every late case has a day and a worker." });
}

async function sharedList({ live, ...context }: Furnishing, { owner, team }: People): Promise<void> {
  const keeper = { id: owner.person, teams: [team] };
  await keepListFor({ store: context.store, workspace: live.current() }, byOf(context, owner), keeper, {
    name: "Our plans, oldest first",
    about: "For Monday’s meeting: which plans have gone on longest.",
    team,
    question: { measure: "child-protection-plans-open", window: "in-month", part: "numerator", team, sort: "start" },
  });
}

async function reportedError({ live, ...context }: Furnishing, { owner, team }: People): Promise<void> {
  const { database } = await live.current().open();
  const [held] = await database.rows(
    `select person_id from allocation
     where team = ${sqlText(team)} and ("end" is null or "end" >= date '9999-01-01')
     order by start desc, person_id limit 1`,
  );
  if (held === undefined) return;
  await writeCaseNote(context.store, byOf(context, owner), {
    ...{ child: String(held.person_id), kind: "recording-error", team },
    body: "The last visit is recorded against the brother’s file. It was made on the day it was due.",
  });
}

/** Words only, so no figure changes: it needs a second person all the same. */
async function draftedDefinition(context: Furnishing, { analyst }: People): Promise<void> {
  const by = byOf(context, analyst);
  const { id, version, content } = await beginDraft(context, by, {
    kind: "measure",
    subject: "first-visits-within-5-working-days",
  });
  const change = {
    content: content.replace("A child must be seen to be known.", "A child must be seen, and soon, to be known."),
    reason: "Says why five days matter, as the board asked.",
    breaksFrom: "no",
  };
  const saved = await keepDraft(context, by, { id, version, change });
  await submitDraft(context, by, { id, version: saved.version, changesFigures: false });
}

const NOTHING: EnteredValues = { numerator: null, denominator: null, value: null, text: null, state: null, note: null };

/** Of the measures of staff, given to the service manager: the month last said, put right, and the month that has ended. */
const ENTERED: Readonly<Record<string, readonly [period: string, values: Partial<EnteredValues>][]>> = {
  "social-worker-vacancies": [
    ["2026-02", { numerator: 7, denominator: 45, note: "One post was left out at first." }],
    ["2026-03", { numerator: 5, denominator: 45, note: "Two people started in March." }],
  ],
};

/** What no file has told is given to the service manager as well, and is late. */
async function owedFigures(context: Furnishing, { analyst, manager }: People): Promise<void> {
  const { store, live } = context;
  const workspace = live.current();
  const [authority = ""] = (await workspace.open()).authorities;
  const known = await figuresKnown(store, workspace, authority);
  const today = context.clock().toISOString().slice(0, 10);
  const due = figuresDue(handMeasures(workspace.catalogue), { owners: [], known, today });
  const measures = due.slice(0, 2).map(({ measure }) => measure.id);
  if (measures.length > 0)
    await giveFigures(store, byOf(context, analyst), { measures, person: manager.person, dueDays: 7 });
}

async function figures(context: Furnishing, { analyst, manager }: People): Promise<void> {
  const { store, live, data } = context;
  const by = byOf(context, manager);
  const measures = Object.keys(ENTERED);
  await giveFigures(store, byOf(context, analyst), { measures, person: manager.person, dueDays: 10 });
  const wanted = Object.entries(ENTERED).flatMap(([measure, entered]) =>
    entered.map(([text, values]) => {
      const { id, start, end } = parsePeriod(text, "in-month");
      return { measure, period: id, start, end, values: { ...NOTHING, ...values }, openedAt: 0 };
    }),
  );
  await saveEntered(store, by, wanted);
  const [authority = ""] = (await live.current().open()).authorities;
  await loadTypedFigures(store, { data, authority, by });
}
