/** Reports as Word: real heading styles, repeated header rows, alternative text, portrait text and landscape appendix, no text boxes. */
import {
  Bookmark,
  Document,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from "docx";
import { checkReport } from "../../domain/report/check-report.ts";
import { type Block, blocksOf, type Report, type ReportSection } from "../../domain/report/document.ts";
import { numberReport } from "../../domain/report/numbering.ts";
import { picture } from "./docx/pictures.ts";
import { type TableSize, wordTable } from "./docx/table.ts";
import { anchorOf, type Place, runsOf } from "./docx/words.ts";
import { fileName } from "./file-name.ts";
import type { ReportFormat } from "./format.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** Twentieths of a point: A4, and A3 which is twice as large. */
const SIZES = { a4: { short: 11_906, long: 16_838 }, a3: { short: 16_838, long: 23_811 } } as const;
const MARGINS = { portrait: 1134, landscape: 794 } as const;
const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
const CHART_WIDTH = 600;

export const docxFormat: ReportFormat = {
  id: "docx",
  title: "Word",
  render: async (report) => {
    checkReport(report);
    return [
      { name: fileName(report, "docx"), type: TYPE, bytes: new Uint8Array(await Packer.toBuffer(wordOf(report))) },
    ];
  },
};

function wordOf(report: Report): Document {
  const place: Place = { report, numbering: numberReport(report) };
  return new Document({
    title: report.title,
    subject: report.subtitle,
    creator: report.author,
    keywords: report.keywords.join(", "),
    description: report.marking,
    styles: {
      default: {
        document: {
          run: { font: "Arial", size: 24, language: { value: "en-GB" } },
          paragraph: { spacing: { after: 160 } },
        },
        title: { run: { font: "Arial", size: 40, bold: true } },
        heading1: {
          run: { font: "Arial", size: 32, bold: true, color: "0B0C0C" },
          paragraph: { spacing: { before: 320, after: 120 } },
        },
        heading2: {
          run: { font: "Arial", size: 28, bold: true, color: "0B0C0C" },
          paragraph: { spacing: { before: 240, after: 100 } },
        },
        heading3: {
          run: { font: "Arial", size: 24, bold: true, color: "0B0C0C" },
          paragraph: { spacing: { before: 200, after: 80 } },
        },
        hyperlink: { run: { color: "12436D", underline: { type: "single" } } },
      },
      paragraphStyles: [
        {
          id: "Caption",
          name: "caption",
          basedOn: "Normal",
          next: "Normal",
          quickFormat: true,
          run: { bold: true, size: 22 },
          paragraph: { keepNext: true },
        },
      ],
    },
    sections: [...report.sections.map((section, index) => wordSection(section, place, index === 0)), ...endOf(place)],
  });
}

function wordSection(section: ReportSection, place: Place, isFirst: boolean): ISectionOptions {
  const { orientation, size, blocks } = section;
  const { short, long } = SIZES[size];
  const isWide = orientation === "landscape";
  const margin = MARGINS[orientation];
  const table: TableSize = { width: (isWide ? long : short) - 2 * margin, letters: isWide ? 16 : 20 };
  return {
    properties: {
      page: {
        // The library turns the sheet itself: it is given upright.
        size: {
          width: short,
          height: long,
          orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top: margin, bottom: margin, left: margin, right: margin },
      },
    },
    ...runningLines(place.report),
    children: [...(isFirst ? titleOf(place.report) : []), ...blocks.flatMap((block) => wordBlock(block, place, table))],
  };
}

function titleOf({ organisation, title, subtitle }: Report): Paragraph[] {
  return [
    new Paragraph({ children: [new TextRun({ text: organisation, color: "484949" })] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
    new Paragraph({ children: [new TextRun({ text: subtitle, size: 26 })] }),
  ];
}

/** The marking and the page's number stand on every page. */
function runningLines({ marking, organisation, title }: Report): Pick<ISectionOptions, "headers" | "footers"> {
  const small = (text: string) => new TextRun({ text, size: 18, color: "484949" });
  return {
    ...(marking === ""
      ? {}
      : {
          headers: {
            default: new Header({
              children: [new Paragraph({ children: [new TextRun({ text: marking, bold: true, size: 18 })] })],
            }),
          },
        }),
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            children: [
              small(`${organisation}: ${title}. Page `),
              new TextRun({
                children: [PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES],
                size: 18,
                color: "484949",
              }),
            ],
          }),
        ],
      }),
    },
  };
}

function wordBlock(block: Block, place: Place, table: TableSize): (Paragraph | Table)[] {
  const { numbering, report } = place;
  switch (block.kind) {
    case "heading": {
      const number = numbering.headings.get(block.id) ?? "";
      const text = number === "" ? block.text : `${number} ${block.text}`;
      return [
        new Paragraph({
          heading: LEVELS[block.level - 1] ?? HeadingLevel.HEADING_3,
          children: [marked(block.id, text)],
        }),
      ];
    }
    case "paragraph":
      return [new Paragraph({ children: runsOf(block.text, place) })];
    case "list":
      return block.items.map(
        (item, index) =>
          new Paragraph({
            ...(block.isOrdered ? {} : { bullet: { level: 0 } }),
            children: [...(block.isOrdered ? [new TextRun(`${index + 1}. `)] : []), ...runsOf(item, place)],
          }),
      );
    case "facts":
      return block.rows.map(
        ({ name, text }) =>
          new Paragraph({ children: [new TextRun({ text: `${name}: `, bold: true }), ...runsOf(text, place)] }),
      );
    case "gap":
      return [
        new Paragraph({
          children: [
            new TextRun({ text: "Still to be written: ", bold: true }),
            new TextRun(`${block.words}. ${block.remedy}`),
          ],
        }),
      ];
    case "table":
      return [
        caption(block.id, `${numbering.labels.get(block.id)}: ${block.caption}`),
        wordTable(block, place, table),
        new Paragraph({
          children: [new TextRun({ text: block.source === undefined ? "" : `Source: ${block.source}`, size: 18 })],
        }),
      ];
    case "figure":
      return [
        caption(block.id, `${numbering.labels.get(block.id)}: ${block.caption}`),
        new Paragraph({ children: [picture(block.svg, { width: CHART_WIDTH, alt: block.alt })] }),
      ];
    case "contents":
      return contentsOf(place, report);
  }
}

/** Written out with links, so that it can be read before anybody updates a field. */
function contentsOf({ numbering }: Place, report: Report): Paragraph[] {
  const headings = blocksOf(report).filter((block) => block.kind === "heading" && block.level < 3);
  return headings.flatMap((block) => {
    if (block.kind !== "heading") return [];
    const number = numbering.headings.get(block.id) ?? "";
    const run = new TextRun({ text: number === "" ? block.text : `${number} ${block.text}`, style: "Hyperlink" });
    return [
      new Paragraph({
        indent: { left: (block.level - 1) * 400 },
        spacing: { after: 60 },
        children: [new InternalHyperlink({ anchor: anchorOf(block.id), children: [run] })],
      }),
    ];
  });
}

function caption(id: string, text: string): Paragraph {
  return new Paragraph({ style: "Caption", keepNext: true, children: [marked(id, text)] });
}

function marked(id: string, text: string): Bookmark {
  return new Bookmark({ id: anchorOf(id), children: [new TextRun(text)] });
}

/** Notes and shorthand, at the end as in every format. */
function endOf(place: Place): readonly ISectionOptions[] {
  const { notes, shorthand } = place.report;
  if (notes.length + shorthand.length === 0) return [];
  const heading = (text: string) => new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(text)] });
  const section = wordSection({ id: "end", orientation: "portrait", size: "a4", blocks: [] }, place, false);
  return [
    {
      ...section,
      children: [
        ...(notes.length === 0 ? [] : [heading("Notes")]),
        ...notes.map(
          ({ id, text }, index) => new Paragraph({ children: [marked(`note-${id}`, `[note ${index + 1}] ${text}`)] }),
        ),
        ...(shorthand.length === 0 ? [] : [heading("Shorthand")]),
        ...shorthand.map(
          ({ shorthand: mark, words }) => new Paragraph({ children: [new TextRun(`${mark} ${words}`)] }),
        ),
      ],
    },
  ];
}
