/** Reports as they were released, frozen with a checksum; reasons given for flags before; and releases taken back. */
import { sha256 } from "../domain/checksums.ts";
import { AppError } from "../domain/errors.ts";
import type { Report } from "../domain/report/document.ts";
import type { Audience } from "../domain/scored-card.ts";
import { subjectOf, touchDraft } from "./report-draft.ts";
import type { By, Store } from "./store.ts";
import type { ReportReleaseRow, ReportWithdrawalRow } from "./tables/report-drafts.ts";
import { nextId } from "./typed-row.ts";

export type StoredRelease = {
  readonly id: number;
  readonly draft: number;
  readonly template: string;
  readonly title: string;
  readonly scorecard: string | null;
  readonly period: string;
  readonly audience: Audience;
  readonly checksum: string;
  readonly author: string;
  readonly at: string;
  readonly withdrawn: { readonly reason: string; readonly author: string; readonly at: string } | null;
};

/** Freezes a report. `period` and `scorecard` are the draft's. */
export async function keepRelease(
  store: Store,
  { actor, at }: By,
  { draft, scorecard, report }: { readonly draft: number; readonly scorecard: string | null; readonly report: Report },
): Promise<StoredRelease> {
  return store.change({ actor, at, what: "release report" }, async (transaction) => {
    await touchDraft(transaction, draft, at);
    const model = JSON.stringify(report);
    const row: ReportReleaseRow = {
      id: await nextId(transaction, "report_release"),
      draft,
      template: report.template,
      title: report.title,
      scorecard,
      period: report.period.id,
      audience: report.audience,
      model,
      checksum: sha256(Buffer.from(model, "utf8")),
      author: actor,
      at,
    };
    await transaction.insertInto("report_release").values(row).execute();
    const { model: _, ...logged } = row;
    return { subject: subjectOf(draft), before: null, after: logged, result: releaseOf(row, undefined) };
  });
}

/** Takes a release back with a reason. @throws AppError REPORT_UNKNOWN, STEP_NOT_ALLOWED */
export async function withdrawRelease(
  store: Store,
  { actor, at }: By,
  { id, reason }: { readonly id: number; readonly reason: string },
): Promise<void> {
  const { draft, withdrawn } = await readRelease(store, id);
  if (withdrawn !== null)
    throw new AppError("STEP_NOT_ALLOWED", "This release was taken back already.", "Open it again.");
  await store.change({ actor, at, what: "take release back" }, async (transaction) => {
    const row: ReportWithdrawalRow = { release: id, reason, author: actor, at };
    await transaction.insertInto("report_withdrawal").values(row).execute();
    return { subject: subjectOf(draft), before: { release: id }, after: row, result: undefined };
  });
}

/** Releases, the latest first. */
export async function listReleases(
  { db }: Pick<Store, "db">,
  { draft }: { readonly draft?: number } = {},
): Promise<readonly StoredRelease[]> {
  let query = db
    .selectFrom("report_release")
    // Not the reports themselves, which are long.
    .select(["id", "draft", "template", "title", "scorecard", "period", "audience", "checksum", "author", "at"])
    .orderBy("id", "desc");
  if (draft !== undefined) query = query.where("draft", "=", draft);
  const [rows, withdrawals] = await Promise.all([
    query.execute(),
    db.selectFrom("report_withdrawal").selectAll().execute(),
  ]);
  return rows.map((row) =>
    releaseOf(
      row,
      withdrawals.find(({ release }) => release === row.id),
    ),
  );
}

/** One release. @throws AppError REPORT_UNKNOWN */
export async function readRelease(store: Pick<Store, "db">, id: number): Promise<StoredRelease> {
  const found = (await listReleases(store)).find((release) => release.id === id);
  if (found !== undefined) return found;
  throw new AppError("REPORT_UNKNOWN", `There is no released report ${id}.`, "Choose one from the list of reports.");
}

/** The report as it was released. @throws AppError REPORT_UNKNOWN, or STORE_DAMAGED where it is not as its checksum says */
export async function releasedReport({ db }: Pick<Store, "db">, id: number): Promise<Report> {
  const row = await db
    .selectFrom("report_release")
    .select(["model", "checksum"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined)
    throw new AppError("REPORT_UNKNOWN", `There is no released report ${id}.`, "Choose one from the list of reports.");
  if (sha256(Buffer.from(row.model, "utf8")) !== row.checksum)
    throw new AppError(
      "STORE_DAMAGED",
      `Released report ${id} is not as it was released.`,
      "Restore it from a backup.",
    );
  return JSON.parse(row.model) as Report;
}

/** Every released report with its checksum, and whether it is as it was released. */
export async function checkReleases({
  db,
}: Pick<Store, "db">): Promise<
  readonly { readonly id: number; readonly checksum: string; readonly isSound: boolean }[]
> {
  const ids = await db.selectFrom("report_release").select("id").orderBy("id").execute();
  const checked: { readonly id: number; readonly checksum: string; readonly isSound: boolean }[] = [];
  // One after another: reports are long.
  for (const { id } of ids) {
    const { model, checksum } = await db
      .selectFrom("report_release")
      .select(["model", "checksum"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    checked.push({ id, checksum, isSound: sha256(Buffer.from(model, "utf8")) === checksum });
  }
  return checked;
}

function releaseOf(row: Omit<ReportReleaseRow, "model">, taken: ReportWithdrawalRow | undefined): StoredRelease {
  const { id, draft, template, title, scorecard, period, checksum, author, at } = row;
  return {
    ...{ id, draft, template, title, scorecard, period, checksum, author, at },
    audience: row.audience === "published" ? "published" : "internal",
    withdrawn: taken === undefined ? null : { reason: taken.reason, author: taken.author, at: taken.at },
  };
}
