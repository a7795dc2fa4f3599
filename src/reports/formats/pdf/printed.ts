/** A report as the Typst text reads it: references and notes in words, pictures apart, nothing left to decide. */
import type { Block, Inline, Report, ReportCell, Text } from "../../../domain/report/document.ts";
import { type Numbering, numberReport, referenceText } from "../../../domain/report/numbering.ts";

/** Files for the compiler by name: report.json and one SVG for each picture. */
export type Printed = { readonly json: unknown; readonly pictures: ReadonlyMap<string, string> };

const MONTHS_FROM_ONE = 1;

/** @param fonts families in the order they are tried */
export function printedReport(report: Report, fonts: readonly string[]): Printed {
  const numbering = numberReport(report);
  const pictures = new Map<string, string>();
  const press: Press = {
    report,
    numbering,
    picture: (svg) => {
      const name = `picture-${pictures.size + 1}.svg`;
      pictures.set(name, svg);
      return name;
    },
  };
  const [year = 0, month = MONTHS_FROM_ONE, day = 1] = report.madeOn.split("-").map(Number);
  const { title, subtitle, organisation, marking, author, keywords } = report;
  const json = {
    title,
    subtitle,
    organisation,
    marking,
    author,
    keywords,
    fonts,
    date: { year, month, day },
    footer: `${organisation}: ${title}`,
    sections: [
      ...report.sections.map(({ orientation, size, blocks }) => ({
        orientation,
        size,
        blocks: blocks.map((block) => printedBlock(block, press)),
      })),
      ...endSection(press),
    ],
  };
  return { json, pictures };
}

type Press = {
  readonly report: Report;
  readonly numbering: Numbering;
  readonly picture: (svg: string) => string;
};

function printedBlock(block: Block, press: Press): unknown {
  const { numbering } = press;
  switch (block.kind) {
    case "heading": {
      const number = numbering.headings.get(block.id) ?? "";
      return { ...block, text: number === "" ? block.text : `${number} ${block.text}` };
    }
    case "paragraph":
      return { kind: "paragraph", text: printedText(block.text, press) };
    case "list":
      return { ...block, items: block.items.map((item) => printedText(item, press)) };
    case "facts":
      return { kind: "facts", rows: block.rows.map(({ name, text }) => ({ name, text: printedText(text, press) })) };
    case "table":
      return {
        kind: "table",
        id: block.id,
        caption: `${numbering.labels.get(block.id)}: ${block.caption}`,
        columns: block.columns,
        rows: block.rows.map(({ cells }) => cells.map((cell) => printedCell(cell, press))),
        source: block.source === undefined ? "" : `Source: ${block.source}`,
      };
    case "figure":
      return {
        kind: "figure",
        id: block.id,
        caption: `${numbering.labels.get(block.id)}: ${block.caption}`,
        image: press.picture(block.svg),
        alt: block.alt,
      };
    default:
      return block;
  }
}

function printedCell(cell: ReportCell, press: Press): unknown {
  switch (cell.kind) {
    case "text":
      return { kind: "text", text: printedText(cell.text, press) };
    case "number":
      return { kind: "shown", shown: [cell.shown, ...(cell.marks ?? [])].join(" ") };
    case "state":
      return { kind: "shown", shown: cell.shorthand };
    case "rating":
      return { kind: "rating", word: cell.word, label: cell.label };
    case "direction":
      return { kind: "shown", shown: cell.label };
    case "trend":
      return { kind: "trend", image: press.picture(cell.svg), alt: cell.alt };
  }
}

function printedText(text: Text, press: Press): readonly unknown[] {
  return text.flatMap((part) => printedInline(part, press));
}

function printedInline(part: Inline, { numbering, report }: Press): readonly unknown[] {
  if (typeof part === "string") return linesOf(part);
  if (part.kind === "reference")
    return [{ kind: "reference", to: part.to, text: referenceText(part.to, numbering, report) }];
  if (part.kind === "note")
    return [{ kind: "note", to: `note-${part.note}`, text: ` [note ${numbering.notes.get(part.note)}]` }];
  return [part];
}

/** A line break in a text is a line break on paper. */
function linesOf(text: string): readonly unknown[] {
  return text
    .split("\n")
    .flatMap((line, index) => [...(index === 0 ? [] : [{ kind: "break" }]), { kind: "text", text: breakable(line) }]);
}

/** A word too long for a narrow column may be broken anywhere: a space of no width stands between its pieces. */
export function breakable(text: string): string {
  return text.replace(/\S{25,}/g, (word) => word.match(/.{1,12}/gu)?.join("\u200b") ?? word);
}

/** Notes and shorthand stand at the end, where every format has them. */
function endSection(press: Press): readonly unknown[] {
  const { notes, shorthand } = press.report;
  if (notes.length === 0 && shorthand.length === 0) return [];
  const heading = (id: string, text: string) => ({ kind: "heading", id, level: 1, text });
  return [
    {
      orientation: "portrait",
      size: "a4",
      blocks: [
        ...(notes.length === 0 ? [] : [heading("the-notes", "Notes")]),
        ...notes.flatMap(({ id, text }, index) => [
          { kind: "note", id: `note-${id}`, text: linesOf(`[note ${index + 1}] ${text}`) },
        ]),
        ...(shorthand.length === 0 ? [] : [heading("the-shorthand", "Shorthand")]),
        ...shorthand.map(({ shorthand: mark, words }) => ({
          kind: "paragraph",
          text: linesOf(`${mark} ${words}`),
        })),
      ],
    },
  ];
}
