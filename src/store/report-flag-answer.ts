/** Reasons given for flags on words written into reports: kept for ever, the latest counts. */
import type { CommentFlag } from "../domain/commentary.ts";
import { subjectOf, touchDraft } from "./report-draft.ts";
import type { By, Store } from "./store.ts";
import { nextId } from "./typed-row.ts";

export type ReportFlagAnswer = {
  readonly draft: number;
  /** Where the words stand. */
  readonly place: string;
  readonly flag: string;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
};

/** Answers a flag with a reason. */
export async function answerReportFlag(
  store: Store,
  { actor, at }: By,
  wanted: {
    readonly draft: number;
    readonly place: string;
    readonly flag: Pick<CommentFlag, "id" | "code" | "quote">;
    readonly reason: string;
  },
): Promise<void> {
  await store.change({ actor, at, what: "answer flag in report" }, async (transaction) => {
    const { draft, place, reason, flag } = wanted;
    await touchDraft(transaction, draft, at);
    const id = await nextId(transaction, "report_flag_answer");
    const row = { id, draft, place, flag: flag.id, code: flag.code, quote: flag.quote, reason, author: actor, at };
    await transaction.insertInto("report_flag_answer").values(row).execute();
    return { subject: subjectOf(draft), before: null, after: row, result: undefined };
  });
}

/** Answers in a draft, oldest first. */
export async function listReportFlagAnswers(
  { db }: Pick<Store, "db">,
  draft: number,
): Promise<readonly ReportFlagAnswer[]> {
  const rows = await db
    .selectFrom("report_flag_answer")
    .select(["draft", "place", "flag", "reason", "author", "at"])
    .where("draft", "=", draft)
    .orderBy("id")
    .execute();
  return rows;
}
