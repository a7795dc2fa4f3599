/** Drafts of reports as their writers work with them: begun, answered, written in, undone, taken away; every verb within the person's scope. */
import { permits } from "../../domain/access/policy.ts";
import { AppError } from "../../domain/errors.ts";
import type { Passage, PassageKind } from "../../domain/report/draft.ts";
import { listEditions } from "../../store/edition.ts";
import {
  listReportDrafts,
  openReportDraft,
  readReportDraft,
  type StoredDraft,
  saveReportAnswers,
  withdrawReportDraft,
} from "../../store/report-draft.ts";
import {
  listPassages,
  type PassagePlace,
  passageHistory,
  type StoredPassage,
  savePassage,
  undoPassage,
  withdrawPassage,
} from "../../store/report-passage.ts";
import { byOf, mayWithTeam } from "../challenge/context.ts";
import { cardsHolding } from "../measure/typed-on-measure.ts";
import { listPeople } from "../people/people.ts";
import type { Answers } from "./answers.ts";
import { makeFor } from "./made-for.ts";
import type { MadeReport } from "./make-report.ts";
import {
  assertMayMake,
  assertMayWrite,
  isChallenge,
  type Maker,
  mayWrite,
  type ReportChoice,
  type ReportDesk,
  refuseReport,
} from "./report-desk.ts";

export type ReportDraft = Omit<StoredDraft, "question"> & { readonly question: ReportChoice };

/** A draft with the report as it stands now. */
export type OpenDraft = {
  readonly draft: ReportDraft;
  readonly made: MadeReport;
  readonly passages: readonly StoredPassage[];
  readonly isWriter: boolean;
};

/** Begins a draft: what it is of is settled now, so that it stays about the same period. */
export async function beginDraft(
  desk: ReportDesk,
  who: Maker,
  { choice, answers }: { readonly choice: ReportChoice; readonly answers: Answers },
): Promise<ReportDraft> {
  await assertMayWrite(desk, who, choice);
  const { report } = await makeFor(desk, who, { choice, answers });
  const { scorecard } = await placeOf(desk, choice);
  const question: ReportChoice = {
    ...choice,
    audience: report.audience,
    ...(scorecard === null ? {} : { scorecard, period: report.period.id }),
  };
  const { template, audience, title, period } = report;
  return draftOf(
    await openReportDraft(desk.store, byOf(desk, who), {
      ...{ template, audience, title, answers, question, scorecard },
      period: period.id,
    }),
  );
}

/** One draft, withdrawn or not, as far as the person may see it. @throws AppError REPORT_UNKNOWN, NOT_ALLOWED */
export async function draftFor(desk: ReportDesk, who: Maker, id: number): Promise<ReportDraft> {
  const draft = draftOf(await readReportDraft(desk.store, id));
  if (!permits(who.grants, "see-figures")) await refuseReport(desk, who, `report ${id}`);
  await assertMayMake(desk, who, draft.question);
  return draft;
}

/** A draft with its report made anew. @throws AppError REPORT_UNKNOWN, NOT_ALLOWED */
export async function openDraftFor(desk: ReportDesk, who: Maker, id: number): Promise<OpenDraft> {
  const draft = await draftFor(desk, who, id);
  const passages = await listPassages(desk.store, id);
  const names = new Map((await listPeople(desk.store)).map(({ email, name }) => [email, name]));
  const made = await makeFor(desk, who, {
    choice: draft.question,
    answers: draft.answers,
    passages: passages.map((passage) => asPassage(passage, names)),
    author: names.get(draft.author) ?? draft.author,
  });
  return { draft, made, passages, isWriter: !draft.isWithdrawn && (await mayWrite(desk, who, draft.question)) };
}

/** Drafts the person may see, the latest changed first. */
export async function draftsFor(desk: ReportDesk, who: Maker): Promise<readonly ReportDraft[]> {
  if (!permits(who.grants, "see-figures")) return [];
  const drafts = (await listReportDrafts(desk.store)).map(draftOf);
  const seen = await Promise.all(drafts.map(({ question }) => maySee(desk, who, question)));
  return drafts.filter((_, index) => seen[index] === true);
}

/** What was answered in the latest other draft of the same template; `null` where there is none. */
export async function answersLastTime(
  desk: ReportDesk,
  who: Maker,
  { template, except }: { readonly template: string; readonly except?: number },
): Promise<Pick<ReportDraft, "title" | "answers"> | null> {
  const drafts = await draftsFor(desk, who);
  const said = drafts.find((draft) => draft.template === template && draft.id !== except && hasAnswers(draft));
  return said === undefined ? null : { title: said.title, answers: said.answers };
}

/** Keeps answers. @throws AppError CHANGED_MEANWHILE */
export async function answerFor(
  desk: ReportDesk,
  who: Maker,
  wanted: { readonly id: number; readonly version: number; readonly answers: Answers },
): Promise<void> {
  await writableFor(desk, who, wanted.id);
  await saveReportAnswers(desk.store, byOf(desk, who), wanted);
}

export type Writing = {
  readonly id: number;
  readonly block: string;
  readonly kind: PassageKind;
  /** The passage that stood there when the form was opened; 0 for none. */
  readonly seen: number;
};

/** Writes words at a place of a draft, over what is generated there now. @throws AppError CHANGED_MEANWHILE, REPORT_UNKNOWN */
export async function writeFor(
  desk: ReportDesk,
  who: Maker,
  { id, body, ...place }: Writing & { readonly body: string },
): Promise<void> {
  await writableFor(desk, who, id);
  const { made } = await openDraftFor(desk, who, id);
  const at = made.places.get(place.block);
  if (at === undefined)
    throw new AppError("REPORT_UNKNOWN", "The report no longer has that place.", "Open the report and choose another.");
  const { generated, basedOn } = at;
  await savePassage(desk.store, byOf(desk, who), { ...place, draft: id, body, generated, basedOn });
}

/** Goes back to what is generated at a place. */
export async function takeOutFor(desk: ReportDesk, who: Maker, { id, ...place }: Writing): Promise<void> {
  await writableFor(desk, who, id);
  await withdrawPassage(desk.store, byOf(desk, who), { ...place, draft: id });
}

/** Undoes the last thing done at a place. */
export async function undoFor(desk: ReportDesk, who: Maker, { id, ...place }: Writing): Promise<void> {
  await writableFor(desk, who, id);
  await undoPassage(desk.store, byOf(desk, who), { ...place, draft: id });
}

/** Takes a draft away or puts it back. */
export async function withdrawFor(
  desk: ReportDesk,
  who: Maker,
  { id, isBack }: { readonly id: number; readonly isBack: boolean },
): Promise<void> {
  await writableFor(desk, who, id);
  await withdrawReportDraft(desk.store, byOf(desk, who), { id, isBack });
}

/** What the command line needs of a draft: its question, answers and words. @throws AppError REPORT_UNKNOWN */
export async function draftForHolder({ store }: Pick<ReportDesk, "store">, id: number) {
  const draft = draftOf(await readReportDraft(store, id));
  const names = new Map((await listPeople(store)).map(({ email, name }) => [email, name]));
  const passages = (await listPassages(store, id)).map((passage) => asPassage(passage, names));
  return { draft, passages, author: names.get(draft.author) ?? draft.author };
}

async function writableFor(desk: ReportDesk, who: Maker, id: number): Promise<ReportDraft> {
  const draft = await draftFor(desk, who, id);
  await assertMayWrite(desk, who, draft.question);
  return draft;
}

async function maySee(desk: ReportDesk, who: Maker, question: ReportChoice): Promise<boolean> {
  if (!isChallenge(desk, question)) return true;
  const teams = question.teams ?? [];
  const seen = await Promise.all(teams.map((team) => mayWithTeam(desk, who, { permission: "see-teams", team })));
  return seen.every(Boolean);
}

/** The scorecard a report is of; `null` for packs. */
async function placeOf(
  { live, store }: ReportDesk,
  { scorecard, measure, edition }: ReportChoice,
): Promise<{ readonly scorecard: string | null }> {
  if (edition !== undefined)
    return { scorecard: (await listEditions(store)).find(({ id }) => id === edition)?.scorecard ?? null };
  if (scorecard !== undefined) return { scorecard };
  const [holding] = measure === undefined ? [] : cardsHolding(live.current().catalogue, measure);
  return { scorecard: holding?.id ?? null };
}

function asPassage({ author, at, ...passage }: StoredPassage, names: ReadonlyMap<string, string>): Passage {
  const { block, kind, body, generated, basedOn } = passage;
  return { block, kind, body, generated, basedOn, person: names.get(author) ?? author, on: at.slice(0, 10) };
}

function hasAnswers({ answers }: Pick<ReportDraft, "answers">): boolean {
  return Object.values(answers).some((answer) => answer.trim() !== "");
}

function draftOf({ question, ...draft }: StoredDraft): ReportDraft {
  return { ...draft, question: question as ReportChoice };
}

/** Everything that was ever written at a place of a draft, the latest first; for whoever was let into the draft. */
export function historyFor(
  { store }: Pick<ReportDesk, "store">,
  place: PassagePlace,
): Promise<readonly StoredPassage[]> {
  return passageHistory(store, place);
}
