/** Everything the page of one comment prints, whether it is being written, checked, read or approved. */
import { parseSubject, shownSubject } from "../../../domain/commentary/parse-subject.ts";
import type { Comment, CommentSubject } from "../../../domain/commentary.ts";
import type { CheckedComment } from "../../../domain/scored-card.ts";
import { type PromiseWithJudgement, promisesBeside } from "../../../services/challenge/judged-promises.ts";
import { checkWords, openFlags } from "../../../services/commentary.ts";
import { chooseComments, withdrawnAt } from "../../../services/comments/typed-comments.ts";
import type { OpenCommentary } from "../../../services/open-commentary.ts";
import { listPeople } from "../../../services/people/people.ts";
import type { Desk } from "../../desk.ts";
import { may, type Viewer } from "../../viewer.ts";
import { mayApprove, mayEdit } from "./commentary-of.ts";
import { type FactsBeside, factsBeside } from "./facts-beside.ts";
import { type FlagView, type MarkedRun, markedWords, presentFlags } from "./marked-words.ts";

export type PageError = { readonly text: string; readonly href: string };

/** What somebody typed and has not kept, or was told when it could not be kept. */
export type Typed = {
  readonly body?: string | undefined;
  /** Reasons by flag id. */
  readonly reasons?: ReadonlyMap<string, string>;
  readonly isChecked?: boolean;
  readonly errors?: readonly PageError[];
  /** What another person kept meanwhile. */
  readonly theirs?: Comment | null;
  readonly isEditing?: boolean;
  readonly done?: string | null;
  /** What was written earlier and not sent, with the version it was written on. */
  readonly draft?: { readonly at: string; readonly version: string } | null;
};

export type CommentModel = {
  readonly scorecard: string;
  readonly period: string;
  readonly cardTitle: string;
  readonly periodLabel: string;
  /** As the form sends it back. */
  readonly on: string;
  readonly subjectWords: string;
  readonly comment: CheckedComment | null;
  readonly author: string;
  readonly isWithdrawn: boolean;
  readonly body: string;
  /** The version the words were written on; empty for a new comment. */
  readonly version: string;
  /** When the words in the box were written, where they were not sent then; `null` otherwise. */
  readonly draftAt: string | null;
  readonly isEditing: boolean;
  readonly runs: readonly MarkedRun[] | null;
  readonly flags: readonly FlagView[];
  readonly reasons: ReadonlyMap<string, string>;
  readonly errors: readonly PageError[];
  readonly theirs: { readonly body: string; readonly version: number; readonly author: string } | null;
  readonly facts: readonly FactsBeside[];
  readonly before: { readonly body: string; readonly period: string; readonly author: string } | null;
  /** What was promised of the subject, and whether it was kept. */
  readonly promises: readonly PromiseWithJudgement[];
  readonly others: readonly { readonly id: string; readonly author: string; readonly state: string }[];
  readonly may: { readonly edit: boolean; readonly approve: boolean; readonly restore: boolean };
  readonly isOwn: boolean;
  readonly done: string | null;
};

export type ModelParts = {
  readonly desk: Desk;
  readonly viewer: Viewer;
  readonly commentary: OpenCommentary;
};

/** The page of a comment there is, or of a new one on a subject. @throws AppError COMMENT_SUBJECT_UNKNOWN */
export async function commentModel(
  { desk, viewer, commentary }: ModelParts,
  what: { readonly comment: CheckedComment } | { readonly on: string },
  typed: Typed = {},
): Promise<CommentModel> {
  const comment = "comment" in what ? what.comment : null;
  const subject = "comment" in what ? what.comment.subject : parseSubject(what.on, commentary.choices);
  const body = typed.body ?? comment?.body ?? "";
  const names = new Map((await listPeople(desk.store)).map(({ email, name }) => [email, name]));
  const nameOf = (actor: string): string => names.get(actor) ?? actor;
  const edit = comment === null || (await mayEdit(desk, viewer, comment));
  const isWithdrawn = comment !== null && (await withdrawnAt(desk.store, comment.id)) !== null;
  const isOwn = comment?.author === viewer.actor;
  const isWaiting = comment?.state === "draft" || comment?.state === "returned";
  const isEditing = edit && !isWithdrawn && (comment === null || typed.isEditing === true || (isOwn && isWaiting));
  const { theirs = null } = typed;
  return {
    scorecard: commentary.scorecard,
    period: commentary.period.id,
    cardTitle: commentary.card.title,
    periodLabel: commentary.period.label,
    on: writtenSubject(subject),
    subjectWords: subjectWords(commentary, subject),
    comment,
    author: comment === null ? viewer.name : nameOf(comment.author),
    isWithdrawn,
    body,
    version: typed.draft?.version ?? (comment === null ? "" : String(comment.version)),
    draftAt: typed.draft?.at ?? null,
    isEditing,
    ...checkedParts(commentary, { subject, body, comment, isChecked: typed.isChecked === true || !isEditing }),
    reasons: typed.reasons ?? new Map(),
    errors: typed.errors ?? [],
    theirs: theirs === null ? null : { body: theirs.body, version: theirs.version, author: nameOf(theirs.author) },
    facts: factsBeside(commentary.card, subject),
    promises: await promisesBeside(desk, { scorecard: commentary.scorecard, period: commentary.period.id, subject }),
    ...(await commentsBeside(desk, commentary, { subject, comment, nameOf })),
    may: {
      edit: edit && !isWithdrawn && may(viewer, "write-comments"),
      approve: !isWithdrawn && comment !== null && comment.state === "submitted" && !isOwn && mayApprove(viewer),
      restore: isWithdrawn && edit,
    },
    isOwn,
    done: typed.done ?? null,
  };
}

/** A subject as `parseSubject` reads it back. */
export function writtenSubject(subject: CommentSubject): string {
  if (subject.kind === "scorecard") return "";
  return subject.kind === "section" ? subject.section : subject.references.join(" & ");
}

/** "19a Assessments within 45 working days", "Early help and front door", "the whole scorecard". */
export function subjectWords({ card, choices }: OpenCommentary, subject: CommentSubject): string {
  if (subject.kind === "scorecard") return "the whole scorecard";
  if (subject.kind === "section") return subject.section;
  const [first, ...more] = subject.references;
  if (more.length > 0) return shownSubject(subject, choices.references);
  const placed = card.sections.flatMap(({ indicators }) => indicators).find(({ reference }) => reference === first);
  return `${first} ${placed?.title ?? ""}`;
}

/** Words kept as they are carry their answers; words changed since are checked anew. */
function checkedParts(
  commentary: OpenCommentary,
  {
    subject,
    body,
    comment,
    isChecked,
  }: { subject: CommentSubject; body: string; comment: CheckedComment | null; isChecked: boolean },
): Pick<CommentModel, "runs" | "flags"> {
  if (comment !== null && body === comment.body) {
    const flags = presentFlags(comment.flags);
    return { flags, runs: isChecked || flags.length > 0 ? markedWords(body, comment.flags) : null };
  }
  if (!isChecked || body.trim() === "") return { runs: null, flags: [] };
  const answers = new Map(comment?.flags.map(({ id, answer }) => [id, answer]));
  const flags = checkWords(commentary, { on: writtenSubject(subject), body }).map((flag) => ({
    ...flag,
    answer: answers.get(flag.id) ?? null,
  }));
  return { runs: markedWords(body, flags), flags: presentFlags(flags) };
}

/** The last approved comment on the same thing in an earlier period, and others on it in this one. */
async function commentsBeside(
  { store }: Pick<Desk, "store">,
  { scorecard, period }: OpenCommentary,
  { subject, comment, nameOf }: { subject: CommentSubject; comment: Comment | null; nameOf: (actor: string) => string },
): Promise<Pick<CommentModel, "before" | "others">> {
  const same = (await chooseComments(store, { scorecard })).filter((one) => touches(one.subject, subject));
  const before = same
    .filter((one) => one.state === "approved" && one.period < period.id)
    .toSorted((a, b) => (a.period < b.period ? 1 : -1))[0];
  return {
    before: before === undefined ? null : { body: before.body, period: before.period, author: nameOf(before.author) },
    others: same
      .filter((one) => one.period === period.id && one.id !== comment?.id)
      .map(({ id, author, state }) => ({ id, author: nameOf(author), state })),
  };
}

function touches(one: CommentSubject, other: CommentSubject): boolean {
  if (one.kind === "references" && other.kind === "references")
    return one.references.some((reference) => other.references.includes(reference));
  return writtenSubject(one) === writtenSubject(other);
}

/** The errors that keep a comment from being submitted, each a link to its flag. */
export function openFlagErrors(comment: CheckedComment): readonly PageError[] {
  const open = new Set(openFlags(comment).map(({ id }) => id));
  return comment.flags.flatMap(({ id, quote }, index) =>
    open.has(id) ? [{ text: `Mend or answer “${quote}”`, href: `#flag-${index + 1}` }] : [],
  );
}
