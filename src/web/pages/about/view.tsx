/** What Waymark is, how accessible it is, and what it does and does not send anywhere. */
import { Page } from "../../components/page/page.tsx";
import type { Site } from "../../context.ts";

/** The about page. */
export function AboutPage({ site }: { readonly site: Site }) {
  return (
    <Page site={site} title="About" part="/about" audience="none">
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
        <li>
          Waymark sends nothing anywhere. Pages load their styles, script and pictures from this server alone, and the
          browser is told to refuse anything else. Every connection the server itself opens is counted and listed on the
          health page; with a database and an identity provider of your own only those stand there.
        </li>
        <li>
          Lists of children open only to people whose role and scope reach them, who say why. Every look, every copy and
          every refusal is written to a log that cannot be changed unseen, and that answers who saw a child’s record.
        </li>
        <li>
          There is one cookie: it holds the secret of your session, and goes when you sign out. While you sign in with a
          council account a second one, for ten minutes, ties that sign-in to your browser. Which pages are opened is
          counted by person and day, so that use can be shown; nothing of it leaves this server.
        </li>
        <li>
          Pages marked Internal show small numbers, for use inside the service. Published editions have them withheld.
        </li>
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
