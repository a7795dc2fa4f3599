/** Tables of a report as sheets: those of one sheet joined, each part named in a column of its own, marks in columns beside their numbers. */
import { blocksOf, type Report, type ReportCell, type TableBlock } from "../../../domain/report/document.ts";
import { roundedDecimal, withThousands } from "../../../domain/rounding.ts";
import { aboveTable, type Place } from "./above-table.ts";
import { type DescribedSheet, NOTHING, type SheetCell, sheetColumn } from "./sheet.ts";
import { workbookText } from "./text-sheet.ts";

/** Tables that stand on one sheet. */
export type JoinedTables = { readonly name: string; readonly parts: readonly TableBlock[] };

/** Every table of the report, those of one sheet together, with the name wanted for it. */
export function joinTables(report: Report): readonly JoinedTables[] {
  const tables = blocksOf(report).filter((block) => block.kind === "table");
  const joined = Map.groupBy(tables, ({ id, sheet, columns }) =>
    // Parts with columns of their own cannot stand under one header row.
    sheet === undefined ? id : `${sheet.name}\n${columns.map(({ header }) => header).join("\n")}`,
  );
  return [...joined.values()].map((parts) => ({ name: wantedName(parts, report), parts }));
}

/** A name is short: the period, which every caption may end with, is left out. */
function wantedName([first]: readonly TableBlock[], { period }: Report): string {
  return first?.sheet?.name ?? first?.caption.replace(`, ${period.label}`, "") ?? "";
}

type JoinedColumn = {
  readonly header: string;
  readonly words: string;
  readonly align: "start" | "end";
  readonly cellOf: (part: TableBlock, cells: readonly ReportCell[]) => SheetCell;
};

/** The sheet of tables that belong together. */
export function tableSheet({ name, parts }: JoinedTables, place: Place): DescribedSheet {
  const { report } = place;
  const [first] = parts;
  if (first === undefined) throw new RangeError("A sheet has at least one table.");
  const columns = joinedColumns(parts, first, place);
  const rows = parts.flatMap((part) => part.rows.map(({ cells }) => columns.map(({ cellOf }) => cellOf(part, cells))));
  const filled = rows.length === 0 ? [columns.map(() => NOTHING)] : rows;
  const hasNotes = parts.some((part) => JSON.stringify(part.rows).includes(`"kind":"note"`));
  return {
    name,
    above: aboveTable(report, titleOf(parts, place), [
      ...(hasNotes ? ["Notes are marked [note 1], [note 2] and so on; their words are on the sheet “Notes”."] : []),
      ...shorthandUsed(filled, place),
      ...new Set(parts.flatMap(({ source }) => (source === undefined ? [] : [`Source: ${source}`]))),
    ]),
    table: {
      name: first.sheet?.name.toLowerCase() ?? first.id,
      columns: columns.map(({ header, align }, index) =>
        sheetColumn(
          header,
          filled.map((row) => row[index] ?? NOTHING),
          align,
        ),
      ),
      rows: filled,
    },
    described: columns,
  };
}

/** "Table 3: Ratings by section", or "Tables 4 to 13: Indicators, Quarter 4 2025-26" where they are joined. */
function titleOf(parts: readonly TableBlock[], { report, numbering }: Place): string {
  const [first, last] = [parts[0], parts.at(-1)];
  const label = (table: TableBlock | undefined): string => numbering.labels.get(table?.id ?? "") ?? "";
  if (first === last || first?.sheet === undefined) return `${label(first)}: ${first?.caption}`;
  const numbers = `${label(first).replace("Table", "Tables")} to ${label(last).replace("Table ", "")}`;
  return `${numbers}: ${first.sheet.name}, ${report.period.label}`;
}

/** A mark beside a number would make it text, so that it could not be added up: marks have columns of their own. */
function joinedColumns(parts: readonly TableBlock[], first: TableBlock, place: Place): readonly JoinedColumn[] {
  const part: readonly JoinedColumn[] =
    first.sheet === undefined
      ? []
      : [
          {
            header: first.sheet.partColumn,
            words: "The part of the report the row stands in.",
            align: "start",
            cellOf: ({ sheet }) => sheet?.part || NOTHING,
          },
        ];
  const own = first.columns.flatMap(({ header, words, align }, index): readonly JoinedColumn[] => {
    const column: JoinedColumn = {
      header,
      words,
      align,
      cellOf: (_, cells) => sheetCell(cells[index], place),
    };
    const isMarked = parts.some(({ rows }) => rows.some(({ cells }) => marksOf(cells[index]) !== ""));
    if (!isMarked) return [column];
    const marks: JoinedColumn = {
      header: `${header}: marks`,
      words: "Shorthand that goes with the figure beside it.",
      align: "start",
      cellOf: (_, cells) => marksOf(cells[index]) || NOTHING,
    };
    return [column, marks];
  });
  return withOwnHeaders([...part, ...own]);
}

/** Excel tells headers apart by their letters only, whatever their case. */
function withOwnHeaders(columns: readonly JoinedColumn[]): readonly JoinedColumn[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    let header = column.header;
    for (let number = 2; taken.has(header.toLowerCase()); number++) header = `${column.header} (${number})`;
    taken.add(header.toLowerCase());
    return { ...column, header };
  });
}

/** Each shorthand that stands in the table, a line each. */
function shorthandUsed(rows: readonly (readonly SheetCell[])[], { report }: Place): readonly string[] {
  const texts = rows.flatMap((row) => row.filter((cell) => typeof cell === "string")).join("\n");
  return report.shorthand
    .filter(({ shorthand }) => texts.includes(shorthand))
    .map(({ shorthand, words }) => `Shorthand ${shorthand}: ${words}`);
}

function sheetCell(cell: ReportCell | undefined, place: Place): SheetCell {
  if (cell === undefined) return NOTHING;
  switch (cell.kind) {
    case "text": {
      const text = workbookText(cell.text, place);
      return /^[\s–-]*$/.test(text) ? NOTHING : text;
    }
    case "number":
      return isShownAsFormatted(cell) ? { value: cell.value, format: cell.format } : cell.shown;
    case "state":
      return cell.shorthand;
    case "trend":
      return cell.alt || NOTHING;
    default:
      return cell.label;
  }
}

/** Whether Excel would print the number as every other format does; otherwise it stands as the text they print. */
function isShownAsFormatted({ value, shown, format }: Extract<ReportCell, { kind: "number" }>): boolean {
  // Excel rounds halves away from nought.
  const size = withThousands(roundedDecimal(Math.abs(value), format.decimals));
  const sign = value < 0 && /[1-9]/.test(size) ? "-" : "";
  return Number.isFinite(value) && `${sign}${size}${format.sign}` === shown;
}

function marksOf(cell: ReportCell | undefined): string {
  return cell?.kind === "number" ? (cell.marks ?? []).join(" ") : "";
}
