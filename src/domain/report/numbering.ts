/** Numbers of headings, paragraphs, tables, figures and notes: counted, never typed, so that no reference can be wrong. */
import { AppError } from "../errors.ts";
import {
  type Block,
  blocksOf,
  type FigureBlock,
  type GapBlock,
  type HeadingBlock,
  type Inline,
  type ParagraphBlock,
  type Report,
  type TableBlock,
  type Text,
} from "./document.ts";

export type Numbering = {
  /** "5.2" for a heading, "" where it has no number. */
  readonly headings: ReadonlyMap<string, string>;
  /** "5.2" for a numbered paragraph, and for a gap that stands for one: by the block itself, as not all have an id. */
  readonly paragraphs: ReadonlyMap<Block, string>;
  /** "Table 3", "Figure 1". */
  readonly labels: ReadonlyMap<string, string>;
  /** Number of a note, from 1. */
  readonly notes: ReadonlyMap<string, number>;
};

/** What a reference may lead to. */
export type Referred = HeadingBlock | ParagraphBlock | GapBlock | TableBlock | FigureBlock;

/** Levels of numbers: three of headings, and paragraphs below the last. */
const LEVELS = 4;

/** Counts through the report in reading order. */
export function numberReport(report: Pick<Report, "sections" | "notes">): Numbering {
  const headings = new Map<string, string>();
  const paragraphs = new Map<Block, string>();
  const labels = new Map<string, string>();
  const count = counterOfSections();
  let tables = 0;
  let figures = 0;
  for (const block of blocksOf(report)) {
    const number = count(block);
    if (block.kind === "heading") headings.set(block.id, number);
    else if (number !== "") paragraphs.set(block, number);
    else if (block.kind === "table") labels.set(block.id, `Table ${++tables}`);
    else if (block.kind === "figure") labels.set(block.id, `Figure ${++figures}`);
  }
  return { headings, paragraphs, labels, notes: new Map(report.notes.map(({ id }, index) => [id, index + 1])) };
}

/** What a reference reads as: "Table 3", "section 5.2", "paragraph 5.2", or a heading's own words where it has no number. @throws AppError REPORT_INVALID */
export function referenceText(to: string, numbering: Numbering, report: Pick<Report, "sections">): string {
  const block = referredTo(to, numbering, report);
  if (block.kind !== "heading") return numbering.labels.get(to) ?? `paragraph ${numbering.paragraphs.get(block) ?? ""}`;
  const number = numbering.headings.get(block.id) ?? "";
  return number === "" ? `“${block.text}”` : `section ${number}`;
}

/**
 * The block a reference leads to. Words without a number of their own are found by the heading they stand under, so that a reference still
 * holds when a writer has put a list in a paragraph's place.
 *
 * @throws AppError REPORT_INVALID
 */
export function referredTo(to: string, numbering: Numbering, report: Pick<Report, "sections">): Referred {
  let heading: Referred | undefined;
  for (const block of blocksOf(report)) {
    if (block.kind === "heading") heading = block;
    if (!("id" in block) || block.id !== to) continue;
    if (block.kind !== "list" && (numbering.labels.has(to) || block === heading || numbering.paragraphs.has(block)))
      return block;
    if (heading !== undefined) return heading;
  }
  throw new AppError(
    "REPORT_INVALID",
    `The report refers to "${to}", which it does not have.`,
    "Name the id of one of its headings, numbered paragraphs, tables or figures.",
  );
}

/** A text as it reads, with references and notes in words. */
export function plainInline(text: Text, numbering: Numbering, report: Pick<Report, "sections">): string {
  return text.map((part) => inlineWords(part, numbering, report)).join("");
}

function inlineWords(part: Inline, numbering: Numbering, report: Pick<Report, "sections">): string {
  if (typeof part === "string") return part;
  if (part.kind === "reference") return referenceText(part.to, numbering, report);
  return part.kind === "note" ? `[note ${numbering.notes.get(part.note) ?? "?"}]` : part.text;
}

/** Headings and paragraphs share their counters, as in Word: a heading 2 after paragraphs 7.1 and 7.2 is 7.3. */
function counterOfSections(): (block: Block) => string {
  const counters = Array.from({ length: LEVELS }, () => 0);
  let under = 0;
  return (block) => {
    if (block.kind === "heading") {
      under = block.isNumbered ? block.level : 0;
      return under === 0 ? "" : next(counters, under);
    }
    const isCounted = (block.kind === "paragraph" || block.kind === "gap") && block.isNumbered === true && under > 0;
    return isCounted ? next(counters, under + 1) : "";
  };
}

function next(counters: number[], level: number): string {
  counters[level - 1] = (counters[level - 1] ?? 0) + 1;
  counters.fill(0, level);
  return counters.slice(0, level).join(".");
}
