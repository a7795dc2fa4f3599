/** Reports as JSON: the whole report as data, with the numbers its headings, tables, figures and notes have, and the schema it keeps to. */
import { checkReport } from "../../domain/report/check-report.ts";
import { numberReport } from "../../domain/report/numbering.ts";
import { fileName } from "./file-name.ts";
import type { ReportFormat } from "./format.ts";
import { type NumberedReport, reportJsonSchema } from "./json-schema.ts";

/** Beside the report, so that it can be checked without asking anybody. */
const SCHEMA = "waymark-report.schema.json";

export const jsonFormat: ReportFormat = {
  id: "json",
  title: "JSON",
  render: async (report) => {
    checkReport(report);
    const { headings, paragraphs, labels, notes } = numberReport(report);
    const numbering = {
      headings: Object.fromEntries(headings),
      paragraphs: [...paragraphs].map(([block, number]) => ({
        number,
        ...("id" in block && block.id !== undefined ? { id: block.id } : {}),
      })),
      labels: Object.fromEntries(labels),
      notes: Object.fromEntries(notes),
    };
    const numbered: NumberedReport = { $schema: SCHEMA, ...report, numbering };
    const text = `${JSON.stringify(numbered, null, 2)}\n`;
    return [
      { name: fileName(report, "json"), type: "application/json", bytes: Buffer.from(text, "utf8") },
      { name: SCHEMA, type: "application/schema+json", bytes: Buffer.from(reportJsonSchema(), "utf8") },
    ];
  },
};
