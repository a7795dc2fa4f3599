/** Where a report's figures come from: the records loaded, and what others publish, each with its edition and dates. */
import type { ComparatorValue } from "../../../domain/comparator.ts";
import { dayInWords } from "../../../domain/period.ts";
import type { Block } from "../../../domain/report/document.ts";
import { indicatorsOf } from "../../../domain/scored-card.ts";
import type { Maker, Making } from "../making.ts";
import { loadsBehind } from "../records-behind.ts";
import { type TextColumn, textTable } from "../text-table.ts";

const LOAD_COLUMNS: readonly TextColumn[] = [
  { id: "records", header: "Records", weight: 4, words: "The return the records came in." },
  { id: "as-at", header: "As at", weight: 2, words: "The day the records were drawn, where the return says so." },
  { id: "received", header: "Received", weight: 2, words: "The day they were accepted." },
  { id: "files", header: "Files", weight: 1, words: "How many files the return had." },
];
const PUBLISHED_COLUMNS: readonly TextColumn[] = [
  { id: "publication", header: "Publication and edition", weight: 5, words: "What was published, and which edition." },
  { id: "period", header: "Figures are for", weight: 2, words: "The time the published figures are for." },
  { id: "published", header: "Published on", weight: 2, words: "The day of publication, where known." },
  { id: "beside", header: "Stand beside", weight: 3, words: "The indicators they are compared with." },
];

export const makeSources: Maker<"sources"> = (_, making) => ({
  blocks: [...recordsBlocks(making), ...publishedBlocks(making)],
});

function recordsBlocks(making: Making): readonly Block[] {
  const id = `${making.section.id}-records`;
  const loads = loadsBehind(making);
  if (loads.length === 0) return [{ kind: "paragraph", id, text: ["No records had been loaded."] }];
  const rows = loads.map(({ title, asAt, acceptedAt, files }) => [
    title,
    asAt === null ? "" : dayInWords(asAt),
    dayInWords(acceptedAt),
    String(files.length),
  ]);
  return [textTable({ id, caption: "Records the figures are counted from", columns: LOAD_COLUMNS, rows })];
}

/** Only what prints a figure or says why it has none yet; the same edition once, with every indicator it stands beside. */
function publishedBlocks({ card, section }: Making): readonly Block[] {
  if (card === null) return [];
  const id = `${section.id}-published`;
  const editions = new Map<string, { readonly of: ComparatorValue; readonly beside: Set<string> }>();
  for (const { reference, comparators } of indicatorsOf(card))
    for (const of of comparators) {
      const name = publicationOf(of);
      if (name === "" || of.state === "no-comparator") continue;
      const key = JSON.stringify([name, of.period, of.publishedOn]);
      const known = editions.get(key) ?? { of, beside: new Set<string>() };
      known.beside.add(reference);
      editions.set(key, known);
    }
  if (editions.size === 0)
    return [{ kind: "paragraph", id, text: ["No figures published by others stand beside these."] }];
  const rows = [...editions.values()].map(({ of, beside }) => [
    publicationOf(of),
    of.period,
    of.publishedOn === null ? "" : dayInWords(of.publishedOn),
    [...beside].join(", "),
  ]);
  return [textTable({ id, caption: "Figures published by others", columns: PUBLISHED_COLUMNS, rows })];
}

function publicationOf({ edition }: ComparatorValue): string {
  return edition.trim();
}
