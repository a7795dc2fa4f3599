/** A report made ready to read or to take away: assembled, with what people wrote in its place, and written in the formats asked for. */
import { AppError } from "../../domain/errors.ts";
import { checkReport } from "../../domain/report/check-report.ts";
import { type GapBlock, gapsOf, type Report } from "../../domain/report/document.ts";
import { applyPassages, type Conflict, type Passage, type Place, placesOf } from "../../domain/report/draft.ts";
import { reportNamed } from "../../measures/catalogue.ts";
import type { FormatId, RenderedFile, RenderOptions } from "../../reports/formats/format.ts";
import { assembleReport } from "./assemble-report.ts";
import type { ReportContext, ReportQuestion } from "./making.ts";

export { FORMAT_IDS, type FormatId, type RenderedFile, type RenderOptions } from "../../reports/formats/format.ts";

export type MadeReport = {
  readonly report: Report;
  /** What has still to be written. */
  readonly gaps: readonly GapBlock[];
  /** Where the data now say something else than when a person wrote there. */
  readonly conflicts: readonly Conflict[];
  /** Every place a person may write at, as it was generated. */
  readonly places: ReadonlyMap<string, Place>;
};

/** Assembles a report and puts what was written in its place. @throws AppError as `assembleReport` does */
export async function makeReport(
  context: ReportContext,
  question: ReportQuestion,
  passages: readonly Passage[] = [],
): Promise<MadeReport> {
  return withPassages(await assembleFor(context, question), passages);
}

/** A report as it is generated. @throws AppError USAGE for packs that would be public, and as `assembleReport` does */
export async function assembleFor(context: ReportContext, question: ReportQuestion): Promise<Report> {
  const { subject, title } = reportNamed(context.workspace.catalogue, question.template);
  if (subject === "challenge" && question.audience === "published")
    throw new AppError(
      "USAGE",
      `“${title}” has true figures of teams and is never public.`,
      "Make it for those inside.",
    );
  return assembleReport(context, question);
}

/** A generated report with what was written in its place. */
export function withPassages(assembled: Report, passages: readonly Passage[]): MadeReport {
  const { report, conflicts } = applyPassages(assembled, passages);
  if (passages.length > 0) checkReport(report);
  return { report, gaps: gapsOf(report), conflicts, places: placesOf(assembled) };
}

/** A copy nobody can take for the finished report: DRAFT stands in its title and on every page. */
export function draftCopy(report: Report): Report {
  return {
    ...report,
    title: `DRAFT: ${report.title}`,
    marking: report.marking === "" ? "DRAFT: not for publication" : `DRAFT. ${report.marking}`,
  };
}

/** The files of a report, each format's code loaded only when it is asked for. */
export async function renderReport(
  report: Report,
  formats: readonly FormatId[],
  options: RenderOptions = {},
): Promise<readonly RenderedFile[]> {
  const { REPORT_FORMATS } = await import("../../reports/formats/index.ts");
  const files: RenderedFile[] = [];
  for (const format of REPORT_FORMATS)
    if (formats.includes(format.id)) files.push(...(await format.render(report, options)));
  return files;
}
