/** A report as the Typst text reads it: references and notes in words, pictures apart, nothing left to decide. */

import { dayInWords } from "../../../domain/period.ts";
import {
  type Block,
  blocksOf,
  type ParagraphBlock,
  type Report,
  type ReportSection,
} from "../../../domain/report/document.ts";
import { numberReport } from "../../../domain/report/numbering.ts";
import { type PageSize, pageSize } from "../paper/page-size.ts";
import { plainWords } from "../paper/plain-words.ts";
import { printedTable, type TablePress } from "./printed-table.ts";
import { breakable, linesOf, printedText } from "./printed-text.ts";

/** Files for the compiler by name: report.json and one SVG for each picture. */
export type Printed = { readonly json: unknown; readonly pictures: ReadonlyMap<string, string> };

const LEADING_LETTERS = 240;

/** @param fonts families in the order they are tried; pictures are set in the first */
export function printedReport(report: Report, fonts: readonly string[]): Printed {
  const pictures = new Map<string, string>();
  const press: TablePress = {
    report,
    numbering: numberReport(report),
    notesMet: new Set(),
    fits: new Map(),
    picture: (svg) => {
      const name = `picture-${pictures.size + 1}.svg`;
      pictures.set(name, svg.replace(/font-family="[^"]*"/g, `font-family="${fonts[0]}"`));
      return name;
    },
  };
  const [year, month, day] = report.madeOn.split("-").map(Number);
  const { title, subtitle, organisation, marking, author, keywords } = report;
  const json = {
    facts: { title, subtitle, author, keywords, date: { year, month, day } },
    title: breakable(title),
    subtitle: breakable(subtitle),
    organisation: breakable(organisation),
    marking: breakable(marking),
    fonts,
    footer: breakable(`${organisation}: ${title}`),
    runs: runsOf(report, press),
  };
  return { json, pictures };
}

/** Pages of one size in a row: sections begin a new page only where the paper turns. */
type Run = { readonly page: PageSize; readonly blocks: unknown[] };

function runsOf(report: Report, press: TablePress): readonly Run[] {
  const runs: Run[] = [];
  const put = (paper: Pick<ReportSection, "orientation" | "size">, blocks: (page: PageSize) => readonly unknown[]) => {
    const page = pageSize(paper);
    const last = runs.at(-1);
    if (last?.page.width === page.width && last.page.height === page.height) last.blocks.push(...blocks(page));
    else runs.push({ page, blocks: [...blocks(page)] });
  };
  for (const section of report.sections)
    put(section, (page) =>
      section.blocks.map((block, at) => ({
        ...printedBlock(block, press, page),
        isSticky: leadsIn(block, section.blocks[at + 1]),
      })),
    );
  const notes = endBlocks(press);
  if (notes.length > 0) put({ orientation: "portrait", size: "a4" }, () => notes);
  const made = `Made on ${dayInWords(report.madeOn)} by ${report.author}.`;
  runs.at(-1)?.blocks.push({ kind: "made", words: breakable(made) });
  return runs;
}

function printedBlock(block: Block, press: TablePress, page: PageSize): object {
  const { numbering, report } = press;
  const number = numbering.paragraphs.get(block) ?? "";
  switch (block.kind) {
    case "heading": {
      const own = numbering.headings.get(block.id) ?? "";
      return { ...block, text: breakable(own === "" ? block.text : `${own} ${block.text}`) };
    }
    case "paragraph":
      return {
        kind: "paragraph",
        text: printedText(block.text, press),
        number,
        id: block.id ?? "",
        by: writerOf(block, report),
      };
    case "list":
      // Below numbered paragraphs lists stand under the words, not under the numbers.
      return {
        ...block,
        isInset: numbering.paragraphs.size > 0,
        items: block.items.map((item) => printedText(item, press)),
      };
    case "facts":
      return {
        kind: "facts",
        rows: block.rows.map(({ name, text }) => ({ name: breakable(name), text: printedText(text, press) })),
      };
    case "table":
      return printedTable(block, press, page);
    case "figure":
      return {
        kind: "figure",
        id: block.id,
        caption: breakable(`${numbering.labels.get(block.id)}: ${block.caption}`),
        image: press.picture(block.svg),
        alt: block.alt,
      };
    case "contents":
      return {
        kind: "contents",
        hasTables: blocksOf(report).some(({ kind }) => kind === "table" || kind === "figure"),
      };
    case "gap":
      return { ...block, number, words: breakable(block.words), remedy: breakable(block.remedy) };
  }
}

/** A line or two before a table or picture goes with it to the next page. */
function leadsIn(block: Block, next: Block | undefined): boolean {
  if (block.kind !== "paragraph" || (next?.kind !== "table" && next?.kind !== "figure")) return false;
  return plainWords(block.text).join(" ").length <= LEADING_LETTERS;
}

/** Who wrote it stands in internal copies only. */
function writerOf({ by }: ParagraphBlock, { audience }: Report): string {
  return by === undefined || audience !== "internal" ? "" : breakable(`Written by ${by.person}, ${dayInWords(by.on)}`);
}

/** Notes, each leading back to the text, and shorthand stand at the end, where every format has them. */
function endBlocks({ report, notesMet }: TablePress): readonly unknown[] {
  const { notes, shorthand } = report;
  const heading = (id: string, text: string) => ({ kind: "heading", id, level: 1, text });
  return [
    ...(notes.length === 0 ? [] : [heading("the-notes", "Notes")]),
    ...notes.map(({ id, text }, index) => ({
      kind: "note",
      id: `note-${id}`,
      back: notesMet.has(id) ? `note-origin-${id}` : "",
      mark: `[note ${index + 1}]`,
      text: linesOf(text),
    })),
    ...(shorthand.length === 0 ? [] : [heading("the-shorthand", "Shorthand")]),
    ...shorthand.map(({ shorthand: mark, words }) => ({
      kind: "paragraph",
      number: "",
      text: linesOf(`${mark} ${words}`),
      by: "",
      isSticky: false,
    })),
  ];
}
