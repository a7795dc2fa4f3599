/** Reports as JSON: the whole report as data, with the numbers its headings, tables, figures and notes have. */
import { checkReport } from "../../domain/report/check-report.ts";
import { numberReport } from "../../domain/report/numbering.ts";
import { fileName } from "./file-name.ts";
import type { ReportFormat } from "./format.ts";

export const jsonFormat: ReportFormat = {
  id: "json",
  title: "JSON",
  render: async (report) => {
    checkReport(report);
    const { headings, labels, notes } = numberReport(report);
    const numbering = {
      headings: Object.fromEntries(headings),
      labels: Object.fromEntries(labels),
      notes: Object.fromEntries(notes),
    };
    const text = `${JSON.stringify({ ...report, numbering }, null, 2)}\n`;
    return [{ name: fileName(report, "json"), type: "application/json", bytes: Buffer.from(text, "utf8") }];
  },
};
