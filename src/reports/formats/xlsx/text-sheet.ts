/** The words of a report as one sheet: every paragraph, list item, fact, gap and chart, under the heading it stands below. */
import { type Block, blocksOf, type ListBlock, type Text } from "../../../domain/report/document.ts";
import { plainInline } from "../../../domain/report/numbering.ts";
import { aboveTable, type Place } from "./above-table.ts";
import { type Sheet, textTable } from "./sheet.ts";

/** What a row can show (a cell holds 32,767 signs); a longer text goes on in the next row. */
const LONGEST_CELL = 1_500;

/** None where the report has no words. */
export function textSheet(place: Place): readonly Sheet[] {
  const rows = wordRows(place).flatMap(([heading, text]) => pieces(text).map((piece) => [heading, piece]));
  const table = textTable("words", ["Section", "Text"], rows);
  return rows.length === 0 ? [] : [{ name: "Text", above: aboveTable(place.report, "The words of the report"), table }];
}

/** Every text of the report in reading order, each with the heading it stands below. */
export function wordRows(place: Place): readonly (readonly [heading: string, text: string])[] {
  const { report, numbering } = place;
  const blocks = blocksOf(report);
  let heading = report.title;
  return blocks.flatMap((block, index): readonly (readonly [string, string])[] => {
    if (block.kind === "heading") {
      const number = numbering.headings.get(block.id) ?? "";
      heading = number === "" ? block.text : `${number} ${block.text}`;
      // A heading over headings has no words of its own, and must not be lost.
      return blocks[index + 1]?.kind === "heading" ? [[heading, "See the sections below."]] : [];
    }
    return wordsOf(block, place).map((text) => [heading, text]);
  });
}

/** A text as a sheet shows it: the address of a link stands after its words, as a cell can lead to one place only. */
export function workbookText(text: Text, { numbering, report }: Place): string {
  const plain = text.flatMap((part): Text => {
    if (typeof part === "string") return [part];
    if (part.kind === "note") return [" ", part];
    return part.kind === "link" && part.href !== part.text ? [`${part.text} (${part.href})`] : [part];
  });
  return plainInline(plain, numbering, report).replaceAll("  [note ", " [note ");
}

function wordsOf(block: Block, place: Place): readonly string[] {
  const { numbering, sheetOf } = place;
  const counted = numbering.paragraphs.get(block);
  const number = counted === undefined ? "" : `${counted} `;
  switch (block.kind) {
    case "paragraph":
      return [workbookText(block.text, place)].filter((text) => text.trim() !== "").map((text) => `${number}${text}`);
    case "list":
      return block.items.map((item, index) =>
        block.isOrdered ? `${orderMark(block, index)} ${workbookText(item, place)}` : workbookText(item, place),
      );
    case "facts":
      return block.rows.map(({ name, text }) => `${name}: ${workbookText(text, place)}`);
    case "gap":
      return [`${number}Still to be written: ${block.words}. ${block.remedy}`];
    case "figure":
      return [
        `${numbering.labels.get(block.id)}: ${block.caption}. ${block.alt} Its data: ${numbering.labels.get(block.table)}.`,
      ];
    case "table": {
      const sheet = sheetOf.get(block.id);
      const where = sheet === undefined ? "" : ` It is on the sheet “${sheet}”.`;
      return [`${numbering.labels.get(block.id)}: ${block.caption}.${where}`];
    }
    default:
      return [];
  }
}

/** Cut where a paragraph or a sentence ends, else between two words. */
function pieces(text: string): readonly string[] {
  if (text.length <= LONGEST_CELL) return [text];
  const ends = [text.lastIndexOf("\n", LONGEST_CELL), text.lastIndexOf(". ", LONGEST_CELL) + 1];
  const end = Math.max(...ends);
  const at = end > 0 ? end : text.lastIndexOf(" ", LONGEST_CELL);
  const cut = at > 0 ? at : LONGEST_CELL;
  return [text.slice(0, cut), ...pieces(text.slice(cut).trimStart())];
}

/** "2." or "b.", as the list is counted. */
function orderMark({ isLettered = false }: ListBlock, index: number): string {
  return isLettered && index < 26 ? `${String.fromCharCode(97 + index)}.` : `${index + 1}.`;
}
