/** Styles and lists of a Word report: Word's own names where it has one, so that a merged paper takes the pack's look. */
import { type INumberingOptions, type IPropertiesOptions, LevelFormat } from "docx";

type Styles = NonNullable<IPropertiesOptions["styles"]>;
type ParagraphStyle = NonNullable<Styles["paragraphStyles"]>[number];

/** References of the lists: headings, bullets and numbers. */
export const LISTS = {
  headings: "waymark-headings",
  bullets: "waymark-bullets",
  numbers: "waymark-numbers",
  letters: "waymark-letters",
} as const;

/** Styles Word has no name for. */
export const OWN_STYLES = {
  organisation: "WaymarkOrganisation",
  fact: "WaymarkFact",
  longFact: "WaymarkLongFact",
  gap: "WaymarkGap",
  small: "WaymarkSmall",
  table: "WaymarkTable",
} as const;

/** Room for the numbers of paragraphs, which hang beside the words. */
const HANGING = 851;

/** The style of a numbered paragraph; its level is that of a heading of the same depth. */
export function numberedParagraph(level: number): string {
  return `WaymarkNumberedParagraph${level}`;
}

/** Points a table's letters may have, a style each. */
const CELL_SIZES = [10, 9, 8, 7] as const;

/** The style of a table's cells. */
export function cellStyle(points: number): string {
  return `WaymarkCell${points}`;
}

/** The style of a heading without a number. */
export function unnumberedHeading(level: number): string {
  return `WaymarkHeading${level}`;
}

/** Its name, which contents ask for. */
export function unnumberedName(level: number): string {
  return `Heading ${level} Unnumbered`;
}

const INK = "0B0C0C";
const MUTED = "484949";
const FONT = "Arial";

const HEADINGS = [
  { size: 32, before: 360, after: 120 },
  { size: 28, before: 280, after: 100 },
  { size: 24, before: 220, after: 80 },
] as const;

/** The lists of a report. @param hasNumbers whether paragraphs have numbers too: then all numbers hang, and lists stand below the words */
export function numberingOf(hasNumbers: boolean): INumberingOptions {
  const inset = hasNumbers ? HANGING : 0;
  return { config: [headingNumbers(inset), ...listsAt(567 + inset)] };
}

/** Multi-level numbers of headings, tied to the heading styles: 1, 1.1, 1.1.1; paragraphs share them, one level below. */
function headingNumbers(hanging: number): INumberingOptions["config"][number] {
  const levels = ["%1", "%1.%2", "%1.%2.%3", "%1.%2.%3.%4"].slice(0, hanging === 0 ? 3 : 4);
  return {
    reference: LISTS.headings,
    levels: levels.map((text, level) => ({
      level,
      format: LevelFormat.DECIMAL,
      text,
      style: {
        // The last is of paragraphs alone, which say themselves which level they are of.
        ...(level < 3 ? { style: `Heading${level + 1}` } : {}),
        paragraph: { indent: { left: hanging, hanging } },
      },
      suffix: hanging === 0 ? "space" : "tab",
    })),
  };
}

function listsAt(left: number): INumberingOptions["config"] {
  return [
    {
      reference: LISTS.bullets,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: "•",
          style: { style: "ListBullet", paragraph: { indent: { left, hanging: 340 } } },
        },
      ],
    },
    {
      reference: LISTS.numbers,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: "%1.",
          style: { paragraph: { indent: { left, hanging: 454 } } },
        },
      ],
    },
    {
      reference: LISTS.letters,
      levels: [
        {
          level: 0,
          format: LevelFormat.LOWER_LETTER,
          text: "%1.",
          style: { paragraph: { indent: { left, hanging: 454 } } },
        },
      ],
    },
  ];
}

/** Twelve points, left aligned, no serifs; sizes stand in styles, never on words. */
export const STYLES: Styles = {
  default: {
    document: {
      run: { font: FONT, size: 24, language: { value: "en-GB", eastAsia: "en-GB", bidirectional: "ar-SA" } },
      paragraph: { spacing: { after: 160, line: 264, lineRule: "auto" } },
    },
    title: { run: { size: 44, bold: true, color: INK }, paragraph: { spacing: { before: 0, after: 120 } } },
    hyperlink: { run: { color: "12436D", underline: { type: "single" } } },
  },
  paragraphStyles: [
    ...HEADINGS.map(
      ({ size, before, after }, level): ParagraphStyle => ({
        id: `Heading${level + 1}`,
        name: `heading ${level + 1}`,
        basedOn: "Normal",
        next: "Normal",
        quickFormat: true,
        run: { size, bold: true, color: INK },
        paragraph: {
          keepNext: true,
          keepLines: true,
          spacing: { before, after },
          outlineLevel: level,
          numbering: { reference: LISTS.headings, level },
        },
      }),
    ),
    // Styles rather than a word on each heading: readers that know no lists lose headings which say they are in none.
    ...HEADINGS.map(
      (_, level): ParagraphStyle => ({
        id: unnumberedHeading(level + 1),
        name: unnumberedName(level + 1),
        basedOn: `Heading${level + 1}`,
        next: "Normal",
        quickFormat: true,
        paragraph: { numbering: false },
      }),
    ),
    style("Subtitle", "Subtitle", { size: 28, color: MUTED }, { spacing: { after: 360 } }),
    style("TOCHeading", "TOC Heading", { size: 32, bold: true }, { keepNext: true, spacing: { before: 240 } }),
    style("TOC1", "toc 1", {}, { spacing: { before: 80, after: 40 } }),
    style("TOC2", "toc 2", {}, { spacing: { after: 40 }, indent: { left: 284 } }),
    style(
      "ListBullet",
      "List Bullet",
      {},
      { spacing: { after: 80 }, numbering: { reference: LISTS.bullets, level: 0 } },
    ),
    ...[2, 3, 4].map((level) =>
      style(
        numberedParagraph(level),
        `Numbered Paragraph ${level}`,
        {},
        { numbering: { reference: LISTS.headings, level: level - 1 } },
      ),
    ),
    style("ListNumber", "List Number", {}, { spacing: { after: 80 } }),
    style(
      "Caption",
      "caption",
      { bold: true, size: 22 },
      { keepNext: true, keepLines: true, spacing: { before: 200, after: 80 } },
    ),
    style("Header", "header", { size: 18, bold: true }, { spacing: { after: 0 } }),
    style("Footer", "footer", { size: 18, color: MUTED }, { spacing: { after: 0 } }),
    style(OWN_STYLES.organisation, "Waymark Organisation", { color: MUTED }, { spacing: { after: 60 } }),
    style(OWN_STYLES.longFact, "Waymark Long Fact", {}, { spacing: { after: 120 } }),
    style(OWN_STYLES.fact, "Waymark Fact", {}, { spacing: { after: 80 }, indent: { left: 3402, hanging: 3402 } }),
    style(
      OWN_STYLES.gap,
      "Waymark Gap",
      {},
      {
        border: { left: { style: "single", size: 36, space: 8, color: "651B1B" } },
        shading: { type: "clear", color: "auto", fill: "F4D7D7" },
      },
    ),
    style(OWN_STYLES.small, "Waymark Small", { size: 18, color: MUTED }, { spacing: { before: 60, after: 200 } }),
    ...CELL_SIZES.map((points) =>
      style(
        cellStyle(points),
        `Waymark Cell ${points}`,
        { size: 2 * points },
        { spacing: { before: 0, after: 0, line: 240, lineRule: "auto" } },
      ),
    ),
  ],
};

function style(
  id: string,
  name: string,
  run: NonNullable<ParagraphStyle["run"]>,
  paragraph: NonNullable<ParagraphStyle["paragraph"]>,
): ParagraphStyle {
  return { id, name, basedOn: "Normal", quickFormat: true, run, paragraph };
}

/** Around a cell's words, in twentieths of a point. */
export const CELL_ROOM = { top: 40, bottom: 40, left: 70, right: 70 } as const;

/** The library writes no table styles: lines between rows, a header row and a first column that name their cells. */
export const TABLE_STYLE = tableStyle();

function tableStyle(): string {
  const line = (side: string, size: number, colour: string) =>
    `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${colour}"/>`;
  const margin = (side: string, width: number) => `<w:${side} w:w="${width}" w:type="dxa"/>`;
  return (
    `<w:style w:type="table" w:styleId="${OWN_STYLES.table}"><w:name w:val="Waymark Table"/>` +
    `<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:tblPr><w:tblBorders>` +
    `${line("top", 4, "B1B4B6")}${line("bottom", 8, INK)}${line("insideH", 4, "B1B4B6")}</w:tblBorders>` +
    `<w:tblCellMar>${margin("top", CELL_ROOM.top)}${margin("left", CELL_ROOM.left)}${margin("bottom", CELL_ROOM.bottom)}${margin("right", CELL_ROOM.right)}</w:tblCellMar></w:tblPr>` +
    `<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>${line("bottom", 12, INK)}</w:tcBorders></w:tcPr></w:tblStylePr>` +
    `<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>`
  );
}
