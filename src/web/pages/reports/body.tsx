/** A report within a page, in the styles its own HTML file has. */

import type { Report } from "../../../domain/report/document.ts";
import { anchorOf, type BodyOptions, reportBody } from "../../../services/report/body.ts";

/** Where the styles are served; they are needed by no other page. */
export const BODY_STYLE_HREF = "/reports/body.css";

/** The report from its first section to its notes. */
export function ReportBody({ report, beside }: { readonly report: Report } & Required<BodyOptions>) {
  return (
    <>
      <link rel="stylesheet" href={BODY_STYLE_HREF} />
      <p class="govuk-body-l">{report.subtitle}</p>
      {reportBody(report, { beside })}
    </>
  );
}

/** The address of a block within the page. */
export function partHref(block: string): string {
  return `#${anchorOf(block)}`;
}
