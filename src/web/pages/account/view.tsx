/** One's own account. */
import { Button } from "../../components/button/button.tsx";
import { Details } from "../../components/details/details.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form/form.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import { PasswordInput } from "../../components/password-input/password-input.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import { Table } from "../../components/table/table.tsx";
import type { Site } from "../../context.ts";
import { type FormFaults, listFaults } from "../sign-in/form-faults.ts";
import type { AccountView } from "./present.ts";

type AccountPageProps = {
  readonly site: Site;
  readonly account: AccountView;
  readonly done?: string | undefined;
  /** Whether a draft was just thrown away. */
  readonly mayPutBack?: boolean;
  readonly faults?: FormFaults | undefined;
};

/** The page. */
export function AccountPage({ site, account, done, mayPutBack = false, faults = {} }: AccountPageProps) {
  const isWrong = Object.keys(faults).length > 0;
  return (
    <Page site={site} title={isWrong ? "Error: Your account" : "Your account"} part="/account" audience="none">
      {isWrong && <ErrorSummary title="Your password was not changed" errors={listFaults(faults)} />}
      {done && !isWrong && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">{done}</p>
          {mayPutBack && (
            <Form site={site} action="/account/drafts">
              <Button class="govuk-button--secondary">Put it back</Button>
            </Form>
          )}
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">Your account</h1>
      <SummaryList
        rows={[
          { key: "Name", value: account.name },
          { key: "Email address", value: account.email },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href="/sign-out">
          Sign out
        </a>
      </p>
      {account.drafts.length > 0 && <Drafts site={site} drafts={account.drafts} />}
      <Roles roles={account.roles} />
      <Sessions site={site} sessions={account.sessions} />
      {account.isLocal && <Password site={site} faults={faults} />}
      {account.mayUseApi && (
        <>
          <h2 class="govuk-heading-m">Programs</h2>
          <p class="govuk-body">
            <a class="govuk-link" href="/account/tokens">
              Tokens for Excel, Power BI and other programs
            </a>
          </p>
        </>
      )}
    </Page>
  );
}

function Roles({ roles }: Pick<AccountView, "roles">) {
  return (
    <>
      <h2 class="govuk-heading-m">What you may do</h2>
      {roles.length === 0 ? (
        <p class="govuk-body">You hold no role today. Ask whoever gives access to Waymark here for the one you need.</p>
      ) : (
        <Table
          caption="Your roles today"
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          class="app-cards"
          head={[{ content: "Role" }, { content: "Over" }, { content: "What it is for" }]}
          rows={roles.map(({ role, over, about }) => [
            { content: role },
            { content: over, attributes: { "data-label": "Over" } },
            { content: about, attributes: { "data-label": "What it is for" } },
          ])}
        />
      )}
    </>
  );
}

function Sessions({ site, sessions }: { readonly site: Site } & Pick<AccountView, "sessions">) {
  return (
    <>
      <h2 class="govuk-heading-m" id="sessions">
        Where you are signed in
      </h2>
      <Table
        caption="Your sessions"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        class="app-cards"
        head={[{ content: "Began" }, { content: "Last used" }, { content: "How" }]}
        rows={sessions.map(({ began, seen, how, isThis }) => [
          { content: isThis ? `${began} (this session)` : began },
          { content: seen, attributes: { "data-label": "Last used" } },
          { content: how, attributes: { "data-label": "How" } },
        ])}
      />
      {sessions.length > 1 && (
        <Form site={site} action="/account/sessions">
          <Button class="govuk-button--secondary">End my other sessions</Button>
        </Form>
      )}
    </>
  );
}

function Drafts({ site, drafts }: { readonly site: Site } & Pick<AccountView, "drafts">) {
  return (
    <section aria-labelledby="drafts">
      <h2 class="govuk-heading-m" id="drafts">
        What you wrote and did not send
      </h2>
      <p class="govuk-body">Kept for you alone, for 30 days.</p>
      {drafts.map(({ form, at, fields }) => (
        <div key={form} class="app-draft">
          <p class="govuk-body">
            <a class="govuk-link" href={form}>{`Go on writing at ${form}`}</a>
            <br />
            <span class="app-muted">{`Kept on ${at}`}</span>
          </p>
          <Details summary="Show what you wrote">
            <SummaryList rows={fields.map(({ name, text }) => ({ key: name, value: text }))} />
          </Details>
          <Form site={site} action="/account/drafts">
            <input type="hidden" name="form" value={form} />
            <Button class="govuk-button--secondary">
              Throw away <span class="govuk-visually-hidden">{`the draft of ${form}`}</span>
            </Button>
          </Form>
        </div>
      ))}
    </section>
  );
}

function Password({ site, faults }: { readonly site: Site; readonly faults: FormFaults }) {
  return (
    <>
      <h2 class="govuk-heading-m">Change your password</h2>
      <Form site={site} action="/account/password">
        <input type="hidden" name="username" autocomplete="username" value={site.viewer?.actor} />
        <PasswordInput
          id="current"
          name="current"
          label="Present password"
          class="govuk-input--width-20"
          error={faults.current}
        />
        <PasswordInput
          id="new"
          name="new"
          label="New password"
          hint="At least 12 characters. Three words that have nothing to do with each other make a good one. Your other sessions end."
          autocomplete="new-password"
          error={faults.new}
        />
        <Button>Change password</Button>
      </Form>
    </>
  );
}
