/** A report's table in Word: a header row that repeats, rows that are not cut, no merged and no empty cell. */
import {
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { RatingWord } from "../../../domain/judgement/rating.ts";
import type { ReportCell, ReportRow, TableBlock } from "../../../domain/report/document.ts";
import { fitTable, wordsWidth } from "../paper/column-widths.ts";
import { picture } from "./pictures.ts";
import { type Place, type Sheet, textWidth } from "./place.ts";
import { CELL_ROOM, cellStyle, OWN_STYLES } from "./styles.ts";
import { linesOf, runsOf } from "./words.ts";

/** Dark words on a tint, whose contrast is above 6:1; the word and its shape say the same without colour. */
const TINTS: Readonly<Record<RatingWord, { readonly fill: string; readonly ink: string }>> = {
  red: { fill: "F4D7D7", ink: "651B1B" },
  amber: { fill: "FDE4D7", ink: "7A3C1C" },
  green: { fill: "CFE4DC", ink: "083D29" },
  "not-rated": { fill: "FFFFFF", ink: "0B0C0C" },
};
/** Points of letters that a table may have: the largest at which no ordinary word is cut. */
const SIZES = { upright: [10, 9, 8], wide: [9, 8, 7] } as const;
const TWENTIETHS = 20;
/** Points a column has beyond what the PDF's has: the first is bold here, and cell margins are wider. */
const MORE_ROOM = 2;
/** Twentieths of a point in a pixel of the page, and a cell's margins in pixels. */
const PIXEL = 15;
const CELL_MARGINS = 10;
const LOOK = { firstRow: true, firstColumn: true, lastRow: false, lastColumn: false, noHBand: true, noVBand: true };

type Column = {
  readonly width: number;
  readonly align: "left" | "right";
  /** Points of its letters. */
  readonly size: number;
};

/** The table, as wide as the sheet's text. */
export function wordTable(block: TableBlock, place: Place, sheet: Sheet): Table {
  const width = textWidth(sheet);
  const room = width / TWENTIETHS - MORE_ROOM * block.columns.length;
  const fit = fitTable(block, room / place.spread, sheet.width > sheet.height ? SIZES.wide : SIZES.upright);
  const widths = whole(
    fit.widths.map((one) => (one * place.spread + MORE_ROOM) * TWENTIETHS),
    width,
  );
  const columns = block.columns.map(
    ({ align }, index): Column => ({
      width: widths[index] ?? 0,
      align: align === "end" ? "right" : "left",
      size: fit.size,
    }),
  );
  return new Table({
    style: OWN_STYLES.table,
    tableLook: LOOK,
    // The style says so too, but what lays the contents' pages out reads only the table.
    margins: CELL_ROOM,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      headerRow(block, columns, place),
      // No row stands alone on a page: the last but one goes with the last.
      ...block.rows.map((row, index) => bodyRow(row, columns, place, index === block.rows.length - 2)),
    ],
  });
}

/** Whole twentieths that add up: the last column takes what rounding leaves. */
function whole(widths: readonly number[], width: number): readonly number[] {
  const floors = widths.map(Math.floor);
  const rest = width - floors.reduce((total, one) => total + one, 0);
  return floors.map((one, index) => (index === floors.length - 1 ? one + rest : one));
}

function headerRow({ columns: named }: TableBlock, columns: readonly Column[], { spread }: Place): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) =>
      cellOf(column, linesOf(headerLines(named[index]?.header ?? "", column, spread)), { keepNext: true }),
    ),
  });
}

/** "Q1 2025-26" in a narrow column stands on two lines before the year, as Word would part the year at its hyphen. */
function headerLines(header: string, { width, size }: Column, spread: number): string {
  const fits = wordsWidth(header, size, true) * spread * TWENTIETHS < width - CELL_MARGINS * PIXEL;
  return fits ? header : header.replace(/ (?=\d+-\d)/g, "\n");
}

function bodyRow({ cells }: ReportRow, columns: readonly Column[], place: Place, keepNext: boolean): TableRow {
  return new TableRow({
    cantSplit: true,
    keepNext,
    children: columns.map((column, index) => {
      const cell = cells[index];
      if (cell === undefined) return cellOf(column, [new TextRun("–")]);
      const fill = cell.kind === "rating" ? TINTS[cell.word].fill : undefined;
      return cellOf(column, filled(cellRuns(cell, column, place), cell), fill === undefined ? {} : { fill });
    }),
  });
}

function cellOf(
  { width, size, align }: Column,
  children: readonly ParagraphChild[],
  { fill, keepNext = false }: { readonly fill?: string; readonly keepNext?: boolean } = {},
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: "auto", fill } }),
    children: [
      new Paragraph({
        style: cellStyle(size),
        ...(align === "right" ? { alignment: "right" } : {}),
        ...(keepNext ? { keepNext } : {}),
        children,
      }),
    ],
  });
}

/** A text of nothing but spaces reads as an empty cell: a dash says that there is nothing. */
function filled(runs: readonly ParagraphChild[], cell: ReportCell): readonly ParagraphChild[] {
  const isEmpty = cell.kind === "text" && cell.text.every((part) => typeof part === "string" && part.trim() === "");
  return isEmpty ? [new TextRun("–")] : runs;
}

function cellRuns(cell: ReportCell, { width }: Column, place: Place): readonly ParagraphChild[] {
  switch (cell.kind) {
    case "text":
      return runsOf(cell.text, place);
    case "number":
      return linesOf([cell.shown, ...(cell.marks ?? [])].join(" "));
    case "state":
      return linesOf(cell.shorthand);
    case "rating":
      return [new TextRun({ text: cell.label, bold: true, color: TINTS[cell.word].ink })];
    case "direction":
      return linesOf(cell.label);
    case "trend":
      return [
        picture(cell.svg, {
          width: Math.min(120, Math.floor(width / PIXEL) - CELL_MARGINS),
          alt: cell.alt,
          drawings: place.drawings,
        }),
      ];
  }
}
