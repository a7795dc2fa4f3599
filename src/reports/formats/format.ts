/** What a format is: one file each, registered in `index.ts`; all write the same report. */
import type { Report } from "../../domain/report/document.ts";

export const FORMAT_IDS = ["html", "pdf", "docx", "xlsx", "csv", "json"] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

export type RenderedFile = {
  /** "committee-report-2018-2026-03.pdf"; a format of several files has several. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
};

export type RenderOptions = {
  /** A council's own .docx or .dotx, whose styles and locked parts Word reports take. */
  readonly wordBase?: Uint8Array;
  /** Also keep to PDF/A-3a, for archives. */
  readonly isArchive?: boolean;
};

export interface ReportFormat {
  readonly id: FormatId;
  readonly title: string;
  render(report: Report, options?: RenderOptions): Promise<readonly RenderedFile[]>;
}
