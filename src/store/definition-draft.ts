/** Changes of definition being drafted: saved at a version, submitted, returned, approved or withdrawn; everybody who wrote in one is remembered. */
import { sha256 } from "../domain/checksums.ts";
import { AppError } from "../domain/errors.ts";
import type { By, Store, StoreTransaction } from "./store.ts";
import type { DefinitionDraftRow } from "./tables/definitions.ts";
import { nextId, unknown } from "./typed-row.ts";

export type DraftState = "draft" | "submitted" | "returned" | "approved" | "withdrawn";

export type DefinitionDraft = {
  readonly id: number;
  readonly kind: string;
  readonly subject: string;
  readonly path: string;
  readonly title: string;
  readonly content: string;
  /** The definition in force when the draft was begun, or last brought up to date; `null` for a new one. */
  readonly base: string | null;
  readonly reason: string | null;
  /** The first period that may not be compared with those before; "no" where all may; `null` until said. */
  readonly breaksFrom: string | null;
  readonly state: DraftState;
  readonly version: number;
  readonly authors: readonly string[];
  readonly openedAt: string;
  readonly at: string;
  readonly decidedBy: string | null;
  readonly decision: string | null;
};

export type NewDraft = Pick<DefinitionDraft, "kind" | "subject" | "path" | "title" | "content" | "base">;

/** What one saving changes. */
export type DraftChange = Partial<
  Pick<DefinitionDraft, "title" | "content" | "base" | "reason" | "breaksFrom" | "subject" | "path">
>;

/** Begins a draft. */
export async function openDraft(store: Store, { actor, at }: By, wanted: NewDraft): Promise<DefinitionDraft> {
  return store.change({ actor, at, what: "begin definition draft" }, async (transaction) => {
    const row: DefinitionDraftRow = {
      ...wanted,
      id: await nextId(transaction, "definition_draft"),
      reason: null,
      breaks_from: null,
      state: "draft",
      version: 1,
      authors: JSON.stringify([actor]),
      opened_at: at,
      at,
      decided_by: null,
      decision: null,
    };
    await transaction.insertInto("definition_draft").values(row).execute();
    return { subject: subjectOf(row), before: null, after: logged(row), result: draftOf(row) };
  });
}

/** Saves what was written over the version that was read. @throws AppError CHANGED_MEANWHILE, STEP_NOT_ALLOWED or TYPED_UNKNOWN */
export async function saveDraft(
  store: Store,
  { actor, at }: By,
  { id, version, change }: { readonly id: number; readonly version: number; readonly change: DraftChange },
): Promise<DefinitionDraft> {
  return store.change({ actor, at, what: "save definition draft" }, async (transaction) => {
    const before = await rowFor(transaction, id, ["draft", "returned"]);
    if (before.version !== version) throw changedMeanwhile();
    const { breaksFrom, ...rest } = change;
    const authors = [...new Set([...draftOf(before).authors, actor])];
    const row = {
      ...before,
      ...rest,
      ...(breaksFrom === undefined ? {} : { breaks_from: breaksFrom }),
      state: "draft",
      version: version + 1,
      authors: JSON.stringify(authors),
      at,
    };
    await write(transaction, row);
    return { subject: subjectOf(row), before: logged(before), after: logged(row), result: draftOf(row) };
  });
}

type Step = {
  readonly id: number;
  /** The version the person looked at: nobody decides on what they have not read. */
  readonly version: number;
  readonly what: string;
  readonly from: readonly DraftState[];
  readonly to: DraftState;
  readonly decision?: string;
};

/** Moves a draft on. @throws AppError CHANGED_MEANWHILE, STEP_NOT_ALLOWED or TYPED_UNKNOWN */
export async function stepDraft(store: Store, by: By, step: Step): Promise<DefinitionDraft> {
  return store.change({ ...by, what: step.what }, async (transaction) => {
    const { before, row } = await moved(transaction, by, step);
    return { subject: subjectOf(row), before: logged(before), after: logged(row), result: draftOf(row) };
  });
}

/** Moves a draft on within a change. */
export async function moved(
  transaction: StoreTransaction,
  { actor, at }: By,
  { id, version, from, to, decision }: Step,
): Promise<{ readonly before: DefinitionDraftRow; readonly row: DefinitionDraftRow }> {
  const before = await rowFor(transaction, id, from);
  if (before.version !== version) throw changedMeanwhile();
  const isDecision = to === "approved" || to === "returned";
  const row: DefinitionDraftRow = {
    ...before,
    state: to,
    at,
    ...(isDecision ? { decided_by: actor, decision: decision ?? null } : {}),
  };
  await write(transaction, row);
  return { before, row };
}

/** The draft of an id. @throws AppError TYPED_UNKNOWN */
export async function draftWithId({ db }: Pick<Store, "db">, id: number): Promise<DefinitionDraft> {
  const row = await db.selectFrom("definition_draft").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw unknown("definition draft", id);
  return draftOf(row);
}

/** Drafts, the latest first. */
export async function listDrafts(
  { db }: Pick<Store, "db">,
  choice: { readonly kind?: string; readonly subject?: string; readonly states?: readonly DraftState[] } = {},
): Promise<readonly DefinitionDraft[]> {
  let query = db.selectFrom("definition_draft").selectAll().orderBy("at", "desc").orderBy("id", "desc");
  if (choice.kind !== undefined) query = query.where("kind", "=", choice.kind);
  if (choice.subject !== undefined) query = query.where("subject", "=", choice.subject);
  if (choice.states !== undefined) query = query.where("state", "in", choice.states);
  return (await query.execute()).map(draftOf);
}

async function rowFor(
  transaction: StoreTransaction,
  id: number,
  states: readonly DraftState[],
): Promise<DefinitionDraftRow> {
  const row = await transaction.selectFrom("definition_draft").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw unknown("definition draft", id);
  if (states.some((state) => state === row.state)) return row;
  throw new AppError("STEP_NOT_ALLOWED", `The draft is ${row.state}, so that cannot be done now.`, "Open it again.");
}

async function write(transaction: StoreTransaction, { id, ...row }: DefinitionDraftRow): Promise<void> {
  await transaction.updateTable("definition_draft").set(row).where("id", "=", id).execute();
}

function changedMeanwhile(): AppError {
  return new AppError(
    "CHANGED_MEANWHILE",
    "Somebody saved this draft after you opened it.",
    "Compare both texts, then save again.",
  );
}

/** How a draft stands in the log: its text by its checksum, for texts may be long and the draft keeps them. */
function logged({ content, base, ...row }: DefinitionDraftRow): unknown {
  return { ...row, content: sumOf(content), base: base === null ? null : sumOf(base) };
}

/** The checksum that stands for a text in the log. */
export function sumOf(text: string): string {
  return sha256(Buffer.from(text, "utf8"));
}

function subjectOf({ kind, subject }: Pick<DefinitionDraftRow, "kind" | "subject">): string {
  return `definition ${kind} ${subject}`;
}

/** A row as a draft. */
export function draftOf(row: DefinitionDraftRow): DefinitionDraft {
  const { breaks_from: breaksFrom, opened_at: openedAt, decided_by: decidedBy, authors, state, ...rest } = row;
  return {
    ...rest,
    state: state as DraftState,
    breaksFrom,
    openedAt,
    decidedBy,
    authors: JSON.parse(authors) as readonly string[],
  };
}
