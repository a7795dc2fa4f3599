/** The sign-in page: personas on a trial, a form for one's own account elsewhere. */
import type { Persona } from "../../../services/people/trial-personas.ts";
import { Button } from "../../components/button/button.tsx";
import { Form } from "../../components/form/form.tsx";
import { Page } from "../../components/page/page.tsx";
import { WarningText } from "../../components/warning-text/warning-text.tsx";
import type { Site } from "../../context.ts";

export type SignInPageProps = {
  readonly site: Site;
  /** Where to go afterwards. */
  readonly next: string;
  /** Empty unless this is a trial. */
  readonly personas: readonly Persona[];
};

/** The page. */
export function SignInPage({ site, next, personas }: SignInPageProps) {
  return (
    <Page site={site} title="Sign in" part={null} audience="none">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">Sign in to Waymark</h1>
          {personas.length > 0 && <Personas site={site} next={next} personas={personas} />}
        </div>
      </div>
    </Page>
  );
}

function Personas({ site, next, personas }: SignInPageProps) {
  return (
    <>
      <WarningText>
        This is a trial on a made-up authority. Anybody at this machine may sign in as anybody below. Do not load real
        data into it.
      </WarningText>
      <h2 class="govuk-heading-m" id="personas">
        Choose whom to be
      </h2>
      <Form site={site} action="/sign-in/trial">
        <input type="hidden" name="next" value={next} />
        <ul class="app-personas" aria-labelledby="personas">
          {personas.map(({ id, title, about }) => (
            <li key={id} class="app-personas__item">
              <Button
                class="govuk-button--secondary app-personas__button"
                name="persona"
                value={id}
                attributes={{ "aria-describedby": `persona-${id}` }}
              >
                {title}
              </Button>
              <p class="govuk-body app-personas__about" id={`persona-${id}`}>
                {about}
              </p>
            </li>
          ))}
        </ul>
      </Form>
    </>
  );
}
