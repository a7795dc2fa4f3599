/**
 * Reports as tidy CSV, one file a table of data, with what the columns hold for machines (W3C CSV on the Web).
 *
 * UTF-8 without a byte order mark, as the web application's own downloads are: programs read the first column's name wrongly where there
 * is one, and people who open spreadsheets have the Excel file.
 */
import { csvText } from "../../domain/csv-text.ts";
import { checkReport } from "../../domain/report/check-report.ts";
import type { Report, ReportData } from "../../domain/report/document.ts";
import { fileName } from "./file-name.ts";
import type { RenderedFile, ReportFormat } from "./format.ts";
import { tidyData } from "./tidy-data.ts";

const CSV = "text/csv; charset=utf-8";
const METADATA = "application/csvm+json";
const DATATYPES = { string: "string", number: "number", date: "date" } as const;
const APOSTROPHES =
  "A text that begins with an equals, plus, minus or at sign, a tab or a return has an apostrophe before it, so that no spreadsheet runs it.";

export const csvFormat: ReportFormat = {
  id: "csv",
  title: "CSV",
  render: async (report) => {
    checkReport(report);
    const data = tidyData(report);
    return [...data.map((one) => csvFile(report, one)), metadataFile(report, data)];
  },
};

function csvFile(report: Report, { name, columns, rows }: ReportData): RenderedFile {
  const names = columns.map((column) => column.name);
  return { name: csvName(report, name), type: CSV, bytes: Buffer.from(csvText(rows, names, true), "utf8") };
}

/** Says of each file its title, and of each column its name, what it holds and its type. */
function metadataFile(report: Report, data: readonly ReportData[]): RenderedFile {
  const metadata = {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en-GB" }],
    "dc:title": report.title,
    "dc:description": report.subtitle,
    "dc:publisher": report.organisation,
    "dc:issued": { "@value": report.madeOn, "@type": "xsd:date" },
    dialect: { encoding: "utf-8", lineTerminators: ["\r\n"], header: true },
    notes: [
      ...(report.marking === "" ? [] : [report.marking]),
      APOSTROPHES,
      ...report.shorthand.map(({ shorthand, words }) => `${shorthand} ${words}`),
      ...report.notes.map(({ text }, index) => `[note ${index + 1}] ${text}`),
    ].map((body) => ({ type: "Annotation", body })),
    tables: data.map(({ name, title, columns }) => ({
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
