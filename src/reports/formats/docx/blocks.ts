/** Blocks of a report as paragraphs, tables and pictures of Word, each with a style and none with numbers typed by hand. */
import {
  type FileChild,
  type IParagraphOptions,
  Paragraph,
  SimpleField,
  StyleLevel,
  Tab,
  TableOfContents,
  TextRun,
} from "docx";
import { dayInWords } from "../../../domain/period.ts";
import type {
  Block,
  FactsBlock,
  FigureBlock,
  HeadingBlock,
  ListBlock,
  ParagraphBlock,
  TableBlock,
} from "../../../domain/report/document.ts";
import { picture } from "./pictures.ts";
import { type Place, type Sheet, textWidth } from "./place.ts";
import { LISTS, numberedParagraph, OWN_STYLES, unnumberedHeading, unnumberedName } from "./styles.ts";
import { wordTable } from "./table.ts";
import { linesOf, marked, runsOf, sayable } from "./words.ts";

const PIXEL = 15;
const CHART_WIDTH = 640;
/** Letters that fit before the text of facts. */
const LONGEST_NAME = 26;

/** What a block is in Word; `nextList` gives each ordered list a number of its own, so that each begins at 1. */
export function wordBlock(block: Block, place: Place, sheet: Sheet, nextList: () => number): readonly FileChild[] {
  switch (block.kind) {
    case "heading":
      return [headingOf(block, place)];
    case "paragraph":
      return paragraphsOf(block, place);
    case "list":
      return listOf(block, place, nextList);
    case "facts":
      return factsOf(block, place);
    case "gap":
      return [
        new Paragraph({
          style: OWN_STYLES.gap,
          ...inHeadings(levelOf(block, place)),
          children: [
            marked(
              block.id,
              [new TextRun({ text: "Still to be written: ", bold: true }), ...linesOf(block.words)],
              place,
            ),
            ...linesOf(`. ${block.remedy}`),
          ],
        }),
      ];
    case "table":
      return tableOf(block, place, sheet);
    case "figure":
      return [captionOf(block, place), pictureOf(block, place, sheet)];
    case "contents":
      return contentsOf();
  }
}

/** A heading's number is its style's; one without a number has a style that rests on the numbered one. */
function headingOf({ id, level, text, isNumbered }: HeadingBlock, place: Place): Paragraph {
  return new Paragraph({
    style: isNumbered ? `Heading${level}` : unnumberedHeading(level),
    children: [marked(id, linesOf(text), place)],
  });
}

/** Internal copies say who wrote what a person wrote. */
function paragraphsOf(block: ParagraphBlock, place: Place): readonly Paragraph[] {
  const { id, text, by } = block;
  const runs = runsOf(text, place);
  const level = levelOf(block, place);
  const paragraph = new Paragraph({
    ...(level === 0 ? {} : { style: numberedParagraph(level), ...inHeadings(level) }),
    children: id === undefined ? runs : [marked(id, runs, place)],
  });
  if (by === undefined || place.report.audience !== "internal") return [paragraph];
  return [
    paragraph,
    new Paragraph({ style: OWN_STYLES.small, children: linesOf(`${by.person}, ${dayInWords(by.on)}`) }),
  ];
}

/** How many parts a paragraph's number has; 0 where it has none. */
function levelOf(block: Block, { numbering }: Place): number {
  return numbering.paragraphs.get(block)?.split(".").length ?? 0;
}

/** In the list of headings by itself, too: Word ties a level to one style only, which is the heading's. */
function inHeadings(level: number): Pick<IParagraphOptions, "numbering"> {
  return level === 0 ? {} : { numbering: { reference: LISTS.headings, level: level - 1 } };
}

function listOf(
  { isOrdered, isLettered = false, items }: ListBlock,
  place: Place,
  nextList: () => number,
): readonly Paragraph[] {
  const instance = isOrdered ? nextList() : 0;
  return items.map((item) =>
    isOrdered
      ? new Paragraph({
          style: "ListNumber",
          numbering: { reference: isLettered ? LISTS.letters : LISTS.numbers, level: 0, instance, custom: true },
          children: runsOf(item, place),
        })
      : new Paragraph({ style: "ListBullet", children: runsOf(item, place) }),
  );
}

/** Names beside what each is; long names have their text after them, as beside them it would be a narrow column. */
function factsOf({ rows }: FactsBlock, place: Place): readonly Paragraph[] {
  const isBeside = rows.every(({ name }) => name.length <= LONGEST_NAME);
  return rows.map(({ name, text }) => {
    const named = new TextRun({ children: [`${sayable(name)}:`, isBeside ? new Tab() : " "], bold: true });
    return new Paragraph({
      style: isBeside ? OWN_STYLES.fact : OWN_STYLES.longFact,
      children: [named, ...runsOf(text, place)],
    });
  });
}

/** A table with its caption above; what stands below it also keeps it apart from the next. */
function tableOf(block: TableBlock, place: Place, sheet: Sheet): readonly FileChild[] {
  const below = block.source === undefined ? [] : linesOf(`Source: ${block.source}`);
  return [
    captionOf(block, place),
    wordTable(block, place, sheet),
    new Paragraph({ style: OWN_STYLES.small, children: below }),
  ];
}

/** "Table 3: …", the number a field; the bookmark holds label and number, so that a reference reads "Table 3". */
function captionOf({ id, caption }: TableBlock | FigureBlock, place: Place): Paragraph {
  const [name = "", number = ""] = (place.numbering.labels.get(id) ?? "").split(" ");
  const label = [new TextRun(`${name} `), new SimpleField(`SEQ ${name} \\* ARABIC`, number)];
  // A council's own captions may not be kept with what they name.
  return new Paragraph({
    style: "Caption",
    keepNext: true,
    children: [marked(id, label, place), ...linesOf(`: ${caption}`)],
  });
}

function pictureOf({ svg, alt }: FigureBlock, { drawings }: Place, sheet: Sheet): Paragraph {
  const width = Math.min(CHART_WIDTH, Math.floor(textWidth(sheet) / PIXEL));
  return new Paragraph({ children: [picture(svg, { width, alt, drawings })] });
}

/** A field Word can make again, with its entries and pages written already. */
function contentsOf(): readonly FileChild[] {
  return [
    new Paragraph({ style: "TOCHeading", children: [new TextRun("Contents")] }),
    new TableOfContents("Contents", {
      hyperlink: true,
      // Otherwise Word asks whoever opens the file to update it.
      beginDirty: false,
      headingStyleRange: "1-2",
      stylesWithLevels: [1, 2].map((level) => new StyleLevel(unnumberedName(level), level)),
    }),
  ];
}
