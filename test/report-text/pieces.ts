/** What a report says, piece by piece in reading order, and whether a text extracted from a file says all of it. */
import { type Block, blocksOf, type Report, type ReportCell, type Text } from "../../src/domain/report/document.ts";
import { type Numbering, numberReport, referenceText } from "../../src/domain/report/numbering.ts";

/** A text, and whether it is one only a program that counts (fields, list numbers) can tell, or words of a picture. */
export type Piece = { readonly text: string; readonly is: "words" | "counted" | "of-a-picture" };

export type Passage = {
  /** Where it stands: what a failing test names. */
  readonly place: string;
  /** Of a table: its caption's label, "Table 3". */
  readonly table: string | null;
  readonly pieces: readonly Piece[];
};

/** Title, every block, notes and shorthand, each with its pieces in order. */
export function passagesOf(report: Report): readonly Passage[] {
  const numbering = numberReport(report);
  const end = [
    ...report.notes.map(({ text }, index) => [counted(`note ${index + 1}`), words(text)]),
    ...report.shorthand.map((one) => [words(one.shorthand), words(one.words)]),
  ];
  return [
    { place: "the title", table: null, pieces: [words(report.organisation)] },
    { place: "the title", table: null, pieces: [words(report.title), words(report.subtitle)] },
    ...blocksOf(report).map((block) => passageOf(block, numbering, report)),
    ...end.map((pieces) => ({ place: "notes and shorthand", table: null, pieces })),
  ];
}

const words = (text: string): Piece => ({ text, is: "words" });
const counted = (text: string): Piece => ({ text, is: "counted" });

function passageOf(block: Block, numbering: Numbering, report: Report): Passage {
  const textPieces = (text: Text) => piecesOf(text, numbering, report);
  const own = numbering.paragraphs.get(block);
  const number = own === undefined ? [] : [counted(own)];
  switch (block.kind) {
    case "heading": {
      const before = numbering.headings.get(block.id) ?? "";
      const pieces = [...(before === "" ? [] : [counted(before)]), words(block.text)];
      return { place: `heading “${block.text}”`, table: null, pieces };
    }
    case "paragraph":
      return { place: "a paragraph", table: null, pieces: [...number, ...textPieces(block.text)] };
    case "list":
      return { place: "a list", table: null, pieces: block.items.flatMap(textPieces) };
    case "facts":
      return {
        place: "facts",
        table: null,
        pieces: block.rows.flatMap(({ name, text }) => [words(name), ...textPieces(text)]),
      };
    case "gap":
      return { place: "a gap", table: null, pieces: [...number, words(block.words), words(block.remedy)] };
    case "figure": {
      const label = numbering.labels.get(block.id) ?? "";
      const pieces = [counted(label), words(block.caption), { text: block.alt, is: "of-a-picture" } as const];
      return { place: label, table: null, pieces };
    }
    case "table": {
      const label = numbering.labels.get(block.id) ?? "";
      const pieces = [
        ...block.columns.map(({ header }) => words(header)),
        ...block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cellPieces(cell, numbering, report))),
      ];
      return {
        place: `${label}, ${block.caption}`,
        table: label,
        pieces: [counted(label), words(block.caption), ...pieces],
      };
    }
    case "contents":
      return { place: "contents", table: null, pieces: [] };
  }
}

function cellPieces(cell: ReportCell, numbering: Numbering, report: Report): readonly Piece[] {
  switch (cell.kind) {
    case "text":
      return piecesOf(cell.text, numbering, report);
    case "number":
      return [cell.shown, ...(cell.marks ?? [])].map(words);
    case "state":
      return [words(cell.shorthand)];
    case "trend":
      return [{ text: cell.alt, is: "of-a-picture" }];
    default:
      return [words(cell.label)];
  }
}

function piecesOf(text: Text, numbering: Numbering, report: Report): readonly Piece[] {
  return text.flatMap((part): readonly Piece[] => {
    if (typeof part === "string") return [words(part)];
    if (part.kind === "reference") return [counted(referenceText(part.to, numbering, report))];
    return part.kind === "note" ? [counted(`note ${numbering.notes.get(part.note)}`)] : [words(part.text)];
  });
}

/**
 * What is left of a text when everything is taken out that a page may change without losing a word: blanks and line ends (wrapping),
 * marks of no width, the kind of a hyphen, and the order of letters that run from right to left, which are looked for word by word.
 * A sign no font has may be named by its number, [U+2705]. Nothing else is forgiven.
 */
export function even(text: string): string {
  return text
    .replace(/\[U\+([0-9A-F]{4,6})\]/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/[-\u2010\u00AD]\r?\n/g, "\n")
    .normalize("NFKC")
    .replace(/\u2010/g, "-")
    .replace(RIGHT_TO_LEFT, "")
    .replace(/\s|\p{Cf}|\uFE0F/gu, "");
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\u202A-\u202E\u2066-\u2069]+/gu;

/** Words that run from right to left, as they are read. */
export function rightToLeft(text: string): readonly string[] {
  return text.normalize("NFKC").match(/[\p{Script=Arabic}\p{Script=Hebrew}]+/gu) ?? [];
}

/**
 * The pieces missing from an evened text, each looked for after the one before, so that a word that stands ten times in a table has to be
 * found ten times.
 *
 * @param from where to begin
 * @returns what is missing, and where the last found piece ends
 */
export function missingFrom(
  extracted: string,
  pieces: readonly Piece[],
  from: number,
): { readonly missing: readonly string[]; readonly to: number } {
  const missing: string[] = [];
  let to = from;
  for (const { text } of pieces) {
    const wanted = even(text);
    // A dash alone is how a page says that there is nothing.
    if (/^[–—-]*$/.test(wanted)) continue;
    // A hyphen at the end of a line may have been taken for one that wrapping put there.
    const pattern = new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(/(?<=\p{L})-/gu, "-?"), "g");
    pattern.lastIndex = to;
    if (pattern.exec(extracted) === null) missing.push(text);
    else to = pattern.lastIndex;
  }
  return { missing, to };
}
