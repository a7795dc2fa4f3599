/** Signing out, and having done so. */
import { Button } from "../../components/button/button.tsx";
import { Form } from "../../components/form/form.tsx";
import { Page } from "../../components/page/page.tsx";
import type { Site } from "../../context.ts";

/** Asks before it ends the session. */
export function SignOutPage({ site }: { readonly site: Site }) {
  return (
    <Page site={site} title="Sign out" part={null} audience="none">
      <h1 class="govuk-heading-l">Sign out of Waymark</h1>
      <p class="govuk-body">{`You are signed in as ${site.viewer?.name ?? "nobody"}.`}</p>
      <Form site={site} action="/sign-out">
        <Button>Sign out</Button>
      </Form>
    </Page>
  );
}

type SignedOutProps = {
  readonly site: Site;
  /** The identity provider whose session is about to end too. */
  readonly provider: string | null;
};

/** Says that the session has ended. */
export function SignedOutPage({ site, provider }: SignedOutProps) {
  return (
    <Page site={site} title="You have signed out" part={null} audience="none">
      <h1 class="govuk-heading-l">You have signed out</h1>
      {provider !== null && (
        <p class="govuk-body">
          {"You are being signed out of "}
          <a class="govuk-link" href="/sign-out/provider">
            {provider}
          </a>
          {" too. If nothing happens, follow the link."}
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/sign-in">
          Sign in again
        </a>
      </p>
    </Page>
  );
}
