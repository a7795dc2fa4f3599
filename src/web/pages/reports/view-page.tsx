/** A report as it stands, before anybody writes in it: to read, to take away, to begin writing. */

import type { MadeReport } from "../../../services/report/make-report.ts";
import type { ReportChoice } from "../../../services/report/report-desk.ts";
import { Button } from "../../components/button/button.tsx";
import { Form } from "../../components/form/form.tsx";
import type { PageAudience } from "../../components/page/page.tsx";
import type { Site } from "../../context.ts";
import { countOf } from "../../words.ts";
import { partHref, ReportBody } from "./body.tsx";
import { Downloads } from "./downloads.tsx";
import { choiceQuery } from "./exchange.ts";
import { ReportPage } from "./report-page.tsx";

export type ViewModel = {
  readonly made: MadeReport;
  readonly choice: ReportChoice;
  /** How a file taken from here is marked. */
  readonly marking: string;
  readonly isWriter: boolean;
  /** Sees figures that are not published, so that there is something to choose. */
  readonly mayChoose: boolean;
};

function pageAudience({ made, marking }: ViewModel): PageAudience {
  if (made.report.audience === "internal") return "internal";
  return marking === "" ? "published" : "draft";
}

/** The page. */
export function ViewPage({ site, model }: { readonly site: Site; readonly model: ViewModel }) {
  const { made, choice, marking, isWriter, mayChoose } = model;
  const { report, gaps } = made;
  const query = choiceQuery(choice);
  return (
    <ReportPage site={site} title={report.title} audience={pageAudience(model)} above={[]} wide>
      {mayChoose && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={`/reports/new?${query}`}>
            {choice.teams === undefined ? "Choose another period, edition or audience" : "Choose other teams"}
          </a>
        </p>
      )}
      <Downloads marking={marking} hrefOf={(format) => `/reports/view/${format}?${query}`} />
      {gaps.length > 0 && (
        <div class="app-report-todo">
          <h2 class="govuk-heading-s">{`Still to be written: ${countOf(gaps.length, "place")}`}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {gaps.map(({ id, words }) => (
              <li key={id}>
                <a class="govuk-link" href={partHref(id)}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {isWriter && (
        <Form site={site} action="/reports/drafts">
          {[...new URLSearchParams(query)].map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <Button class="govuk-button--secondary">Write in this report</Button>
        </Form>
      )}
      <ReportBody report={report} beside={() => null} />
    </ReportPage>
  );
}
