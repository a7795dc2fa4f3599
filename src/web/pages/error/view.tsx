/** What a person sees when something could not be done: what happened, what to do next, and the code to quote. */

import type { ErrorCode } from "../../../domain/errors.ts";
import { Page } from "../../components/page/page.tsx";
import type { Site } from "../../context.ts";

export type ErrorView = {
  readonly title: string;
  readonly code: ErrorCode;
  readonly sentence: string;
  readonly remedy: string;
};

/** The page of one error. */
export function ErrorPage({ site, error }: { readonly site: Site; readonly error: ErrorView }) {
  return (
    <Page site={site} title={error.title} part={null} audience="none">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{error.title}</h1>
          <p class="govuk-body">{error.sentence}</p>
          <p class="govuk-body">{error.remedy}</p>
          <p class="govuk-body app-muted">Error code: {error.code}</p>
          <p class="govuk-body">
            <a class="govuk-link" href="/">
              Go to the scorecards
            </a>
          </p>
        </div>
      </div>
    </Page>
  );
}
