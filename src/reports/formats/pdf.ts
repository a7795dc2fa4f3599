/** Reports as PDF/UA-1 by Typst: tagged, with bookmarks, alternative text and embedded fonts; PDF/A-3a for archives where asked. */
import { Worker } from "node:worker_threads";
import { AppError } from "../../domain/errors.ts";
import { checkReport } from "../../domain/report/check-report.ts";
import type { Report } from "../../domain/report/document.ts";
import { fileName } from "./file-name.ts";
import type { RenderOptions, ReportFormat } from "./format.ts";
import { FAMILIES, pdfPlaces } from "./pdf/places.ts";
import { printedReport } from "./pdf/printed.ts";
import type { TypesetRequest } from "./pdf/typeset.ts";

export const pdfFormat: ReportFormat = {
  id: "pdf",
  title: "PDF",
  render: async (report, options = {}) => [
    { name: fileName(report, "pdf"), type: "application/pdf", bytes: await pdfOf(report, options) },
  ],
};

async function pdfOf(report: Report, { isArchive = false }: RenderOptions): Promise<Uint8Array> {
  checkReport(report);
  const { folder, worker, fonts } = pdfPlaces();
  const { json, pictures } = printedReport(report, FAMILIES);
  const request: TypesetRequest = {
    folder,
    fonts,
    json: JSON.stringify(json),
    pictures: [...pictures],
    isArchive,
    madeAt: Date.parse(`${report.madeOn}T00:00:00Z`) / 1000,
  };
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker, { workerData: request });
    thread.once("error", reject);
    thread.once("message", (answer: { readonly pdf?: Uint8Array; readonly fault?: string }) => {
      if (answer.pdf !== undefined) resolve(answer.pdf);
      else
        reject(
          new AppError(
            "REPORT_INVALID",
            `The PDF could not be made: ${answer.fault}`,
            "Report this: it is a fault of Waymark.",
          ),
        );
    });
  });
}
