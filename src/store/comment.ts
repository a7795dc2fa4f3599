/** Comments: every version kept, each step noticed by who else has the comment open, deletion undone by restoring. */
import type { Comment, CommentState, CommentSubject } from "../domain/commentary.ts";
import { AppError } from "../domain/errors.ts";
import type { CommentRow } from "./schema.ts";
import type { By, Store, StoreTransaction } from "./store.ts";
import { nextId, unknown } from "./typed-row.ts";

export type CommentPlace = { readonly scorecard: string; readonly period: string };
export type CommentVersion = {
  readonly version: number;
  readonly body: string;
  readonly state: CommentState;
  /** Why it was returned, withdrawn and the like. */
  readonly reason: string | null;
  readonly person: string;
  readonly at: string;
};

/** Which state may follow which; an approved comment that is edited is a draft again. */
const STEPS: Readonly<Record<CommentState, readonly CommentState[]>> = {
  draft: ["submitted"],
  submitted: ["returned", "approved"],
  returned: ["submitted"],
  approved: ["returned"],
};

/** Writes a new comment as a draft. */
export async function addComment(
  store: Store,
  by: By,
  {
    scorecard,
    period,
    subject,
    body,
    due = null,
  }: CommentPlace & Pick<Comment, "subject" | "body"> & { readonly due?: string | null },
): Promise<Comment> {
  return store.change({ ...by, what: "write comment" }, async (transaction) => {
    const id = await nextId(transaction, "comment");
    const row: CommentRow = {
      id,
      scorecard,
      period,
      subject: JSON.stringify(subject),
      body,
      state: "draft",
      version: 1,
      author: by.actor,
      at: by.at,
      due,
      withdrawn_at: null,
    };
    await transaction.insertInto("comment").values(row).execute();
    await keepVersion(transaction, row, { person: by.actor, reason: null });
    return { subject: `comment ${id}`, before: null, after: row, result: commentOf(row) };
  });
}

/** Writes a comment anew: it is a draft again. @throws AppError CHANGED_MEANWHILE, TYPED_UNKNOWN */
export async function editComment(
  store: Store,
  by: By,
  { id, version, body }: Pick<Comment, "id" | "version" | "body">,
): Promise<Comment> {
  return step(store, { ...by, what: "edit comment" }, { id, version, reason: null }, (row) => ({
    ...row,
    body,
    state: "draft",
    author: by.actor,
  }));
}

/** Submits, returns or approves. @throws AppError STEP_NOT_ALLOWED, CHANGED_MEANWHILE, TYPED_UNKNOWN */
export async function moveComment(
  store: Store,
  by: By,
  {
    id,
    version,
    to,
    reason = null,
  }: Pick<Comment, "id" | "version"> & { readonly to: CommentState; readonly reason?: string | null },
): Promise<Comment> {
  return step(store, { ...by, what: `${to} comment` }, { id, version, reason }, (row) => {
    if (!STEPS[row.state as CommentState].includes(to))
      throw new AppError(
        "STEP_NOT_ALLOWED",
        `Comment ${id} is ${row.state}, so it cannot be ${to}.`,
        `From here it can be ${STEPS[row.state as CommentState].join(" or ")}.`,
      );
    return { ...row, state: to };
  });
}

/** Takes a comment away; `restoreComment` brings it back as it was. */
export async function withdrawComment(store: Store, by: By, place: Pick<Comment, "id" | "version">): Promise<Comment> {
  return step(store, { ...by, what: "withdraw comment" }, { ...place, reason: "withdrawn" }, (row) => ({
    ...row,
    withdrawn_at: by.at,
  }));
}

/** Undoes a withdrawal. */
export async function restoreComment(store: Store, by: By, place: Pick<Comment, "id" | "version">): Promise<Comment> {
  return step(store, { ...by, what: "restore comment" }, { ...place, reason: "restored" }, (row) => ({
    ...row,
    withdrawn_at: null,
  }));
}

/** Comments of a card's period in order of writing, withdrawn ones left out. */
export async function listComments(
  { db }: Pick<Store, "db">,
  { scorecard, period }: CommentPlace,
): Promise<readonly Comment[]> {
  const rows = await db
    .selectFrom("comment")
    .selectAll()
    .where("scorecard", "=", scorecard)
    .where("period", "=", period)
    .where("withdrawn_at", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(commentOf);
}

export type CommentChoice = Partial<CommentPlace> & {
  readonly states?: readonly CommentState[];
  readonly author?: string;
  /** At most so many, the latest; 1,000 unless said. */
  readonly last?: number;
};

/** Comments of every card and period that answer the choice, latest first, withdrawn ones left out. */
export async function chooseComments(
  { db }: Pick<Store, "db">,
  { scorecard, period, states, author, last = 1000 }: CommentChoice,
): Promise<readonly Comment[]> {
  let query = db.selectFrom("comment").selectAll().where("withdrawn_at", "is", null).orderBy("id", "desc").limit(last);
  if (scorecard !== undefined) query = query.where("scorecard", "=", scorecard);
  if (period !== undefined) query = query.where("period", "=", period);
  if (states !== undefined) query = query.where("state", "in", states);
  if (author !== undefined) query = query.where("author", "=", author);
  return (await query.execute()).map(commentOf);
}

/** When a comment was taken away; `null` while it stands. @throws AppError TYPED_UNKNOWN */
export async function withdrawnAt({ db }: Pick<Store, "db">, id: string): Promise<string | null> {
  const row = await db.selectFrom("comment").select("withdrawn_at").where("id", "=", numberOf(id)).executeTakeFirst();
  if (row === undefined) throw unknown("comment", id);
  return row.withdrawn_at;
}

/** One comment, withdrawn or not. @throws AppError TYPED_UNKNOWN */
export async function readComment({ db }: Pick<Store, "db">, id: string): Promise<Comment> {
  const row = await db.selectFrom("comment").selectAll().where("id", "=", numberOf(id)).executeTakeFirst();
  if (row === undefined) throw unknown("comment", id);
  return commentOf(row);
}

/** Every version of a comment, oldest first. */
export async function commentVersions({ db }: Pick<Store, "db">, id: string): Promise<readonly CommentVersion[]> {
  const rows = await db
    .selectFrom("comment_version")
    .selectAll()
    .where("comment", "=", numberOf(id))
    .orderBy("version")
    .execute();
  return rows.map(({ comment: _, state, ...row }) => ({ ...row, state: state as CommentState }));
}

async function step(
  store: Store,
  change: By & { readonly what: string },
  { id, version, reason }: Pick<Comment, "id" | "version"> & { readonly reason: string | null },
  next: (row: CommentRow) => CommentRow,
): Promise<Comment> {
  return store.change(change, async (transaction) => {
    const before = await transaction
      .selectFrom("comment")
      .selectAll()
      .where("id", "=", numberOf(id))
      .executeTakeFirst();
    if (before === undefined) throw unknown("comment", id);
    if (before.version !== version)
      throw new AppError(
        "CHANGED_MEANWHILE",
        `Comment ${id} was changed by ${before.author} since you read it.`,
        "Read it again; nothing of yours was lost or written over.",
      );
    const row: CommentRow = { ...next(before), version: version + 1, at: change.at };
    // Only restoring may follow a withdrawal: a comment taken away can be neither submitted nor approved.
    if (before.withdrawn_at !== null && row.withdrawn_at !== null) throw unknown("comment", id);
    const { id: _, ...values } = row;
    await transaction.updateTable("comment").set(values).where("id", "=", before.id).execute();
    await keepVersion(transaction, row, { person: change.actor, reason });
    return { subject: `comment ${id}`, before, after: row, result: commentOf(row) };
  });
}

async function keepVersion(
  transaction: StoreTransaction,
  { id, version, body, state, at }: CommentRow,
  { person, reason }: Pick<CommentVersion, "person" | "reason">,
): Promise<void> {
  await transaction
    .insertInto("comment_version")
    .values({ comment: id, version, body, state, reason, person, at })
    .execute();
}

function commentOf({ id, subject, state, withdrawn_at: _, ...row }: CommentRow): Comment {
  return {
    ...row,
    id: String(id),
    subject: JSON.parse(subject) as CommentSubject,
    state: state as CommentState,
  };
}

/** Ids are whole numbers written as text; anything else names no comment. */
function numberOf(id: string): number {
  return /^\d{1,9}$/.test(id) ? Number(id) : -1;
}
