/** Links to a report's files, one a format. */
import { FORMAT_IDS, type FormatId } from "../../../services/report/make-report.ts";
import { FORMAT_WORDS } from "./words.ts";

const ORDER = (Object.keys(FORMAT_WORDS) as FormatId[]).filter((format) => FORMAT_IDS.includes(format));

/** The links, and how the files are marked. */
export function Downloads({
  hrefOf,
  marking,
}: {
  readonly hrefOf: (format: FormatId) => string;
  readonly marking: string;
}) {
  return (
    <section class="app-report-files" aria-labelledby="files">
      <h2 class="govuk-heading-s" id="files">
        Download
      </h2>
      {marking !== "" && <p class="govuk-body">{marking}</p>}
      <ul class="app-report-files__list">
        {ORDER.map((format) => (
          <li key={format}>
            <a class="govuk-link" href={hrefOf(format)} download>
              {FORMAT_WORDS[format]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
