/** Figures an earlier edition printed that stand otherwise now: for people with a need, with why; for the public, from what both print. */

import type { EditionChange } from "../../../domain/edition.ts";
import { compareEditions } from "../../../domain/edition-comparison.ts";
import { parsePeriod } from "../../../domain/period.ts";
import type { Block } from "../../../domain/report/document.ts";
import { indicatorsOf } from "../../../domain/scored-card.ts";
import { changesSince } from "../../changes-since.ts";
import type { Making } from "../making.ts";
import { type TextColumn, textTable } from "../text-table.ts";

const NAME: TextColumn = {
  id: "indicator",
  header: "Indicator",
  weight: 4,
  words: "The indicator’s number and title.",
};
const BEFORE_AND_NOW: readonly TextColumn[] = [
  { id: "period", header: "Period", weight: 2.4, words: "The period the figure is for." },
  { id: "before", header: "As published", weight: 1.8, words: "What the earlier edition prints." },
  { id: "now", header: "Now", weight: 1.8, words: "What stands there now." },
];
const WHY: TextColumn = { id: "why", header: "Why", weight: 4, words: "What brought the difference." };

/** Nothing where no earlier edition is compared with. */
export async function restatedBlocks(making: Making, id: string): Promise<readonly Block[]> {
  const { audience, edition, earlier, card, context } = making;
  if (earlier === null || card === null) return [];
  // A frozen card is compared as it stands; why data moved since can be told only of the live state.
  if (audience === "internal" && edition === null) {
    return explained(await changesOnce(context, earlier.facts.id), making, `${id}-restated`);
  }
  const rows = compareEditions(earlier.card, card).flatMap(({ reference, title, restated }) =>
    restated.map(({ period, before, after }) => [
      `${reference} ${title}`,
      periodWords(making, reference, period),
      before,
      after,
    ]),
  );
  return tableOrNone(rows, [NAME, ...BEFORE_AND_NOW], `${id}-restated`);
}

/** Figures change only with data and definitions, which a workspace holds still: drafts are made again and again. */
const lately = new WeakMap<Making["context"]["workspace"], Map<string, Promise<readonly EditionChange[]>>>();

function changesOnce({ workspace, store }: Making["context"], id: string): Promise<readonly EditionChange[]> {
  const kept = lately.get(workspace) ?? new Map<string, Promise<readonly EditionChange[]>>();
  lately.set(workspace, kept);
  const known = kept.get(id);
  if (known !== undefined) return known;
  const fresh = changesSince(workspace, store, id).then(({ changes }) =>
    changes.filter(({ what }) => what === "value"),
  );
  kept.set(id, fresh);
  // What failed is tried again.
  fresh.catch(() => kept.delete(id));
  return fresh;
}

function explained(changes: readonly EditionChange[], making: Making, id: string): readonly Block[] {
  const rows = changes.map(({ reference, title, period, before, after, sentence }) => [
    `${reference} ${title}`,
    periodWords(making, reference, period),
    before,
    after,
    sentence,
  ]);
  return tableOrNone(rows, [NAME, ...BEFORE_AND_NOW, WHY], id);
}

function tableOrNone(
  rows: readonly (readonly string[])[],
  columns: readonly TextColumn[],
  id: string,
): readonly Block[] {
  if (rows.length === 0)
    return [{ kind: "paragraph", id, text: ["No figure printed in the earlier edition has been restated since."] }];
  return [textTable({ id, caption: "Figures restated since the earlier edition", columns, rows })];
}

/** "March 2026" of 2026-03, in the indicator's own window. */
function periodWords({ card }: Making, reference: string, period: string): string {
  const window =
    card === null ? undefined : indicatorsOf(card).find((one) => one.reference === reference)?.indicator.window;
  return window === undefined ? period : parsePeriod(period, window).label;
}
