/** What Waymark is, how accessible it is, and what it does and does not send anywhere. */
import { Page } from "../../components/page/page.tsx";
import type { Site } from "../../context.ts";

/** The about page. */
export function AboutPage({ site }: { readonly site: Site }) {
  return (
    <Page site={site} title="About" part="/about">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">About Waymark</h1>
          <p class="govuk-body">
            Waymark turns the case records a children’s services department already holds into figures it can trust,
            explain and challenge. Each figure is a count over a list of cases, made from a definition you can read on
            the measure’s page.
          </p>
          <Privacy />
          <Accessibility organisation={site.organisation} />
        </div>
      </div>
    </Page>
  );
}

function Privacy() {
  return (
    <>
      <h2 class="govuk-heading-m" id="privacy">
        Privacy and outside traffic
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>These pages hold figures only. No list of children, and nothing about one child, can be reached here.</li>
        <li>
          Waymark sends nothing anywhere. Pages load their styles, script and pictures from this server alone, and the
          browser is told to refuse anything else.
        </li>
        <li>There are no cookies and no counting of visitors.</li>
        <li>The server answers only on the machine it runs on: there is no sign-in yet, so it must not be shared.</li>
        <li>Small numbers are shown, so pages and printouts are for use inside the service and not for publication.</li>
      </ul>
    </>
  );
}

function Accessibility({ organisation }: { readonly organisation: string }) {
  return (
    <>
      <h2 class="govuk-heading-m" id="accessibility">
        Accessibility statement (draft)
      </h2>
      <p class="govuk-body">
        {`${organisation} wants as many people as possible to be able to use this service. You should be able to:`}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>zoom to 400% without text running off the screen</li>
        <li>reach and use everything with a keyboard, and without JavaScript</li>
        <li>listen to every page with a screen reader, charts included: each has a description and its table</li>
        <li>tell figures apart without seeing colour</li>
        <li>print scorecards on A4 or A3, landscape</li>
      </ul>
      <p class="govuk-body">
        The pages are tested automatically against the Web Content Accessibility Guidelines 2.2, level AA. They have not
        yet been tested by people who use assistive technology, so this statement is a draft and claims no level of
        compliance.
      </p>
      <p class="govuk-body">
        If something is hard to use or you need a figure in another form, ask the performance team. If the answer does
        not help, you can contact the Equality Advisory and Support Service.
      </p>
    </>
  );
}
