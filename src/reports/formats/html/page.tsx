/** A report as one self-contained page: no script, nothing asked of anyone, the marking where nobody can miss it. */
import { createHash } from "node:crypto";
import { render } from "preact-render-to-string";
import { dayInWords } from "../../../domain/period.ts";
import { gapsOf, type Report, type ReportSection } from "../../../domain/report/document.ts";
import { reportBody } from "./body.tsx";
import { pageStyle } from "./page-style.ts";
import { anchorOf } from "./place.ts";

/** The page as text, byte for byte the same for the same report. */
export function reportPage(report: Report): string {
  const body = render(reportBody(report));
  return `<!DOCTYPE html>\n${render(<ReportPage report={report} body={body} />)}\n`;
}

/** Nothing is allowed but this file's own style. */
function policy(style: string): string {
  const hash = createHash("sha256").update(style).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function ReportPage({ report, body }: { readonly report: Report; readonly body: string }) {
  const style = pageStyle(report, body);
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy(style)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${report.title}: ${report.organisation}`}</title>
        <meta name="description" content={report.subtitle} />
        <meta name="author" content={report.author} />
        <meta name="keywords" content={report.keywords.join(", ")} />
        <meta name="date" content={report.madeOn} />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <a class="skip" href="#report">
          Skip to the report
        </a>
        <Marking marking={report.marking} name="Marking" sheet={firstSheet(report)} />
        <Head report={report} />
        <main id="report" tabIndex={-1} dangerouslySetInnerHTML={{ __html: body }} />
        <footer class={lastSheet(report)}>
          <p dir="auto">{`Made on ${dayInWords(report.madeOn)} by ${report.author}.`}</p>
        </footer>
        <Marking marking={report.marking} name="Marking, at the end" sheet="" />
      </body>
    </html>
  );
}

/** The title is printed on the sheet the report begins on, not on one of its own. */
function firstSheet({ sections }: Report): string {
  return sheetOf(sections[0]);
}

/** Who made it stands on the sheet the report ends on: its notes', or the last section's. */
function lastSheet({ sections, notes, shorthand }: Report): string {
  return notes.length + shorthand.length > 0 ? "" : sheetOf(sections.at(-1));
}

function sheetOf(section: ReportSection | undefined): string {
  return section === undefined ? "" : `app-report__section--${section.orientation}-${section.size}`;
}

type MarkingProps = { readonly marking: string; readonly name: string; readonly sheet: string };

function Marking({ marking, name, sheet }: MarkingProps) {
  if (marking === "") return null;
  return (
    <aside class={`marking ${sheet}`.trim()} aria-label={name}>
      <p dir="auto">{marking}</p>
    </aside>
  );
}

function Head({ report }: { readonly report: Report }) {
  const { organisation, title, subtitle, period } = report;
  return (
    <header class={firstSheet(report)}>
      <p class="organisation" dir="auto">
        {organisation}
      </p>
      <h1 dir="auto">{title}</h1>
      {subtitle !== "" && (
        <p class="subtitle" dir="auto">
          {subtitle}
        </p>
      )}
      <p class="made" dir="auto">{`Period: ${period.label}`}</p>
      <Draft report={report} />
    </header>
  );
}

/** Says at the top that the report is not finished, with a way to each place. */
function Draft({ report }: { readonly report: Report }) {
  const gaps = gapsOf(report);
  if (gaps.length === 0) return null;
  return (
    <div class="draft">
      <p>
        <strong>
          {gaps.length === 1
            ? "Draft: 1 part is still to be written"
            : `Draft: ${gaps.length} parts are still to be written`}
        </strong>
      </p>
      <ul>
        {gaps.map(({ id, words }) => (
          <li key={id}>
            <a href={`#${anchorOf(id)}`} dir="auto">
              {words}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
