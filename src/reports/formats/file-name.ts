/** What a report's file is called: its template and its period, safe on every disk. */
import type { Report } from "../../domain/report/document.ts";

/** "committee-report-2018-2025-26-Q4.pdf" */
export function fileName({ template, period }: Pick<Report, "template" | "period">, extension: string): string {
  return `${template}-${period.id}.${extension}`.replace(/[^\w.-]+/g, "-");
}
