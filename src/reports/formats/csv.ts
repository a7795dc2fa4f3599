/** Reports as tidy CSV, one file a table of data, with what the columns hold for machines (W3C CSV on the Web). */
import { csvText } from "../../domain/csv-text.ts";
import { checkReport } from "../../domain/report/check-report.ts";
import type { Report, ReportData } from "../../domain/report/document.ts";
import { fileName } from "./file-name.ts";
import type { RenderedFile, ReportFormat } from "./format.ts";

const CSV = "text/csv; charset=utf-8";
const METADATA = "application/csvm+json";
const DATATYPES = { string: "string", number: "decimal", date: "date" } as const;

export const csvFormat: ReportFormat = {
  id: "csv",
  title: "CSV",
  render: async (report) => {
    checkReport(report);
    return [...report.data.map((data) => csvFile(report, data)), metadataFile(report)];
  },
};

function csvFile(report: Report, { name, columns, rows }: ReportData): RenderedFile {
  const text = csvText(
    rows,
    columns.map((column) => column.name),
    true,
  );
  return { name: csvName(report, name), type: CSV, bytes: Buffer.from(text, "utf8") };
}

/** Says of each file its title, and of each column its name, what it holds and its type. */
function metadataFile(report: Report): RenderedFile {
  const metadata = {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en-GB" }],
    "dc:title": report.title,
    "dc:publisher": report.organisation,
    "dc:issued": report.madeOn,
    "dc:description": report.subtitle,
    notes: [
      ...(report.marking === "" ? [] : [report.marking]),
      ...report.shorthand.map(({ shorthand, words }) => `${shorthand} ${words}`),
      ...report.notes.map(({ text }, index) => `[note ${index + 1}] ${text}`),
    ],
    tables: report.data.map(({ name, title, columns }) => ({
      url: csvName(report, name),
      "dc:title": title,
      tableSchema: {
        columns: columns.map((column) => ({
          name: column.name,
          titles: column.name,
          "dc:description": column.words,
          datatype: DATATYPES[column.type],
          null: "",
        })),
      },
    })),
  };
  const text = `${JSON.stringify(metadata, null, 2)}\n`;
  return { name: fileName(report, "csv-metadata.json"), type: METADATA, bytes: Buffer.from(text, "utf8") };
}

function csvName({ template, period }: Report, name: string): string {
  return fileName({ template: `${template}-${name}`, period }, "csv");
}
