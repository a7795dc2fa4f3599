/** What people wrote into a public report, checked against the data as comments are: claims, details of persons, numbers the public may not see. */
import { checkComment } from "../../domain/commentary/check-comment.ts";
import type { CommentFacts } from "../../domain/commentary/facts.ts";
import type { AnsweredFlag } from "../../domain/commentary.ts";
import { AppError } from "../../domain/errors.ts";
import type { Passage } from "../../domain/report/draft.ts";
import type { Ask } from "../../domain/report/template.ts";
import { logHead } from "../../store/logs.ts";
import { answerReportFlag, listReportFlagAnswers } from "../../store/report-flag-answer.ts";
import { byOf } from "../challenge/context.ts";
import type { Answers } from "./answers.ts";
import { draftFor, type OpenDraft, type ReportDraft } from "./drafts.ts";
import { factsOfReport } from "./facts-of-report.ts";
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
  return wordsIn(templateOf(desk, draft).asks, { answers: draft.answers, passages });
}

/** Everything a person wrote that is to be checked. */
export function wordsIn(
  asks: readonly Ask[],
  {
    answers,
    passages,
  }: { readonly answers: Answers; readonly passages: readonly Pick<Passage, "block" | "kind" | "body">[] },
): readonly Omit<CheckedWriting, "flags">[] {
  return [
    ...asks.flatMap(({ id, kind }): readonly Omit<CheckedWriting, "flags">[] => {
      const body = (answers[id] ?? "").trim();
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

async function factsFor(desk: ReportDesk, draft: ReportDraft, scorecard: string): Promise<CommentFacts> {
  const { sequence } = await logHead(desk.store);
  const place = { scorecard, period: draft.period, edition: draft.question.edition };
  return desk.keep(`report facts ${sequence} ${JSON.stringify(place)}`, (workspace) =>
    factsOfReport({ workspace, store: desk.store }, place),
  );
}
