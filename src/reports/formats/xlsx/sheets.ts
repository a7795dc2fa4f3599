/** A report as sheets of one table each (rules of the Analysis Function): what a sheet says above its table, its header, its rows. */
import {
  blocksOf,
  type NumberFormat,
  type Report,
  type ReportCell,
  type ReportColumn,
  type TableBlock,
} from "../../../domain/report/document.ts";
import { type Numbering, numberReport, plainInline } from "../../../domain/report/numbering.ts";

/** A number keeps its format; everything else is text, and is written as text, so that nothing is ever run. */
export type SheetCell = string | { readonly value: number; readonly format: NumberFormat };

export type Sheet = {
  /** At most 31 signs, unlike every other sheet's, without the signs Excel forbids. */
  readonly name: string;
  /** Column A above the table, a row each: title, what the sheet holds, notes, shorthand, source. */
  readonly above: readonly string[];
  /** Excel's name of the table. */
  readonly table: string;
  readonly columns: readonly { readonly header: string; readonly width: number }[];
  readonly rows: readonly (readonly SheetCell[])[];
};

const LONGEST_NAME = 31;
const NARROWEST = 10;
const WIDEST = 60;
/** An empty cell has to be explained; a dash says that there is nothing to say. */
const NOTHING = "–";

/** Every sheet that holds a table of the report, then its words, notes and shorthand. */
export function sheetsOf(report: Report): readonly Sheet[] {
  const numbering = numberReport(report);
  const tables = blocksOf(report).filter((block) => block.kind === "table");
  const joined = [...Map.groupBy(tables, ({ id, sheet }) => sheet?.name ?? id).values()];
  const sheets = [
    ...joined.map((parts) => tableSheet(parts, { report, numbering })),
    textSheet(report, numbering),
    ...(report.notes.length === 0 ? [] : [notesSheet(report)]),
    ...(report.shorthand.length === 0 ? [] : [shorthandSheet(report)]),
  ];
  return distinct(sheets);
}

type Place = { readonly report: Report; readonly numbering: Numbering };

/** Tables of one sheet are joined, each part named in a column of its own. */
function tableSheet(parts: readonly TableBlock[], place: Place): Sheet {
  const [first] = parts;
  if (first === undefined) throw new RangeError("A sheet has at least one table.");
  const name = first.sheet?.name ?? first.caption;
  const partColumn = first.sheet === undefined ? [] : [first.sheet.partColumn];
  // A mark beside a number would make it text, so that it could not be added up: marks have columns of their own.
  const marked = first.columns.map((_, index) =>
    parts.some(({ rows }) => rows.some((row) => marksOf(row.cells[index]) !== "")),
  );
  const headers = [
    ...partColumn,
    ...first.columns.flatMap(({ header }, index) => (marked[index] ? [header, `${header}: marks`] : [header])),
  ];
  const rows = parts.flatMap((part) =>
    part.rows.map(({ cells }) => [
      ...(part.sheet === undefined ? [] : [part.sheet.part]),
      ...cells.flatMap((cell, index): readonly SheetCell[] =>
        marked[index] ? [sheetCell(cell, place), marksOf(cell) || NOTHING] : [sheetCell(cell, place)],
      ),
    ]),
  );
  const captions = parts.map(({ id, caption }) => `${place.numbering.labels.get(id)}: ${caption}`);
  return {
    name,
    above: aboveOf(place.report, captions.join("; "), [
      columnWords(first.columns),
      ...parts.slice(0, 1).flatMap(({ source }) => (source === undefined ? [] : [`Source: ${source}`])),
    ]),
    table: `table_${first.id}`.replace(/\W+/g, "_"),
    columns: headers.map((header, index) => ({
      header,
      width: widthOf(
        header,
        rows.map((row) => row[index] ?? ""),
      ),
    })),
    rows,
  };
}

/** The words of the report, in reading order. */
function textSheet(report: Report, numbering: Numbering): Sheet {
  let heading = report.title;
  const rows = blocksOf(report).flatMap((block): readonly (readonly string[])[] => {
    if (block.kind === "heading") {
      const number = numbering.headings.get(block.id) ?? "";
      heading = number === "" ? block.text : `${number} ${block.text}`;
      return [];
    }
    if (block.kind === "paragraph") return [[heading, plainInline(block.text, numbering, report)]];
    if (block.kind === "list") return block.items.map((item) => [heading, plainInline(item, numbering, report)]);
    if (block.kind === "facts")
      return block.rows.map(({ name, text }) => [heading, `${name}: ${plainInline(text, numbering, report)}`]);
    if (block.kind === "gap") return [[heading, `Still to be written: ${block.words}. ${block.remedy}`]];
    return block.kind === "figure"
      ? [[heading, `${numbering.labels.get(block.id)}: ${block.caption}. ${block.alt}`]]
      : [];
  });
  return plainSheet(report, { name: "Text", title: "The words of the report", headers: ["Section", "Text"], rows });
}

function notesSheet(report: Report): Sheet {
  const rows = report.notes.map(({ text }, index) => [`note ${index + 1}`, text]);
  return plainSheet(report, { name: "Notes", title: "Notes", headers: ["Note", "What it says"], rows });
}

function shorthandSheet(report: Report): Sheet {
  const rows = report.shorthand.map(({ shorthand, words }) => [shorthand, words]);
  return plainSheet(report, { name: "Shorthand", title: "Shorthand", headers: ["Shorthand", "What it means"], rows });
}

type Plain = {
  readonly name: string;
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

function plainSheet(report: Report, { name, title, headers, rows }: Plain): Sheet {
  return {
    name,
    above: aboveOf(report, title, []),
    table: `table_${name.toLowerCase()}`,
    columns: headers.map((header, index) => ({
      header,
      width: widthOf(
        header,
        rows.map((row) => row[index] ?? ""),
      ),
    })),
    rows: rows.length === 0 ? [headers.map(() => NOTHING)] : rows,
  };
}

function aboveOf(report: Report, title: string, more: readonly string[]): readonly string[] {
  const marks = report.shorthand.map(({ shorthand, words }) => `${shorthand} ${words}`).join(" ");
  return [
    title,
    ...(report.marking === "" ? [] : [report.marking]),
    "This sheet holds one table.",
    ...(report.notes.length === 0 ? [] : ["Notes are on the sheet “Notes”."]),
    ...(marks === "" ? [] : [`Shorthand: ${marks}`]),
    ...more,
  ];
}

function columnWords(columns: readonly ReportColumn[]): string {
  return `Columns: ${columns.map(({ header, words }) => `${header}: ${words}`).join(" ")}`;
}

function sheetCell(cell: ReportCell, { report, numbering }: Place): SheetCell {
  switch (cell.kind) {
    case "text":
      return plainInline(cell.text, numbering, report) || NOTHING;
    case "number":
      return { value: cell.value, format: cell.format };
    case "state":
      return cell.shorthand;
    case "trend":
      return cell.alt;
    default:
      return cell.label;
  }
}

function marksOf(cell: ReportCell | undefined): string {
  return cell?.kind === "number" ? (cell.marks ?? []).join(" ") : "";
}

function widthOf(header: string, cells: readonly SheetCell[]): number {
  const lengths = cells.map((cell) => (typeof cell === "string" ? cell.length : NARROWEST));
  return Math.min(WIDEST, Math.max(NARROWEST, header.length + 2, ...lengths));
}

/** Names Excel takes, each once. */
function distinct(sheets: readonly Sheet[]): readonly Sheet[] {
  const names = new Set<string>(["cover", "contents"]);
  const tables = new Set<string>();
  return sheets.map((sheet) => ({
    ...sheet,
    name: once(sheet.name.replace(/[[\]:*?/\\']/g, " ").trim(), names, LONGEST_NAME),
    table: once(sheet.table, tables, 200),
  }));
}

function once(wanted: string, taken: Set<string>, longest: number): string {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? "" : ` ${number}`;
    const name = `${wanted.slice(0, longest - ending.length).trim()}${ending}`.replaceAll(
      " ",
      longest > LONGEST_NAME ? "_" : " ",
    );
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
