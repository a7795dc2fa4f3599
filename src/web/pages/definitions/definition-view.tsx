/** One definition as it is in force: its written form, who changed it when and why, and the way to change it. */
import { Button } from "../../components/button/button.tsx";
import { Details } from "../../components/details/details.tsx";
import { Form } from "../../components/form/form.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import { Table } from "../../components/table/table.tsx";
import { WarningText } from "../../components/warning-text/warning-text.tsx";
import type { Site } from "../../context.ts";
import type { DefinitionView } from "./present-definition.ts";

/** The page of a definition. */
export function DefinitionPage({ site, view }: { readonly site: Site; readonly view: DefinitionView }) {
  return (
    <Page
      site={site}
      title={view.title}
      part="/definitions"
      above={[{ text: "Definitions", href: "/definitions" }]}
      audience="none"
    >
      {view.done && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">{view.done}</p>
        </NotificationBanner>
      )}
      <span class="govuk-caption-l">{view.kind}</span>
      <h1 class="govuk-heading-l">{view.title}</h1>
      {view.about && <p class="govuk-body">{view.about}</p>}
      {view.seeHref && (
        <p class="govuk-body">
          <a class="govuk-link" href={view.seeHref}>
            {view.seeText}
          </a>
        </p>
      )}
      {view.changedByHand && <ChangedByHand site={site} view={view} />}
      {view.open.length > 0 && (
        <p class="govuk-body">
          Being changed:{" "}
          {view.open.map(({ href, text }, index) => (
            <span key={href}>
              {index > 0 && "; "}
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </span>
          ))}
        </p>
      )}
      {view.mayPropose && (
        <Form site={site} action={`${view.href}/draft`}>
          <Button>Change this definition</Button>
        </Form>
      )}
      <Details summary="The written form in force" open={view.versions.length === 0}>
        <pre class="app-code">{view.text}</pre>
      </Details>
      <Versions site={site} view={view} />
    </Page>
  );
}

function ChangedByHand({ site, view }: { readonly site: Site; readonly view: DefinitionView }) {
  return (
    <>
      <WarningText>
        The file in the data folder is no longer the version that was approved: somebody changed it by hand. Figures
        follow the file.
      </WarningText>
      {view.mayApprove && (
        <Form site={site} action={`${view.href}/in-force`}>
          <Button class="govuk-button--secondary">Put the approved version back in force</Button>
        </Form>
      )}
    </>
  );
}

function Versions({ site, view }: { readonly site: Site; readonly view: DefinitionView }) {
  return (
    <section aria-labelledby="versions">
      <h2 class="govuk-heading-m" id="versions">
        Versions
      </h2>
      {view.versions.length === 0 ? (
        <p class="govuk-body">
          No change of it has been approved in Waymark yet: it is as it came, or as its file was written.
        </p>
      ) : (
        <Table
          class="app-cards"
          caption="Versions, the latest first"
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={["Version", "In force from", "Why", "Written by", "Approved by", "Series", "Go back"].map(
            (content) => ({
              content,
            }),
          )}
          rows={view.versions.map((version) => [
            {
              content: (
                <a class="govuk-link" href={version.href}>
                  {version.name}
                </a>
              ),
            },
            { content: version.at, attributes: { "data-label": "In force from" } },
            { content: version.reason, attributes: { "data-label": "Why" } },
            { content: version.author, attributes: { "data-label": "Written by" } },
            { content: version.approver, attributes: { "data-label": "Approved by" } },
            { content: version.breaks, attributes: { "data-label": "Series" } },
            {
              content: version.mayRestore ? (
                <Form site={site} action={`${view.href}/restore`}>
                  <input type="hidden" name="version" value={version.number} />
                  <button type="submit" class="app-link-button">
                    Go back to <span class="govuk-visually-hidden">version </span>
                    {version.number}
                  </button>
                </Form>
              ) : (
                "In force"
              ),
              attributes: { "data-label": "Go back" },
            },
          ])}
        />
      )}
      {view.versions.length > 0 && view.mayPropose && view.hasFirst && (
        <Form site={site} action={`${view.href}/restore`}>
          <input type="hidden" name="version" value="0" />
          <button type="submit" class="app-link-button">
            Go back to the definition before version 1
          </button>
        </Form>
      )}
    </section>
  );
}
