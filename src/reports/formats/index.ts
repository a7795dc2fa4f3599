/** Every format of a report, one line each. */
import { csvFormat } from "./csv.ts";
import { docxFormat } from "./docx.ts";
import type { ReportFormat } from "./format.ts";
import { htmlFormat } from "./html.ts";
import { jsonFormat } from "./json.ts";
import { pdfFormat } from "./pdf.ts";
import { xlsxFormat } from "./xlsx.ts";

export const REPORT_FORMATS: readonly ReportFormat[] = [
  htmlFormat,
  pdfFormat,
  docxFormat,
  xlsxFormat,
  csvFormat,
  jsonFormat,
];
