/** The data of a report for CSV: what its makers gave; of a report without any, its tables; without those, its words. */
import {
  blocksOf,
  type Report,
  type ReportCell,
  type ReportData,
  type TableBlock,
} from "../../domain/report/document.ts";
import { numberReport, plainInline } from "../../domain/report/numbering.ts";
import { wordRows } from "./xlsx/text-sheet.ts";

/** At least one table of data, whatever the report. */
export function tidyData(report: Report): readonly ReportData[] {
  if (report.data.length > 0) return report.data;
  const tables = blocksOf(report).filter((block) => block.kind === "table");
  return tables.length > 0 ? tables.map((table) => tableData(table, report)) : [wordData(report)];
}

type Column = ReportData["columns"][number];
type Value = string | number | null;

/** Numbers exact in their column; what stands in place of one or goes with it in a column beside. */
function tableData(table: TableBlock, report: Report): ReportData {
  const cellsAt = (index: number) => table.rows.flatMap(({ cells }) => cells[index] ?? []);
  const hasNumbers = table.columns.map((_, index) => cellsAt(index).some(({ kind }) => kind === "number"));
  const names = ownNames(table.columns.map(({ header }) => header));
  const columns = table.columns.flatMap(({ header, words }, index): readonly Column[] => {
    const name = names[index] ?? "";
    const own: Column = { name, words: words || header, type: hasNumbers[index] ? "number" : "string" };
    if (!hasNumbers[index]) return [own];
    return [
      own,
      { name: `${name}_shown`, words: `${header}, as printed, or what stands in its place.`, type: "string" },
    ];
  });
  const rows = table.rows.map(({ cells }) => {
    const values = cells.flatMap((cell, index): readonly (readonly [string, Value])[] => {
      const name = names[index] ?? "";
      const shown = shownCell(cell, report);
      if (!hasNumbers[index]) return [[name, shown]];
      return [
        [name, cell.kind === "number" ? cell.value : null],
        [`${name}_shown`, shown],
      ];
    });
    return Object.fromEntries(values);
  });
  return { name: table.id, title: table.caption, columns, rows };
}

function wordData(report: Report): ReportData {
  return {
    name: "text",
    title: `${report.title}: its words`,
    columns: [
      { name: "section", words: "The heading the words stand below.", type: "string" },
      { name: "text", words: "The words.", type: "string" },
    ],
    rows: wordRows({ report, numbering: numberReport(report), sheetOf: new Map() }).map(([section, text]) => ({
      section,
      text,
    })),
  };
}

function shownCell(cell: ReportCell, report: Report): string {
  switch (cell.kind) {
    case "text":
      return plainInline(cell.text, numberReport(report), report);
    case "number":
      return [cell.shown, ...(cell.marks ?? [])].join(" ");
    case "state":
      return cell.shorthand;
    case "trend":
      return cell.alt;
    default:
      return cell.label;
  }
}

/** "Q4 2025-26" is q4_2025_26, each once. */
function ownNames(headers: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return headers.map((header) => {
    const plain =
      header
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "_")
        .replace(/^_+|_+$/g, "") || "column";
    let name = plain;
    for (let number = 2; taken.has(name); number++) name = `${plain}_${number}`;
    taken.add(name);
    return name;
  });
}
