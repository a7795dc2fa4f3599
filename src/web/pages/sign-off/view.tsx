/** The release desk of one card's period. */
import { Button } from "../../components/button/button.tsx";
import { DateInput, type DateParts } from "../../components/date-input/date-input.tsx";
import { Details } from "../../components/details/details.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form/form.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import type { Site } from "../../context.ts";
import { Blockers } from "./blockers.tsx";
import type { DeskView } from "./present.ts";
import { Release, Signatures } from "./signatures.tsx";

export type DeskError = { readonly text: string; readonly href: string };
export type DeskTyped = {
  readonly errors: readonly DeskError[];
  readonly done: string | null;
  readonly due?: DateParts;
  readonly reason?: string;
};

export type DeskProps = { readonly site: Site; readonly desk: DeskView; readonly typed: DeskTyped };

/** The page. */
export function ReleaseDeskPage(props: DeskProps) {
  const { site, desk, typed } = props;
  const { title, periodLabel, scorecard, period } = desk;
  const heading = `Release ${title} for ${periodLabel}`;
  return (
    <Page
      site={site}
      title={`${typed.errors.length > 0 ? "Error: " : ""}${heading}`}
      part="/editions"
      above={[
        { text: "Editions", href: "/editions" },
        { text: "Sign off and publish", href: "/sign-off" },
      ]}
    >
      {typed.errors.length > 0 && <ErrorSummary title="There is a problem" errors={typed.errors} />}
      {typed.done && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">{typed.done}</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">{heading}</h1>
      <p class="govuk-body">
        <Standing desk={desk} />
      </p>
      <p class="govuk-body">
        {`${desk.counts} `}
        <a class="govuk-link" href={`/scorecards/${scorecard}`}>
          The scorecard
        </a>
        {"; "}
        <a class="govuk-link" href={`/comments/${scorecard}/${period}`}>
          its commentary
        </a>
        .
      </p>
      <Release {...props} />
      <Blockers {...props} />
      <Signatures {...props} />
      <Disclosure desk={desk} />
      <Plan {...props} />
      <Editions desk={desk} />
    </Page>
  );
}

function Standing({ desk: { editions, isReady, isReadyToSign } }: Pick<DeskProps, "desk">) {
  if (editions.length > 0) return <Tag class="govuk-tag--green">Published</Tag>;
  return (
    <Tag class={isReady ? "govuk-tag--green" : "govuk-tag--orange"}>
      {isReady ? "Ready to publish" : isReadyToSign ? "Ready to sign" : "Not ready"}
    </Tag>
  );
}

function Disclosure({ desk: { hidden, hiddenList } }: { readonly desk: DeskView }) {
  return (
    <>
      <h2 class="govuk-heading-m">What the public will not see</h2>
      <p class="govuk-body">{hidden}</p>
      {hiddenList.length > 0 && (
        <Details summary="Which figures">
          <ul class="govuk-list govuk-list--bullet">
            {hiddenList.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function Plan({ site, desk, typed }: DeskProps) {
  const error = typed.errors.find(({ href }) => href === "#due");
  return (
    <>
      <h2 class="govuk-heading-m">Publication day</h2>
      <p class="govuk-body">{desk.plan}</p>
      {desk.may.publish && (
        <Details summary="Announce a day" open={error !== undefined}>
          <Form site={site} action={`${desk.href}/announce`}>
            <DateInput
              id="due"
              namePrefix="due"
              legend="Day of publication"
              values={typed.due}
              {...(error === undefined ? {} : { error: error.text })}
            />
            <Button class="govuk-button--secondary">Announce</Button>
          </Form>
        </Details>
      )}
    </>
  );
}

function Editions({ desk: { editions } }: { readonly desk: DeskView }) {
  return (
    <>
      <h2 class="govuk-heading-m">Editions of this period</h2>
      {editions.length === 0 && <p class="govuk-body">None has been published yet.</p>}
      <ul class="govuk-list">
        {editions.map(({ id, href, words }) => (
          <li key={id}>
            <a class="govuk-link" href={href}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
