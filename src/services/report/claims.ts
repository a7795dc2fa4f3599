/** What people wrote into a public report, checked against the data as comments are: claims, details of persons, numbers the public may not see. */
import { checkComment } from "../../domain/commentary/check-comment.ts";
import type { CommentFacts } from "../../domain/commentary/facts.ts";
import { factsOf } from "../../domain/commentary/facts-of.ts";
import type { AnsweredFlag } from "../../domain/commentary.ts";
import { AppError } from "../../domain/errors.ts";
import { indicatorsOf, type ScoredCard } from "../../domain/scored-card.ts";
import { latestEdition } from "../../store/edition.ts";
import { logHead } from "../../store/logs.ts";
import { answerReportFlag, listReportFlagAnswers } from "../../store/report-flag-answer.ts";
import { byOf } from "../challenge/context.ts";
import { readFrozenEdition } from "../edition-workspace.ts";
import { DEFAULT_SETTINGS } from "../judgement-inputs.ts";
import { openCommentary } from "../open-commentary.ts";
import type { Workspace } from "../workspace.ts";
import { draftFor, type OpenDraft, type ReportDraft } from "./drafts.ts";
import { assertMayWrite, type Maker, type ReportDesk, templateOf } from "./report-desk.ts";

/** Words at one place with what was found in them. */
export type CheckedWriting = {
  /** "replace red-1-10", "add summary-text", "ask legal". */
  readonly place: string;
  /** The block of the report, or the ask, it is to be mended at. */
  readonly at: { readonly kind: "passage" | "ask"; readonly id: string };
  readonly body: string;
  readonly flags: readonly AnsweredFlag[];
};

/** Flags that keep a public report from being released until the words are changed or a reason is given. */
export function isBlocking({ kind, answer }: AnsweredFlag): boolean {
  return (kind === "person" || kind === "suppressed") && answer === null;
}

/** Everything written in a public report with what was found in it; nothing for internal ones. */
export async function checkWriting(
  desk: ReportDesk,
  open: Pick<OpenDraft, "draft" | "passages">,
): Promise<readonly CheckedWriting[]> {
  const { draft } = open;
  const written = writtenIn(desk, open);
  if (draft.audience !== "published" || draft.scorecard === null || written.length === 0) return [];
  const facts = await factsFor(desk, draft, draft.scorecard);
  const answers = await listReportFlagAnswers(desk.store, draft.id);
  return written.map((one) => ({
    ...one,
    flags: checkComment(one.body, facts).map((flag): AnsweredFlag => {
      const answer = answers.findLast(({ place, flag: id }) => place === one.place && id === flag.id);
      return {
        ...flag,
        answer: answer === undefined ? null : { reason: answer.reason, author: answer.author, at: answer.at },
      };
    }),
  }));
}

/** Gives a reason why flagged words may stand. @throws AppError USAGE, TYPED_UNKNOWN, NOT_ALLOWED */
export async function answerWriting(
  desk: ReportDesk,
  who: Maker,
  {
    open,
    place,
    flag,
    reason,
  }: { readonly open: OpenDraft; readonly place: string; readonly flag: string; readonly reason: string },
): Promise<void> {
  const draft = await draftFor(desk, who, open.draft.id);
  await assertMayWrite(desk, who, draft.question);
  const found = (await checkWriting(desk, open))
    .find((one) => one.place === place)
    ?.flags.find(({ id }) => id === flag);
  if (found === undefined)
    throw new AppError("TYPED_UNKNOWN", "The words that were flagged have changed.", "Open the report again.");
  await answerReportFlag(desk.store, byOf(desk, who), { draft: draft.id, place, flag: found, reason: reason.trim() });
}

function writtenIn(
  desk: ReportDesk,
  { draft, passages }: Pick<OpenDraft, "draft" | "passages">,
): readonly Omit<CheckedWriting, "flags">[] {
  const { asks } = templateOf(desk, draft);
  return [
    ...asks.flatMap(({ id, kind }): readonly Omit<CheckedWriting, "flags">[] => {
      const body = (draft.answers[id] ?? "").trim();
      // Days and lines are names, titles and places of meetings, which stand there on purpose.
      return kind === "text" && body !== "" ? [{ place: `ask ${id}`, at: { kind: "ask", id }, body }] : [];
    }),
    ...passages.map(({ kind, block, body }) => ({
      place: `${kind} ${block}`,
      at: { kind: "passage", id: block } as const,
      body,
    })),
  ];
}

/** True figures and which of them the public may not see: of the edition the report is of, else as they stand now. */
async function factsFor(desk: ReportDesk, draft: ReportDraft, scorecard: string): Promise<CommentFacts> {
  const { sequence } = await logHead(desk.store);
  const place = { scorecard, period: draft.period };
  const edition = draft.question.edition ?? (await latestEdition(desk.store, place))?.id;
  return desk.keep(`report facts ${sequence} ${edition ?? JSON.stringify(place)}`, (workspace) =>
    edition === undefined ? factsNow(desk, workspace, place) : factsOfEdition(desk, edition),
  );
}

async function factsNow(
  { store }: ReportDesk,
  workspace: Workspace,
  place: { readonly scorecard: string; readonly period: string },
): Promise<CommentFacts> {
  const { factsFor: of } = await openCommentary(workspace, store, place);
  return of({ kind: "scorecard" });
}

async function factsOfEdition({ store }: ReportDesk, id: string): Promise<CommentFacts> {
  const { internal, document, inputs } = await readFrozenEdition(store, id);
  const hidden = hiddenIn(document.card);
  return factsOf(indicatorsOf(internal), {
    period: internal.period,
    subject: { kind: "scorecard" },
    disclosureThreshold: inputs.settings.disclosureThreshold ?? DEFAULT_SETTINGS.disclosureThreshold,
    isHidden: (reference, { window, period }) => hidden.has(`${reference} ${window} ${period}`),
  });
}

function hiddenIn(published: ScoredCard): ReadonlySet<string> {
  return new Set(
    indicatorsOf(published).flatMap(({ reference, history }) =>
      history
        .filter(({ status }) => status === "suppressed")
        .map(({ window, period }) => `${reference} ${window} ${period}`),
    ),
  );
}
