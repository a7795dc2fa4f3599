/** A report's table in Word: a header row that repeats, rows that are not cut, no merged and no empty cell. */
import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { RatingWord } from "../../../domain/judgement/rating.ts";
import type { ReportCell, TableBlock } from "../../../domain/report/document.ts";
import { picture } from "./pictures.ts";
import { type Place, runsOf } from "./words.ts";

/** Dark words on a tint, whose contrast is above 6:1; the word and its shape say the same without colour. */
const TINTS: Readonly<Record<RatingWord, { readonly fill: string; readonly ink: string }>> = {
  red: { fill: "F4D7D7", ink: "651B1B" },
  amber: { fill: "FDE4D7", ink: "7A3C1C" },
  green: { fill: "CFE4DC", ink: "083D29" },
  "not-rated": { fill: "FFFFFF", ink: "0B0C0C" },
};
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "B1B4B6" } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: "FFFFFF" } as const;
const TREND_WIDTH = 80;

export type TableSize = {
  /** Width of the page within its margins, in twentieths of a point. */
  readonly width: number;
  /** Size of letters in half points. */
  readonly letters: number;
};

/** The table, its columns as wide as their shares. */
export function wordTable({ columns, rows }: TableBlock, place: Place, { width, letters }: TableSize): Table {
  const shares = columns.reduce((sum, { weight }) => sum + weight, 0);
  const widths = columns.map(({ weight }) => Math.floor((weight / shares) * width));
  const align = columns.map(({ align: way }) => (way === "end" ? ("right" as const) : ("left" as const)));
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: LINE, bottom: LINE, left: NONE, right: NONE, insideHorizontal: LINE, insideVertical: NONE },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(
          ({ header }, index) =>
            new TableCell({
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              children: [
                new Paragraph({
                  alignment: align[index] ?? "left",
                  children: [new TextRun({ text: header, bold: true, size: letters })],
                }),
              ],
            }),
        ),
      }),
      ...rows.map(
        ({ cells }) =>
          new TableRow({
            cantSplit: true,
            children: cells.map(
              (cell, index) =>
                new TableCell({
                  width: { size: widths[index] ?? 0, type: WidthType.DXA },
                  ...(cell.kind === "rating"
                    ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: TINTS[cell.word].fill } }
                    : {}),
                  children: [
                    new Paragraph({ alignment: align[index] ?? "left", children: cellRuns(cell, place, letters) }),
                  ],
                }),
            ),
          }),
      ),
    ],
  });
}

function cellRuns(cell: ReportCell, place: Place, size: number) {
  switch (cell.kind) {
    case "text":
      return runsOf(cell.text, place, size);
    case "number":
      return [new TextRun({ text: [cell.shown, ...(cell.marks ?? [])].join(" "), size })];
    case "state":
      return [new TextRun({ text: cell.shorthand, size })];
    case "rating":
      return [new TextRun({ text: cell.label, bold: true, color: TINTS[cell.word].ink, size })];
    case "direction":
      return [new TextRun({ text: cell.label, size })];
    case "trend":
      return [picture(cell.svg, { width: TREND_WIDTH, alt: cell.alt })];
  }
}
