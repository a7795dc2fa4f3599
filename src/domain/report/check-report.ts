/** What every report must be, whatever template made it: faults here are faults of a template, found before any format is written. */
import { AppError } from "../errors.ts";
import { blocksOf, type Inline, type Report, type TableBlock } from "./document.ts";

/** @throws AppError REPORT_INVALID naming the first fault */
export function checkReport(report: Report): void {
  const [fault] = faultsOf(report);
  if (fault !== undefined)
    throw new AppError("REPORT_INVALID", fault, "Mend the template, or report it where it ships with Waymark.");
}

/** Everything wrong with a report, a sentence each. */
export function faultsOf(report: Report): readonly string[] {
  const blocks = blocksOf(report);
  const ids = blocks.flatMap((block) => ("id" in block && block.id !== undefined ? [block.id] : []));
  const known = new Set(ids);
  const notes = new Set(report.notes.map(({ id }) => id));
  return [
    ...(report.title.trim() === "" ? ["The report has no title."] : []),
    ...repeated(ids).map((id) => `The id "${id}" stands twice.`),
    ...headingJumps(report),
    ...blocks.flatMap((block) => (block.kind === "table" ? tableFaults(block) : [])),
    ...blocks.flatMap((block) =>
      block.kind === "figure" && (block.alt.trim() === "" || !known.has(block.table))
        ? [`Figure "${block.id}" lacks its words or its table.`]
        : [],
    ),
    ...inlinesOf(report).flatMap((part) => {
      if (typeof part === "string") return [];
      if (part.kind === "reference" && !known.has(part.to)) return [`Nothing has the id "${part.to}" referred to.`];
      return part.kind === "note" && !notes.has(part.note) ? [`There is no note "${part.note}".`] : [];
    }),
  ];
}

/** Headings begin at 1 and go down one level at a time, so that they can be told by ear. */
function headingJumps(report: Report): readonly string[] {
  let level = 0;
  return blocksOf(report).flatMap((block) => {
    if (block.kind !== "heading") return [];
    const jumped = block.level > level + 1;
    level = block.level;
    return jumped ? [`Heading "${block.text}" skips a level.`] : [];
  });
}

function tableFaults({ id, caption, columns, rows }: TableBlock): readonly string[] {
  const short = rows.findIndex(({ cells }) => cells.length !== columns.length);
  return [
    ...(caption.trim() === "" ? [`Table "${id}" has no caption.`] : []),
    ...(columns.length === 0 ? [`Table "${id}" has no columns.`] : []),
    ...columns.filter(({ header }) => header.trim() === "").map(() => `A column of table "${id}" has no header.`),
    ...repeated(columns.map(({ header }) => header)).map((header) => `Table "${id}" has two columns "${header}".`),
    ...(short < 0 ? [] : [`Row ${short + 1} of table "${id}" has not as many cells as the table has columns.`]),
  ];
}

function inlinesOf(report: Report): readonly Inline[] {
  return blocksOf(report).flatMap((block): readonly Inline[] => {
    if (block.kind === "paragraph") return block.text;
    if (block.kind === "list") return block.items.flat();
    if (block.kind === "facts") return block.rows.flatMap(({ text }) => text);
    if (block.kind !== "table") return [];
    return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === "text" ? cell.text : [])));
  });
}

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
