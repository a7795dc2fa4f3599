/** The report templates there are, by what they are about, with what a writer is asked. */
import type { Ask, ReportSubject, ReportTemplate } from "../../domain/report/template.ts";
import type { Audience } from "../../domain/scored-card.ts";
import { type Catalogue, reportNamed } from "../../measures/catalogue.ts";

/** What a report can be about, in the words lists are headed by. */
export const SUBJECT_WORDS: Readonly<Record<ReportSubject, string>> = {
  scorecard: "A scorecard’s period",
  measure: "One measure",
  challenge: "Teams",
  editions: "Two editions",
};

export type ListedReport = Pick<ReportTemplate, "id" | "title" | "description" | "scorecards"> & {
  readonly subject: ReportSubject;
  readonly audience: Audience;
  readonly asks: readonly Ask[];
};

/** Every template, by subject and then by title. */
export function listReports({ reports }: Pick<Catalogue, "reports">): readonly ListedReport[] {
  const order = Object.keys(SUBJECT_WORDS);
  return [...reports.values()]
    .map(listed)
    .toSorted((a, b) => order.indexOf(a.subject) - order.indexOf(b.subject) || (a.title < b.title ? -1 : 1));
}

/** One template. @throws AppError REPORT_UNKNOWN */
export function listedReport(catalogue: Catalogue, id: string): ListedReport {
  return listed(reportNamed(catalogue, id));
}

function listed({ id, title, description, scorecards, subject, audience, asks }: ReportTemplate): ListedReport {
  return { id, title, description, scorecards, subject, audience, asks };
}
