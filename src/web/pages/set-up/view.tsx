/** Setting up: the first administrator, or one's own password after an invitation. */
import type { ComponentChildren } from "preact";
import { INVITATION_PAGE } from "../../../services/people/invitations.ts";
import { Button } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form/form.tsx";
import { Input } from "../../components/input/input.tsx";
import { Page } from "../../components/page/page.tsx";
import { PasswordInput } from "../../components/password-input/password-input.tsx";
import type { Site } from "../../context.ts";
import { type FormFaults, listFaults } from "../sign-in/form-faults.ts";

type Typed = { readonly code?: string; readonly name?: string; readonly email?: string };

type SetUpProps = {
  readonly site: Site;
  readonly typed?: Typed;
  readonly faults?: FormFaults;
};

const PASSWORD_HINT =
  "At least 12 characters. Three words that have nothing to do with each other make a good password; spaces are allowed.";

/** The page of the first administrator. */
export function SetUpPage({ site, typed = {}, faults = {} }: SetUpProps) {
  return (
    <SetUp site={site} title="Set up Waymark" faults={faults}>
      <p class="govuk-body">
        Nobody can administer this installation yet. The terminal that Waymark was started in shows a code; with it you
        become the first administrator. The code is good for one hour and one use.
      </p>
      <Form site={site} action="/set-up">
        <CodeInput code={typed.code} error={faults.code} />
        <Input id="name" name="name" label="Your name" autocomplete="name" value={typed.name} error={faults.name} />
        <Input
          id="email"
          name="email"
          label="Email address"
          hint="You sign in with it."
          autocomplete="username"
          value={typed.email}
          error={faults.email}
          attributes={{ inputmode: "email", spellcheck: "false", autocapitalize: "none" }}
        />
        <NewPassword error={faults.password} />
        <Button>Become administrator</Button>
      </Form>
    </SetUp>
  );
}

/** The page of somebody invited. */
export function InvitationPage({ site, typed = {}, faults = {} }: SetUpProps) {
  return (
    <SetUp site={site} title="Set your password" faults={faults}>
      <p class="govuk-body">
        You need the code of your invitation. It is good for three days and one use; if it is too old, ask whoever gives
        access to Waymark here for another.
      </p>
      <Form site={site} action={INVITATION_PAGE}>
        <CodeInput code={typed.code} error={faults.code} />
        <NewPassword error={faults.password} />
        <Button>Set password and sign in</Button>
      </Form>
    </SetUp>
  );
}

/** Where there is an administrator already. */
export function NothingToSetUpPage({ site }: { readonly site: Site }) {
  return (
    <SetUp site={site} title="Waymark is set up" faults={{}}>
      <p class="govuk-body">There is nothing left to set up here.</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/sign-in">
          Sign in
        </a>
      </p>
    </SetUp>
  );
}

type FrameProps = {
  readonly site: Site;
  readonly title: string;
  readonly faults: FormFaults;
  readonly children: ComponentChildren;
};

function SetUp({ site, title, faults, children }: FrameProps) {
  const isWrong = Object.keys(faults).length > 0;
  return (
    <Page site={site} title={isWrong ? `Error: ${title}` : title} part={null} audience="none">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {isWrong && <ErrorSummary title="There is a problem" errors={listFaults(faults)} />}
          <h1 class="govuk-heading-l">{title}</h1>
          {children}
        </div>
      </div>
    </Page>
  );
}

function CodeInput({ code, error }: { readonly code: string | undefined; readonly error: string | undefined }) {
  return (
    <Input
      id="code"
      name="code"
      label="Code"
      hint="25 letters and digits in groups of five. Capitals and hyphens do not matter."
      class="app-one-time-code"
      autocomplete="one-time-code"
      value={code}
      error={error}
      attributes={{ spellcheck: "false", autocapitalize: "characters" }}
    />
  );
}

function NewPassword({ error }: { readonly error: string | undefined }) {
  return (
    <PasswordInput
      id="password"
      name="password"
      label="New password"
      hint={PASSWORD_HINT}
      autocomplete="new-password"
      error={error}
    />
  );
}
