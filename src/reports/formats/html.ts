/** Reports as HTML: one self-contained, accessible file that reads on any screen and prints on A4. */
import { checkReport } from "../../domain/report/check-report.ts";
import { fileName } from "./file-name.ts";
import type { ReportFormat } from "./format.ts";
import { reportPage } from "./html/page.tsx";

export { type BodyOptions, reportBody } from "./html/body.tsx";
export { BODY_STYLE } from "./html/body-style.ts";

export const htmlFormat: ReportFormat = {
  id: "html",
  title: "HTML",
  render: async (report) => {
    checkReport(report);
    const bytes = Buffer.from(reportPage(report), "utf8");
    return [{ name: fileName(report, "html"), type: "text/html; charset=utf-8", bytes }];
  },
};
