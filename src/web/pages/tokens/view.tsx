/** One's own tokens for programs. */
import type { ApiToken } from "../../../services/people/tokens.ts";
import { Button } from "../../components/button/button.tsx";
import { CardTable } from "../../components/card-table/card-table.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form/form.tsx";
import { Input } from "../../components/input/input.tsx";
import { InsetText } from "../../components/inset-text/inset-text.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import type { Site } from "../../context.ts";
import { longDate } from "../../words.ts";

export type TokensPageProps = {
  readonly site: Site;
  readonly tokens: readonly ApiToken[];
  readonly name: string;
  readonly lastDay: string;
  /** The token just made: shown this once. */
  readonly secret?: string;
  readonly isWithdrawn?: boolean;
  readonly fault?: string;
};

/** The page of tokens. */
export function TokensPage({ site, tokens, name, lastDay, secret, isWithdrawn = false, fault }: TokensPageProps) {
  return (
    <Page
      site={site}
      title="Tokens for programs"
      part="/account"
      audience="none"
      above={[{ text: "Your account", href: "/account" }]}
    >
      {fault && <ErrorSummary title="No token was made" errors={[{ text: fault, href: "#name" }]} />}
      {secret && <Made secret={secret} />}
      {isWithdrawn && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">The token no longer opens anything.</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">Tokens for programs</h1>
      <p class="govuk-body">
        With a token, Excel, Power BI or a script reads the figures you may read yourself. Children’s records come only
        within your scope and with a purpose, and every answer is logged as a copy taken away. Whoever holds it reads in
        your name: give it to nobody, and withdraw it when its work is done.
      </p>
      <Held site={site} tokens={tokens} />
      <h2 class="govuk-heading-m">Make a token</h2>
      <Form site={site} action="/account/tokens">
        <input type="hidden" name="deed" value="make" />
        <Input
          id="name"
          name="name"
          label="What it is for"
          hint="For example: Power BI, leadership pack"
          value={name}
          error={fault}
        />
        <Input
          id="lastDay"
          name="lastDay"
          label="Last day it works"
          hint="At most a year from now, as year, month and day"
          value={lastDay}
          class="govuk-input--width-10"
        />
        <Button>Make the token</Button>
      </Form>
      <h2 class="govuk-heading-m">How to use it</h2>
      <p class="govuk-body">
        In Power BI or Excel choose “From web”, “Advanced”, give the address below and a header named Authorization with
        the value “Bearer” and the token. The answer is CSV; without format=csv it is JSON.
      </p>
      <pre class="app-code">
        /api/v1/figures?scorecard=vital-signs&amp;window=in-month&amp;from=2025-04&amp;to=2026-03&amp;format=csv
      </pre>
      <p class="govuk-body">
        <a class="govuk-link" href="/api/v1/openapi.json">
          Everything that can be asked (OpenAPI)
        </a>
      </p>
    </Page>
  );
}

function Made({ secret }: { readonly secret: string }) {
  return (
    <NotificationBanner success>
      <p class="govuk-notification-banner__heading">The token was made. Copy it now: it is shown only this once.</p>
      <p class="govuk-body">
        <code class="app-code">{secret}</code>
      </p>
    </NotificationBanner>
  );
}

function Held({ site, tokens }: Pick<TokensPageProps, "site" | "tokens">) {
  if (tokens.length === 0) return <InsetText>You have no token.</InsetText>;
  return (
    <CardTable
      caption="Your tokens"
      columns={[{ text: "What for" }, { text: "Last day" }, { text: "Withdraw" }]}
      rows={tokens.map(({ id, name, lastDay }) => [
        name,
        longDate(lastDay),
        <Form site={site} action="/account/tokens">
          <input type="hidden" name="deed" value="withdraw" />
          <input type="hidden" name="id" value={String(id)} />
          <Button class="govuk-button--secondary">
            Withdraw <span class="govuk-visually-hidden">the token {name}</span>
          </Button>
        </Form>,
      ])}
    />
  );
}
