/** Versions of definitions as approved: appended, never changed; going back to an earlier one is a new one. */
import { type DefinitionDraft, draftOf, moved, sumOf } from "./definition-draft.ts";
import { insertSeriesNote } from "./series-note.ts";
import type { By, Store } from "./store.ts";
import type { DefinitionVersionRow } from "./tables/definitions.ts";

export type DefinitionVersion = {
  readonly kind: string;
  readonly subject: string;
  readonly version: number;
  readonly path: string;
  readonly title: string;
  readonly before: string | null;
  readonly content: string;
  readonly reason: string;
  readonly breaksFrom: string | null;
  readonly author: string;
  readonly approver: string;
  /** ISO moment of approval. */
  readonly at: string;
  readonly draft: number;
};

/** Approves a submitted draft: its version, and where it breaks a measure's series the note of that, in one change. */
export async function approveDraft(
  store: Store,
  by: By,
  wanted: { readonly id: number; readonly version: number; readonly decision?: string; readonly before: string | null },
): Promise<DefinitionVersion> {
  return store.change({ ...by, what: "approve definition" }, async (transaction) => {
    const step = { ...wanted, what: "", from: ["submitted"], to: "approved" } as const;
    const draft = draftOf((await moved(transaction, by, step)).row);
    const { last } = await transaction
      .selectFrom("definition_version")
      .select((of) => of.fn.max("version").as("last"))
      .where("kind", "=", draft.kind)
      .where("subject", "=", draft.subject)
      .executeTakeFirstOrThrow();
    const row = versionRow(draft, { by, before: wanted.before, version: Number(last ?? 0) + 1 });
    await transaction.insertInto("definition_version").values(row).execute();
    if (draft.kind === "measure" && row.breaks_from !== null)
      await insertSeriesNote(transaction, by, {
        measure: draft.subject,
        window: null,
        fromPeriod: row.breaks_from,
        kind: "series-break",
        reason: `Definition changed (version ${row.version}): ${row.reason}`,
      });
    const { content, before, ...facts } = row;
    const texts = { before: before === null ? null : sumOf(before), content: sumOf(content) };
    const after = { ...facts, ...texts };
    const subject = `definition ${draft.kind} ${draft.subject}`;
    return { subject, before: { content: texts.before }, after, result: versionOf(row) };
  });
}

/** Versions of one definition or of a kind, the latest first. */
export async function listVersions(
  { db }: Pick<Store, "db">,
  choice: { readonly kind?: string; readonly subject?: string } = {},
): Promise<readonly DefinitionVersion[]> {
  let query = db.selectFrom("definition_version").selectAll().orderBy("at", "desc").orderBy("version", "desc");
  if (choice.kind !== undefined) query = query.where("kind", "=", choice.kind);
  if (choice.subject !== undefined) query = query.where("subject", "=", choice.subject);
  return (await query.execute()).map(versionOf);
}

function versionRow(
  draft: DefinitionDraft,
  { by, before, version }: { readonly by: By; readonly before: string | null; readonly version: number },
): DefinitionVersionRow {
  const { kind, subject, path, title, content, reason, breaksFrom, authors, id } = draft;
  return {
    kind,
    subject,
    version,
    path,
    title,
    before,
    content,
    reason: reason ?? "",
    breaks_from: breaksFrom === "no" ? null : breaksFrom,
    author: authors.join(", "),
    approver: by.actor,
    at: by.at,
    draft: id,
  };
}

function versionOf({ breaks_from: breaksFrom, ...row }: DefinitionVersionRow): DefinitionVersion {
  return { ...row, breaksFrom };
}
