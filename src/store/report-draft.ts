/** Drafts of reports: begun, answered, taken away and put back; each change carries the version that was read. */
import { AppError } from "../domain/errors.ts";
import type { Audience } from "../domain/scored-card.ts";
import type { By, Store, StoreReader, StoreTransaction } from "./store.ts";
import type { ReportDraftRow } from "./tables/report-drafts.ts";
import { nextId } from "./typed-row.ts";

export type StoredDraft = {
  readonly id: number;
  readonly template: string;
  readonly title: string;
  readonly scorecard: string | null;
  readonly period: string;
  readonly audience: Audience;
  readonly question: unknown;
  readonly answers: Readonly<Record<string, string>>;
  readonly version: number;
  readonly author: string;
  readonly openedAt: string;
  readonly at: string;
  readonly isWithdrawn: boolean;
};

export type DraftToOpen = Pick<
  StoredDraft,
  "template" | "title" | "scorecard" | "period" | "audience" | "question" | "answers"
>;

/** Begins a draft. */
export async function openReportDraft(store: Store, { actor, at }: By, wanted: DraftToOpen): Promise<StoredDraft> {
  return store.change({ actor, at, what: "begin report" }, async (transaction) => {
    const row: ReportDraftRow = {
      ...wanted,
      id: await nextId(transaction, "report_draft"),
      question: JSON.stringify(wanted.question),
      answers: JSON.stringify(wanted.answers),
      version: 1,
      author: actor,
      opened_at: at,
      at,
      withdrawn_at: null,
    };
    await transaction.insertInto("report_draft").values(row).execute();
    return { subject: subjectOf(row.id), before: null, after: row, result: draftOf(row) };
  });
}

/** Keeps what the writer answered. @throws AppError CHANGED_MEANWHILE, REPORT_UNKNOWN */
export async function saveReportAnswers(
  store: Store,
  { actor, at }: By,
  { id, version, answers }: Pick<StoredDraft, "id" | "version" | "answers">,
): Promise<StoredDraft> {
  return store.change({ actor, at, what: "answer for report" }, async (transaction) => {
    const before = await openRow(transaction, id);
    if (before.version !== version)
      throw new AppError(
        "CHANGED_MEANWHILE",
        "Somebody changed these answers after you opened them.",
        "Compare both, then save again.",
      );
    const row = { ...before, answers: JSON.stringify(answers), version: version + 1, at };
    await transaction
      .updateTable("report_draft")
      .set({ answers: row.answers, version: row.version, at })
      .where("id", "=", id)
      .execute();
    return { subject: subjectOf(id), before: before.answers, after: row.answers, result: draftOf(row) };
  });
}

/** Takes a draft away, or puts it back. @throws AppError REPORT_UNKNOWN */
export async function withdrawReportDraft(
  store: Store,
  { actor, at }: By,
  { id, isBack }: { readonly id: number; readonly isBack: boolean },
): Promise<void> {
  await store.change({ actor, at, what: isBack ? "put report back" : "withdraw report" }, async (transaction) => {
    const before = await rowOf(transaction, id);
    const after = isBack ? null : at;
    await transaction.updateTable("report_draft").set({ withdrawn_at: after }).where("id", "=", id).execute();
    return {
      subject: subjectOf(id),
      before: { withdrawn_at: before.withdrawn_at },
      after: { withdrawn_at: after },
      result: undefined,
    };
  });
}

/** One draft, withdrawn or not. @throws AppError REPORT_UNKNOWN */
export async function readReportDraft({ db }: Pick<Store, "db">, id: number): Promise<StoredDraft> {
  return draftOf(await rowOf(db, id));
}

/** Drafts, the latest changed first; withdrawn ones too when asked. */
export async function listReportDrafts(
  { db }: Pick<Store, "db">,
  { template, withWithdrawn = false }: { readonly template?: string; readonly withWithdrawn?: boolean } = {},
): Promise<readonly StoredDraft[]> {
  let query = db.selectFrom("report_draft").selectAll().orderBy("at", "desc").orderBy("id", "desc");
  if (template !== undefined) query = query.where("template", "=", template);
  if (!withWithdrawn) query = query.where("withdrawn_at", "is", null);
  return (await query.execute()).map(draftOf);
}

/** The draft a change is about, which must not be withdrawn; marks it as changed. @throws AppError REPORT_UNKNOWN, STEP_NOT_ALLOWED */
export async function touchDraft(transaction: StoreTransaction, id: number, at: string): Promise<void> {
  await openRow(transaction, id);
  await transaction.updateTable("report_draft").set({ at }).where("id", "=", id).execute();
}

/** How a draft is named in the log. */
export function subjectOf(id: number): string {
  return `report ${id}`;
}

async function openRow(transaction: StoreTransaction, id: number): Promise<ReportDraftRow> {
  const row = await rowOf(transaction, id);
  if (row.withdrawn_at === null) return row;
  throw new AppError("STEP_NOT_ALLOWED", "This report was withdrawn.", "Put it back first.");
}

async function rowOf(db: StoreReader, id: number): Promise<ReportDraftRow> {
  const row = await db.selectFrom("report_draft").selectAll().where("id", "=", id).executeTakeFirst();
  if (row !== undefined) return row;
  throw new AppError("REPORT_UNKNOWN", `There is no report ${id}.`, "Choose one from the list of reports.");
}

function draftOf(row: ReportDraftRow): StoredDraft {
  const { opened_at: openedAt, withdrawn_at: withdrawnAt, question, answers, audience, ...rest } = row;
  return {
    ...rest,
    audience: audience === "published" ? "published" : "internal",
    question: JSON.parse(question) as unknown,
    answers: JSON.parse(answers) as Readonly<Record<string, string>>,
    openedAt,
    isWithdrawn: withdrawnAt !== null,
  };
}
