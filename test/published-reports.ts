/** The published scorecards imported and assembled as reports in their own layouts: what side-by-side comparison is made of. */
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { blocksOf, type Report, type ReportCell, type TableBlock } from "../src/domain/report/document.ts";
import type { ImportFinding } from "../src/ingest/scorecard/finding.ts";
import { importScorecard } from "../src/services/import-scorecard.ts";
import { openStore, type Store } from "../src/services/open-store.ts";
import { assembleReport } from "../src/services/report/assemble-report.ts";
import { openWorkspace } from "../src/services/workspace.ts";
import { chooseComments, moveComment } from "../src/store/comment.ts";
import { publishedPath } from "./published-tables.ts";

/** The ends of the files' names, and the template of each card's layout. */
export const PUBLISHED_CARDS = {
  performance: { files: ["performance-2015-16-q4.tsv"], template: "quarterly-performance-2016" },
  improvement: { files: ["improvement-2015-16-q4.tsv"], template: "improvement" },
  audit: { files: ["audit-2015-16-q4.tsv"], template: "audit" },
  annual: { files: ["annual-2015-16.tsv"], template: "annual" },
  monthly: { files: ["vital-signs-2025-02.tsv", "vital-signs-2025-02.narrative.tsv"], template: "vital-signs" },
  priorities: { files: ["cyipg-2016-17.tsv"], template: "regional" },
} as const;
export type PublishedCard = keyof typeof PUBLISHED_CARDS;
export const PUBLISHED_NAMES = Object.keys(PUBLISHED_CARDS) as PublishedCard[];

const BY = { actor: "Analyst", at: "2026-04-09T10:00:00.000Z" };

export type PublishedReport = { readonly report: Report; readonly findings: readonly ImportFinding[] };

/** Imports every card into one fresh data folder, approves its comments, and assembles each in its layout for internal readers. */
export async function publishedReports(): Promise<ReadonlyMap<PublishedCard, PublishedReport>> {
  const data = mkdtempSync(join(tmpdir(), "waymark-published-"));
  // Without our own measures and cards, which these never name, the catalogue is read in a moment.
  const bare = join(data, "bare-catalogue");
  for (const part of ["model", "reference", "returns", "lists", "due", "layouts", "reports"])
    cpSync(join("catalogue", part), join(bare, part), { recursive: true });
  // The shipped cards that templates name are not here either.
  for (const path of globSync(join(bare, "reports", "*.yaml")))
    writeFileSync(path, readFileSync(path, "utf8").replace(/^scorecards:.*\n/m, ""));
  const catalogue = [bare, join(data, "catalogue")];
  const imported = new Map<PublishedCard, Awaited<ReturnType<typeof importScorecard>>["card"]>();
  for (const id of PUBLISHED_NAMES) {
    const request = { authority: "Wexcombe", isMending: false, isDryRun: false, data, catalogue, by: "Analyst" };
    const { card } = await importScorecard({
      ...request,
      id,
      paths: PUBLISHED_CARDS[id].files.map(publishedPath),
      at: new Date(BY.at),
      report: () => undefined,
    });
    imported.set(id, card);
  }
  const store = await openStore({ data });
  try {
    await approveAll(store);
    const workspace = openWorkspace({ data, catalogue });
    const made = new Map<PublishedCard, PublishedReport>();
    for (const [id, { findings, lastPeriod }] of imported) {
      const template = `scorecard-appendix-${PUBLISHED_CARDS[id].template}`;
      const place = { scorecard: id, period: lastPeriod?.id, audience: "internal" as const };
      const question = { ...place, template, answers: {}, madeOn: "2026-04-10", author: "An Analyst" };
      made.set(id, { report: await assembleReport({ workspace, store }, question), findings });
    }
    return made;
  } finally {
    await store.close();
    rmSync(data, { recursive: true, force: true });
  }
}

async function approveAll(store: Store): Promise<void> {
  for (const { id, version } of await chooseComments(store, {})) {
    const submitted = await moveComment(store, BY, { id, version, to: "submitted" });
    await moveComment(store, BY, { id, version: submitted.version, to: "approved" });
  }
}

/** One row of a report's tables: cells by header, and everything it says with its footnotes written out. */
export type PrintedRow = {
  readonly part: string;
  readonly cells: ReadonlyMap<string, ReportCell>;
  readonly textOf: (header: string) => string;
  readonly whole: string;
};

/** The rows of the scorecard's tables, in order. */
export function printedRows(report: Report): readonly PrintedRow[] {
  const notes = new Map(report.notes.map(({ id, text }) => [id, text]));
  return blocksOf(report)
    .filter((block): block is TableBlock => block.kind === "table" && block.sheet !== undefined)
    .flatMap(({ columns, rows, sheet }) =>
      rows.map(({ cells }) => {
        const named = new Map(cells.map((cell, index) => [columns[index]!.header, cell]));
        const textOf = (header: string): string => {
          const cell = named.get(header);
          if (cell === undefined) throw new Error(`no column "${header}", only ${[...named.keys()].join(", ")}`);
          return cellWords(cell, notes);
        };
        return { part: sheet!.part, cells: named, textOf, whole: [...named.keys()].map(textOf).join(" | ") };
      }),
    );
}

/** A cell as read aloud, its notes in place. */
export function cellWords(cell: ReportCell, notes: ReadonlyMap<string, string>): string {
  switch (cell.kind) {
    case "text":
      return cell.text
        .map((part) =>
          typeof part === "string" ? part : part.kind === "note" ? ` {${notes.get(part.note)}}` : JSON.stringify(part),
        )
        .join("");
    case "number":
      return [cell.shown, ...(cell.marks ?? [])].join(" ");
    case "state":
      return `${cell.shorthand} ${cell.words}`;
    case "trend":
      return cell.alt;
    default:
      return `${cell.label}. ${cell.sentence}`;
  }
}
