/** A report's file to take away: one file a format, several as a zip; whatever holds internal figures is logged before it is given. */
import { zipSync } from "fflate";
import type { Report } from "../../domain/report/document.ts";
import { byOf, type Who } from "../challenge/context.ts";
import { draftCopy, type FormatId, type MadeReport, type RenderedFile, renderReport } from "./make-report.ts";
import type { ReportDesk } from "./report-desk.ts";
import { readWordBase } from "./word-base.ts";

/** A zip keeps a time for each file; the first it can hold stands in every one, so that equal reports are equal bytes. */
const NO_TIME = "1980-01-01T00:00:00";

/** A copy of a report that may be given out as it is: a released one, or an internal one that is finished. */
export function copyOf({ report, gaps, conflicts }: MadeReport, { isFinal }: { readonly isFinal: boolean }): Report {
  const isUnfinished = gaps.length + conflicts.length > 0;
  return isUnfinished || (report.audience === "published" && !isFinal) ? draftCopy(report) : report;
}

/** The file. Downloads of internal reports are written to the access log. */
export async function takeReport(
  desk: ReportDesk,
  who: Who,
  { report, format }: { readonly report: Report; readonly format: FormatId },
): Promise<RenderedFile> {
  const wordBase = readWordBase(desk.data);
  const files = await renderReport(report, [format], wordBase === undefined ? {} : { wordBase });
  if (report.audience === "internal")
    await desk.store.recordAccess({
      ...byOf(desk, who),
      what: "download report",
      subject: `${report.template} ${report.period.id}`,
      purpose: "",
      detail: { format, title: report.title, subtitle: report.subtitle },
    });
  return oneFile(files, { report, format });
}

function oneFile(
  files: readonly RenderedFile[],
  { report, format }: { readonly report: Report; readonly format: FormatId },
): RenderedFile {
  const [first, ...others] = files;
  if (first !== undefined && others.length === 0) return first;
  const entries = files.map(({ name, bytes }) => [name, [bytes, { mtime: NO_TIME }]] as const);
  return {
    name: `${report.template}-${report.period.id}-${format}.zip`.replace(/[^\w.-]+/g, "-"),
    type: "application/zip",
    bytes: zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]),
  };
}
