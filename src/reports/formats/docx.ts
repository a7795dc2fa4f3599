/** Reports as Word: heading styles with their own numbers, fields that hold their words, repeated header rows, pictures in words, a council's own document as base. */
import { checkReport } from "../../domain/report/check-report.ts";
import type { Report } from "../../domain/report/document.ts";
import { wordProgram } from "./docx/program.ts";
import type { WordRequest } from "./docx/word-file.ts";
import { fileName } from "./file-name.ts";
import type { RenderOptions, ReportFormat } from "./format.ts";
import { createPress } from "./press/press.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const press = createPress<WordRequest>();

export const docxFormat: ReportFormat = {
  id: "docx",
  title: "Word",
  render: async (report, options = {}) => [
    { name: fileName(report, "docx"), type: TYPE, bytes: await wordFile(report, options) },
  ],
};

async function wordFile(report: Report, { wordBase }: RenderOptions): Promise<Uint8Array> {
  checkReport(report);
  return press.make(wordProgram(), { report, ...(wordBase === undefined ? {} : { wordBase }) });
}
