/** Reports as PDF/UA-1 by Typst: tagged, with bookmarks, alternative text and embedded fonts; PDF/A-3a for archives where asked. */
import { checkReport } from "../../domain/report/check-report.ts";
import type { Report } from "../../domain/report/document.ts";
import { fileName } from "./file-name.ts";
import type { RenderOptions, ReportFormat } from "./format.ts";
import { FAMILIES, pdfPlaces } from "./pdf/places.ts";
import { printedReport } from "./pdf/printed.ts";
import { printableJson } from "./pdf/signs.ts";
import type { TypesetRequest } from "./pdf/typeset.ts";
import { createPress } from "./press/press.ts";

const press = createPress<TypesetRequest>();

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
  return press.make(worker, {
    folder,
    fonts,
    json: printableJson(json),
    pictures: [...pictures],
    isArchive,
    madeAt: Date.parse(`${report.madeOn}T00:00:00Z`) / 1000,
  });
}
