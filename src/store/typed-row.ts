/** What the tables of typed rows share: ids in order of writing, withdrawal in place of deletion, and plain words for what is missing. */
import { AppError } from "../domain/errors.ts";
import type { StoreTransaction } from "./store.ts";

/** Tables whose rows have a number for an id and may be withdrawn. */
export type WithdrawableTable =
  | "target"
  | "person_rating"
  | "comment"
  | "comment_due"
  | "figure_owner"
  | "reconciliation_acceptance"
  | "series_note"
  | "sign_off"
  | "role_grant"
  | "challenge_session"
  | "challenge"
  | "challenge_action"
  | "comment_promise"
  | "api_token"
  | "saved_list"
  | "case_note"
  | "report_draft"
  | "report_passage";
type NumberedTable =
  | "definition_draft"
  | WithdrawableTable
  | "flag_answer"
  | "publication_plan"
  | "report_flag_answer"
  | "report_release";

/** The id of the row about to be written; changes are one at a time, so nobody else takes it. */
export async function nextId(transaction: StoreTransaction, table: NumberedTable): Promise<number> {
  const { last } = await transaction
    .selectFrom(table as "target")
    .select((of) => of.fn.max("id").as("last"))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
}

/** Marks a row as withdrawn; it stays readable in the log. @throws AppError TYPED_UNKNOWN */
export async function withdraw(
  transaction: StoreTransaction,
  table: WithdrawableTable,
  { id, at }: { readonly id: number; readonly at: string },
): Promise<Readonly<Record<string, unknown>>> {
  const row = await transaction
    .updateTable(table as "target")
    .set({ withdrawn_at: at })
    .where("id", "=", id)
    .where("withdrawn_at", "is", null)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw unknown(table, id);
  return row;
}

/** Nothing typed has that id. */
export function unknown(table: string, id: number | string): AppError {
  return new AppError(
    "TYPED_UNKNOWN",
    `There is no ${table.replaceAll("_", " ")} ${id}, or it was withdrawn.`,
    "List them to see their ids.",
  );
}

/** JSON text, or `null` for nothing. */
export function toJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
