/** One place of a draft as its form shows it. */

import { AppError } from "../../../domain/errors.ts";
import type { Conflict } from "../../../domain/report/draft.ts";
import { checkWriting } from "../../../services/report/claims.ts";
import { historyFor, openDraftFor } from "../../../services/report/drafts.ts";
import { assertMayWrite } from "../../../services/report/report-desk.ts";
import { longInstant } from "../../words.ts";
import { namesOf } from "../challenge/names.ts";
import type { Exchange } from "./exchange.ts";
import type { WriteModel } from "./write-view.tsx";

type At = { readonly id: number; readonly block: string; readonly kind: "replace" | "add" };

/** @throws AppError REPORT_UNKNOWN where the report has, and had, no such place */
export async function presentWrite({ desk, who }: Exchange, { id, block, kind }: At): Promise<WriteModel> {
  const open = await openDraftFor(desk, who, id);
  const { draft, made, passages } = open;
  await assertMayWrite(desk, who, draft.question);
  const [history, checked, nameOf] = await Promise.all([
    historyFor(desk, { draft: id, block, kind }),
    checkWriting(desk, open),
    namesOf(desk.store),
  ]);
  const at = made.places.get(block);
  const own = passages.find((passage) => passage.block === block && passage.kind === kind);
  if (at === undefined && own === undefined && history.length === 0)
    throw new AppError("REPORT_UNKNOWN", "The report has no such place.", "Choose one from the report’s page.");
  const conflict = made.conflicts.find(({ passage }) => passage.block === block && passage.kind === kind);
  const generated = at === undefined ? null : at.generated;
  return {
    ...{ draft: id, place: { block, kind }, reportTitle: made.report.title, generated, fault: null, theirs: null },
    seen: own?.id ?? 0,
    title: titleOf(kind, at?.block.kind === "gap"),
    wanted: at?.block.kind === "gap" ? `${at.block.words}. ${at.block.remedy}` : null,
    generatedThen: thenOf(conflict, own?.generated),
    body: own?.body ?? (kind === "add" ? "" : (generated ?? "")),
    standing: own === undefined ? null : `${nameOf(own.author)}, ${longInstant(own.at)}`,
    isWritten: own !== undefined,
    canUndo: history.length > 0,
    history: history.map(({ author, at: when, body }) => ({ who: `${nameOf(author)}, ${longInstant(when)}`, body })),
    checked: checked.filter(({ place }) => place === `${kind} ${block}`),
  };
}

function thenOf(conflict: Conflict | undefined, generated: string | undefined): string | null {
  return conflict === undefined || conflict.now === null ? null : (generated ?? "");
}

function titleOf(kind: "replace" | "add", isGap: boolean): string {
  if (kind === "add") return "Add to the report";
  return isGap ? "Write what is missing" : "Change the report";
}
