/** Numbers of headings, tables, figures and notes: counted, never typed, so that no reference can be wrong. */
import { AppError } from "../errors.ts";
import { blocksOf, type Inline, type Report, type Text } from "./document.ts";

export type Numbering = {
  /** "5.2" for a heading, "" where it has no number. */
  readonly headings: ReadonlyMap<string, string>;
  /** "Table 3", "Figure 1". */
  readonly labels: ReadonlyMap<string, string>;
  /** Number of a note, from 1. */
  readonly notes: ReadonlyMap<string, number>;
};

/** Counts through the report in reading order. */
export function numberReport(report: Pick<Report, "sections" | "notes">): Numbering {
  const headings = new Map<string, string>();
  const labels = new Map<string, string>();
  const counters = [0, 0, 0];
  let tables = 0;
  let figures = 0;
  for (const block of blocksOf(report)) {
    if (block.kind === "heading") headings.set(block.id, block.isNumbered ? next(counters, block.level) : "");
    else if (block.kind === "table") labels.set(block.id, `Table ${++tables}`);
    else if (block.kind === "figure") labels.set(block.id, `Figure ${++figures}`);
  }
  return { headings, labels, notes: new Map(report.notes.map(({ id }, index) => [id, index + 1])) };
}

/** What a reference reads as: "Table 3", "section 5.2", or the heading's own words where it has no number. @throws AppError REPORT_INVALID */
export function referenceText(to: string, numbering: Numbering, report: Pick<Report, "sections">): string {
  const label = numbering.labels.get(to);
  if (label !== undefined) return label;
  const number = numbering.headings.get(to);
  if (number !== undefined && number !== "") return `section ${number}`;
  const heading = blocksOf(report).find((block) => block.kind === "heading" && block.id === to);
  if (heading?.kind === "heading") return `“${heading.text}”`;
  throw new AppError(
    "REPORT_INVALID",
    `The report refers to "${to}", which it does not have.`,
    "Name the id of one of its headings, tables or figures.",
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

function next(counters: number[], level: 1 | 2 | 3): string {
  counters[level - 1] = (counters[level - 1] ?? 0) + 1;
  counters.fill(0, level);
  return counters.slice(0, level).join(".");
}
