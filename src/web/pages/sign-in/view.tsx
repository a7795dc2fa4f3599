/** The sign-in page: personas on a trial, the council's own sign-in where there is one, and a form for accounts kept here. */
import { Button } from "../../components/button/button.tsx";
import { Details } from "../../components/details/details.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form/form.tsx";
import { Input } from "../../components/input/input.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import { PasswordInput } from "../../components/password-input/password-input.tsx";
import type { Site } from "../../context.ts";
import { type FormFaults, listFaults } from "./form-faults.ts";
import { Personas, type PersonasProps } from "./personas.tsx";

export type SignInPageProps = PersonasProps & {
  readonly site: Site;
  /** Something the reader should know first: "Your session has ended." */
  readonly notice?: string | undefined;
  /** What the identity provider is called; `null` where there is none. */
  readonly provider: string | null;
  /** Whether anybody may read published editions without signing in. */
  readonly isPublic: boolean;
  /** The name typed before. */
  readonly email?: string | undefined;
  readonly faults?: FormFaults | undefined;
};

/** The page. */
export function SignInPage(props: SignInPageProps) {
  const { site, personas, provider, notice, faults = {} } = props;
  const isWrong = Object.keys(faults).length > 0;
  const summary = summaryOf(props);
  const form = <WithPassword {...props} faults={faults} />;
  return (
    <Page site={site} title={isWrong ? "Error: Sign in" : "Sign in"} part={null} audience="none">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {isWrong && <ErrorSummary title="There is a problem" errors={listFaults(faults)} />}
          {notice && !isWrong && (
            <NotificationBanner>
              <p class="govuk-notification-banner__heading">{notice}</p>
            </NotificationBanner>
          )}
          <h1 class="govuk-heading-l">Sign in to Waymark</h1>
          {props.isPublic && (
            <p class="govuk-body">
              You need not sign in to{" "}
              <a class="govuk-link" href="/editions">
                read published editions
              </a>{" "}
              and{" "}
              <a class="govuk-link" href="/reports">
                released reports
              </a>
              .
            </p>
          )}
          {personas.length > 0 && <Personas {...props} />}
          {provider !== null && <WithProvider name={provider} next={props.next} />}
          {summary === null ? form : <Details summary={summary} open={isWrong} children={form} />}
        </div>
      </div>
    </Page>
  );
}

/** What the form is folded away under; `null` where it is the way to sign in. */
function summaryOf({ personas, provider }: SignInPageProps): string | null {
  if (provider !== null) return "Use a break-glass account";
  return personas.length > 0 ? "Use an account of your own" : null;
}

function WithProvider({ name, next }: { readonly name: string; readonly next: string }) {
  return (
    <p class="govuk-body">
      <a
        class="govuk-button"
        draggable={false}
        data-module="govuk-button"
        href={`/sign-in/provider?next=${encodeURIComponent(next)}`}
      >
        {`Sign in with ${name}`}
      </a>
    </p>
  );
}

function WithPassword({ site, next, email, faults }: SignInPageProps & { readonly faults: FormFaults }) {
  return (
    <Form site={site} action="/sign-in">
      <input type="hidden" name="next" value={next} />
      <Input
        id="email"
        name="email"
        label="Email address"
        class="govuk-!-width-two-thirds"
        autocomplete="username"
        value={email}
        error={faults.email}
        attributes={{ inputmode: "email", spellcheck: "false", autocapitalize: "none" }}
      />
      <PasswordInput id="password" name="password" label="Password" error={faults.password} />
      <Button>Sign in</Button>
    </Form>
  );
}
