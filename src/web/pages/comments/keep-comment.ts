/** What a written comment's form does: check the words, keep them as a draft, or keep them and hand them in. */
import type { FastifyReply } from "fastify";
import { AppError } from "../../../domain/errors.ts";
import type { CheckedComment } from "../../../domain/scored-card.ts";
import {
  answerCommentFlag,
  openFlags,
  readCheckedComment,
  rewriteComment,
  submitComment,
  writeComment,
} from "../../../services/commentary.ts";
import { byViewer } from "../../desk.ts";
import { logRefusal } from "../sign-off/for-all.ts";
import { openFlagErrors, type Typed } from "./comment-model.ts";
import { commentsHref, mayEdit } from "./commentary-of.ts";
import { type Exchange, sendComment } from "./exchange.tsx";
import type { WrittenForm } from "./read-form.ts";

/** Characters of a comment, as the checker takes them. */
const LONGEST = 10_000;

/** Answers the form of a new comment (`id` is `null`) or of one there is. */
export async function keepComment(exchange: Exchange, form: WrittenForm, id: string | null): Promise<FastifyReply> {
  const { desk, viewer, commentary } = exchange.parts;
  const before = id === null ? null : await readCheckedComment(commentary, desk.store, id);
  if (before !== null && !(await mayEdit(desk, viewer, before))) throw await notYours(exchange);
  const what = before === null ? { on: form.on } : { comment: before };
  const typed: Typed = { body: form.body, reasons: form.reasons, isEditing: true };
  const fault = bodyFault(form.body);
  if (fault !== null)
    return sendComment(exchange, what, { ...typed, status: 422, errors: [{ text: fault, href: "#body" }] });
  if (form.step === "check") return sendComment(exchange, what, { ...typed, isChecked: true });
  if (before !== null && form.version !== before.version) return changedMeanwhile(exchange, before, typed);
  try {
    return await kept(exchange, form, before);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "CHANGED_MEANWHILE" || before === null) throw error;
    return changedMeanwhile(exchange, await readCheckedComment(commentary, desk.store, before.id), typed);
  }
}

async function kept(exchange: Exchange, form: WrittenForm, before: CheckedComment | null): Promise<FastifyReply> {
  const { desk, viewer, commentary } = exchange.parts;
  const { store } = desk;
  const by = byViewer(desk, viewer);
  const comment = await answered(exchange, form, await written(exchange, form, before));
  const address = `${commentsHref({ scorecard: commentary.scorecard, period: commentary.period.id })}/${comment.id}`;
  if (form.step === "save") return exchange.reply.redirect(`${address}?done=saved`, 303);
  if (openFlags(comment).length > 0)
    return sendComment(exchange, { comment }, { status: 422, isEditing: true, errors: openFlagErrors(comment) });
  await submitComment(commentary, store, by, comment);
  return exchange.reply.redirect(`${address}?done=submitted`, 303);
}

/** Keeps the words; unchanged words of a draft make no new version. */
async function written(
  { parts: { desk, viewer, commentary } }: Exchange,
  { on, body, version }: WrittenForm,
  before: CheckedComment | null,
): Promise<CheckedComment> {
  const by = byViewer(desk, viewer);
  if (before === null) return writeComment(commentary, desk.store, by, { on, body });
  const isSame = body.trim() === before.body && (before.state === "draft" || before.state === "returned");
  if (isSame && before.author === viewer.actor) return before;
  return rewriteComment(commentary, desk.store, by, { id: before.id, body, version: version ?? 0 });
}

/** Keeps the reasons given beside flags the words still have. */
async function answered(
  { parts: { desk, viewer, commentary } }: Exchange,
  { reasons }: WrittenForm,
  comment: CheckedComment,
): Promise<CheckedComment> {
  const by = byViewer(desk, viewer);
  let now = comment;
  for (const { id: flag } of openFlags(comment)) {
    const reason = reasons.get(flag);
    if (reason !== undefined)
      now = await answerCommentFlag(commentary, desk.store, by, { id: comment.id, flag, reason });
  }
  return now;
}

function changedMeanwhile(exchange: Exchange, now: CheckedComment, typed: Typed): Promise<FastifyReply> {
  const errors = [{ text: "Somebody changed this comment since you opened it; both texts are below", href: "#theirs" }];
  return sendComment(exchange, { comment: now }, { ...typed, status: 409, isChecked: true, theirs: now, errors });
}

function bodyFault(body: string): string | null {
  if (body.trim() === "") return "Write your comment";
  return body.length > LONGEST ? `Your comment must be ${LONGEST.toLocaleString("en-GB")} characters or fewer` : null;
}

/** Whoever may not change a comment may still read it. */
export async function notYours({ request, parts: { desk } }: Exchange): Promise<AppError> {
  await logRefusal(desk, request, "somebody else’s comment, not asked for");
  return new AppError(
    "NOT_ALLOWED",
    "This comment is somebody else’s, and you were not asked for it.",
    "Write one of your own, or ask its author.",
  );
}
