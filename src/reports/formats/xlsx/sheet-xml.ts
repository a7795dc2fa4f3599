/** One sheet as XML, and its table: title in A1, one header row, nothing merged, nothing below. */
import { cellText, linesIn, type Sheet, type SheetCell, type SheetColumn, type SheetTable } from "./sheet.ts";
import { type NumberStyles, STYLES, textStyle } from "./styles.ts";
import { columnLetters, MAIN, RELATIONS, XML_HEAD, xmlAttribute, xmlText } from "./xml.ts";

/** Wide enough for the lines of a cover. */
const COVER_WIDTH = 100;
/** In points. */
const LINE_HEIGHT = 15;
const TITLE_HEIGHT = 21;
const HIGHEST = 409;

/** @param isFirst the sheet the workbook opens with, its cursor in A1 */
export function sheetXml({ above, table }: Sheet, styles: NumberStyles, isFirst: boolean): string {
  const start = above.length + 1;
  const title = above.map((text, index) => {
    const lines = table === null ? linesIn(text, COVER_WIDTH) : 1;
    const cell = textCell(`A${index + 1}`, text, titleStyle(index, table === null));
    return row(index + 1, [cell], index === 0 ? TITLE_HEIGHT : lines * LINE_HEIGHT);
  });
  const widths = table === null ? [COVER_WIDTH] : table.columns.map(({ width }) => width);
  return [
    `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView${isFirst ? ` tabSelected="1"` : ""} workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/><cols>${widths.map(columnXml).join("")}</cols>`,
    `<sheetData>${title.join("")}${table === null ? "" : tableRows(table, start, styles)}</sheetData>`,
    table === null ? "" : linksXml(table, start),
    `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>`,
    `<pageSetup paperSize="9" orientation="${table === null ? "portrait" : "landscape"}" fitToHeight="0"/>`,
    table === null ? "" : ignoredErrors(table, start),
    table === null ? "" : `<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`,
    "</worksheet>",
  ].join("");
}

/** The part that marks the rows as a table. It has no filter, and needs none to be a table. */
export function tableXml({ table, above }: Sheet & { readonly table: SheetTable }, id: number): string {
  const { name, columns, rows } = table;
  const from = above.length + 1;
  const listed = columns.map(({ header }, index) => `<tableColumn id="${index + 1}" name="${xmlAttribute(header)}"/>`);
  return [
    `${XML_HEAD}<table xmlns="${MAIN}" id="${id}" name="${name}" displayName="${name}"`,
    ` ref="A${from}:${columnLetters(columns.length - 1)}${from + rows.length}" totalsRowShown="0">`,
    `<tableColumns count="${columns.length}">${listed.join("")}</tableColumns>`,
    `<tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`,
  ].join("");
}

function titleStyle(index: number, isCover: boolean): number {
  if (index === 0) return STYLES.title;
  // Above a table a line runs on over the columns beside it; on the cover there are none.
  return isCover ? STYLES.text : STYLES.plain;
}

function columnXml(width: number, index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
}

function tableRows({ columns, rows }: SheetTable, start: number, styles: NumberStyles): string {
  const header = columns.map((column, index) =>
    textCell(
      `${columnLetters(index)}${start}`,
      column.header,
      column.align === "end" ? STYLES.headerEnd : STYLES.header,
    ),
  );
  const body = rows.map((cells, place) => {
    const at = start + 1 + place;
    return row(
      at,
      cells.map((cell, index) =>
        cellXml(`${columnLetters(index)}${at}`, cell, { styles, align: columns[index]?.align ?? "start" }),
      ),
      heightOf(cells.map(cellText), columns),
    );
  });
  const headers = columns.map((column) => column.header);
  return [row(start, header, heightOf(headers, columns)), ...body].join("");
}

function heightOf(texts: readonly string[], columns: readonly SheetColumn[]): number {
  const lines = texts.map((text, index) => linesIn(text, columns[index]?.width ?? COVER_WIDTH));
  return Math.min(HIGHEST, Math.max(...lines) * LINE_HEIGHT);
}

function row(at: number, cells: readonly string[], height: number): string {
  return `<row r="${at}" ht="${height}">${cells.join("")}</row>`;
}

type CellLook = { readonly styles: NumberStyles; readonly align: SheetColumn["align"] };

function cellXml(at: string, cell: SheetCell, { styles, align }: CellLook): string {
  if (typeof cell === "string") return textCell(at, cell, textStyle(cell, align));
  if ("text" in cell) return textCell(at, cell.text, STYLES.link);
  const { value, format } = cell;
  if (format === null) return `<c r="${at}" s="${STYLES.exact}"><v>${value}</v></c>`;
  return `<c r="${at}" s="${styles.placeOf(format)}"><v>${format.sign === "%" ? hundredth(value) : value}</v></c>`;
}

/** Text stands in its own cell as text: no sign at its beginning makes it a formula. */
function textCell(at: string, text: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** Moves the point, as dividing by 100 is not quite exact: 28.7 becomes 0.287. */
function hundredth(value: number): number {
  const [digits = "0", exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) - 2}`);
}

/** References are text that looks like numbers, and meant to be. */
function ignoredErrors({ columns, rows }: SheetTable, start: number): string {
  const last = `${columnLetters(columns.length - 1)}${start + rows.length}`;
  return `<ignoredErrors><ignoredError sqref="A${start}:${last}" numberStoredAsText="1"/></ignoredErrors>`;
}

function linksXml({ rows }: SheetTable, start: number): string {
  const links = rows.flatMap((cells, place) =>
    cells.flatMap((cell, index) => {
      if (typeof cell === "string" || !("toSheet" in cell)) return [];
      const at = `${columnLetters(index)}${start + 1 + place}`;
      const location = `'${cell.toSheet.replaceAll("'", "''")}'!A1`;
      return [`<hyperlink ref="${at}" location="${xmlAttribute(location)}" display="${xmlAttribute(cell.text)}"/>`];
    }),
  );
  return links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`;
}
