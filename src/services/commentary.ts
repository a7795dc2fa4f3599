/** Comments from the first draft to approval: every step checks the words against the data, and no flag is passed over in silence. */
import { checkComment } from "../domain/commentary/check-comment.ts";
import { mustBeAnswered } from "../domain/commentary/flag.ts";
import { commentsOwed, type OwedComment } from "../domain/commentary/owed.ts";
import { parseSubject } from "../domain/commentary/parse-subject.ts";
import type { AnsweredFlag, Comment, CommentFlag } from "../domain/commentary.ts";
import { AppError } from "../domain/errors.ts";
import type { CheckedComment } from "../domain/scored-card.ts";
import { addComment, editComment, listComments, moveComment, readComment } from "../store/comment.ts";
import { askForComment, listCommentsDue } from "../store/comment-due.ts";
import { answerFlag, listAnswers, type StoredAnswer } from "../store/flag-answer.ts";
import type { By, Store } from "../store/open-store.ts";
import type { Commentary } from "./open-commentary.ts";

/** Characters of a comment: four printed pages. Checking takes longer than its length grows. */
const LONGEST = 10_000;

/** Words not yet kept anywhere, checked. @throws AppError COMMENT_SUBJECT_UNKNOWN */
export function checkWords(
  commentary: Commentary,
  { on, body }: { readonly on: string; readonly body: string },
): readonly CommentFlag[] {
  worded(body, "comment");
  // Flags point into the words as given, blanks at the ends included.
  return checkComment(body, commentary.factsFor(parseSubject(on, commentary.choices)));
}

/** Keeps a draft; flags come with it but stop nothing yet. @throws AppError COMMENT_SUBJECT_UNKNOWN */
export async function writeComment(
  commentary: Commentary,
  store: Store,
  by: By,
  { on, body, due = null }: { readonly on: string; readonly body: string; readonly due?: string | null },
): Promise<CheckedComment> {
  const subject = parseSubject(on, commentary.choices);
  const comment = await addComment(store, by, { ...placeOf(commentary), subject, body: worded(body, "comment"), due });
  return checked(commentary, store, comment);
}

/** Writes a comment anew: a new version, a draft again. Answers to flags on words that still stand stay. */
export async function rewriteComment(
  commentary: Commentary,
  store: Store,
  by: By,
  { id, body, version }: { readonly id: string; readonly body: string; readonly version?: number | undefined },
): Promise<CheckedComment> {
  const before = await commentOf(commentary, store, id);
  const comment = await editComment(store, by, {
    id,
    version: version ?? before.version,
    body: worded(body, "comment"),
  });
  return checked(commentary, store, comment);
}

/** Answers one flag of a comment with a reason. `flag` is its id, or its number in the list, from 1. */
export async function answerCommentFlag(
  commentary: Commentary,
  store: Store,
  by: By,
  { id, flag, reason }: { readonly id: string; readonly flag: string; readonly reason: string },
): Promise<CheckedComment> {
  const comment = await commentOf(commentary, store, id);
  const flags = flagsOn(commentary, comment);
  const found = flags.find((one) => one.id === flag) ?? (/^\d+$/.test(flag) ? flags[Number(flag) - 1] : undefined);
  if (found === undefined)
    throw new AppError(
      "TYPED_UNKNOWN",
      `Comment ${id} has no flag "${flag}".`,
      flags.length === 0 ? "It has no flags at all." : `It has ${flags.length}: give a number from 1, or an id.`,
    );
  await answerFlag(store, by, { comment: id, flag: found, reason: worded(reason, "reason") });
  return checked(commentary, store, comment);
}

/** A comment as its reader last saw it; without a version, as it stands. */
export type CommentSeen = string | { readonly id: string; readonly version: number };

/** Hands a comment in for approval. @throws AppError COMMENT_FLAGS_OPEN, CHANGED_MEANWHILE */
export async function submitComment(
  commentary: Commentary,
  store: Store,
  by: By,
  seen: CommentSeen,
): Promise<CheckedComment> {
  const { id, version } = await withNothingOpen(commentary, store, seen, "submitted");
  return checked(commentary, store, await moveComment(store, by, { id, version, to: "submitted" }));
}

/** Sends a comment back to its author with a reason. */
export async function returnComment(
  commentary: Commentary,
  store: Store,
  by: By,
  { id, reason, ...seen }: { readonly id: string; readonly reason: string; readonly version?: number },
): Promise<CheckedComment> {
  const { version } = { ...(await commentOf(commentary, store, id)), ...seen };
  const words = worded(reason, "reason");
  return checked(commentary, store, await moveComment(store, by, { id, version, to: "returned", reason: words }));
}

/**
 * Approves a comment. The data may have moved since it was submitted, so it is checked again.
 *
 * @throws AppError COMMENT_OWN_APPROVAL, COMMENT_FLAGS_OPEN, CHANGED_MEANWHILE
 */
export async function approveComment(
  commentary: Commentary,
  store: Store,
  by: By,
  seen: CommentSeen,
): Promise<CheckedComment> {
  const { id, version, author } = await withNothingOpen(commentary, store, seen, "approved");
  if (author === by.actor)
    throw new AppError(
      "COMMENT_OWN_APPROVAL",
      `Comment ${id} was written by ${author}, who cannot approve it.`,
      "Ask somebody else who may approve.",
    );
  return checked(commentary, store, await moveComment(store, by, { id, version, to: "approved" }));
}

/** One comment of the card's period with its flags and their answers, withdrawn or not. @throws AppError TYPED_UNKNOWN */
export async function readCheckedComment(commentary: Commentary, store: Store, id: string): Promise<CheckedComment> {
  return checked(commentary, store, await commentOf(commentary, store, id));
}

/** Every comment of the card's period with its flags and their answers. */
export async function listCommentary(commentary: Commentary, store: Store): Promise<readonly CheckedComment[]> {
  const [comments, answers] = await Promise.all([
    listComments(store, placeOf(commentary)),
    listAnswers(store, placeOf(commentary)),
  ]);
  return comments.map((comment) => withFlags(commentary, comment, answers));
}

/** Asks somebody for a comment on some references by a day. */
export async function requestComment(
  commentary: Commentary,
  store: Store,
  by: By,
  { on, owner, due }: { readonly on: string; readonly owner: string; readonly due: string },
): Promise<OwedComment> {
  const { subject } = commentary.factsFor(parseSubject(on, commentary.choices));
  const references = subject.length === 0 ? commentary.choices.references : subject;
  const wanted = await askForComment(store, by, {
    ...placeOf(commentary),
    references,
    owner: worded(owner, "owner"),
    due,
  });
  const [owed] = commentsOwed([wanted], await listComments(store, placeOf(commentary)), { today: by.at.slice(0, 10) });
  return owed ?? { ...wanted, state: "due", missing: references, daysLate: 0 };
}

/** Who owes what by when, overdue first. */
export async function listOwed(
  store: Store,
  place: { readonly scorecard: string; readonly period: string },
  today: string,
): Promise<readonly OwedComment[]> {
  const [wanted, comments] = await Promise.all([listCommentsDue(store, place), listComments(store, place)]);
  return commentsOwed(wanted, comments, { today });
}

/** Flags that must be mended or answered before the comment moves on. */
export function openFlags({ flags }: Pick<CheckedComment, "flags">): readonly AnsweredFlag[] {
  return flags.filter((flag) => mustBeAnswered(flag) && flag.answer === null);
}

async function withNothingOpen(
  commentary: Commentary,
  store: Store,
  seen: CommentSeen,
  step: string,
): Promise<CheckedComment> {
  const { id, ...version } = typeof seen === "string" ? { id: seen } : seen;
  const comment = await checked(commentary, store, await commentOf(commentary, store, id));
  const open = openFlags(comment);
  // The version its reader saw goes with it: words nobody has read are neither submitted nor approved.
  if (open.length === 0) return { ...comment, ...version };
  throw new AppError(
    "COMMENT_FLAGS_OPEN",
    `Comment ${id} cannot be ${step}: ${open.map(({ quote, message }) => `"${quote}": ${message}`).join(" ")}`,
    'Mend the words, or answer each flag with a reason: waymark comment answer ID --flag NUMBER --reason "…".',
  );
}

/** A comment of this card's period and no other: its words are checked against this card's figures. */
async function commentOf(commentary: Commentary, store: Store, id: string): Promise<Comment> {
  const comment = await readComment(store, id);
  const { scorecard, period } = placeOf(commentary);
  if (comment.scorecard === scorecard && comment.period === period) return comment;
  throw new AppError(
    "TYPED_UNKNOWN",
    `Comment ${id} is on ${comment.scorecard} for ${comment.period}, not on ${scorecard} for ${period}.`,
    "Name the scorecard and period it is on.",
  );
}

async function checked(commentary: Commentary, store: Store, comment: Comment): Promise<CheckedComment> {
  return withFlags(commentary, comment, await listAnswers(store, placeOf(commentary)));
}

/** An answer belongs to one comment; the same words in another comment need their own. The latest counts. */
function withFlags(commentary: Commentary, comment: Comment, answers: readonly StoredAnswer[]): CheckedComment {
  const own = answers.filter((answer) => answer.comment === comment.id);
  const flags = flagsOn(commentary, comment).map((flag): AnsweredFlag => {
    const answer = own.findLast((one) => one.flag === flag.id);
    return {
      ...flag,
      answer: answer === undefined ? null : { reason: answer.reason, author: answer.author, at: answer.at },
    };
  });
  return { ...comment, flags };
}

function flagsOn(commentary: Commentary, { body, subject }: Pick<Comment, "body" | "subject">): readonly CommentFlag[] {
  return checkComment(body, commentary.factsFor(subject));
}

function placeOf({ scorecard, period }: Commentary): { readonly scorecard: string; readonly period: string } {
  return { scorecard, period: period.id };
}

function worded(text: string, what: string): string {
  if (text.length > LONGEST)
    throw new AppError("USAGE", `The ${what} has ${text.length} characters.`, `Keep it to ${LONGEST}.`);
  if (text.trim() !== "") return text.trim();
  throw new AppError("USAGE", `The ${what} is empty.`, "Give it in words.");
}
