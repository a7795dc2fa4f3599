/** Whom one may be in a trial: a button each. */
import type { Persona } from "../../../services/people/trial-personas.ts";
import { Button } from "../../components/button/button.tsx";
import { Form } from "../../components/form/form.tsx";
import { WarningText } from "../../components/warning-text/warning-text.tsx";
import type { Site } from "../../context.ts";

export type PersonasProps = {
  readonly site: Site;
  /** Where to go afterwards. */
  readonly next: string;
  /** Empty unless this is a trial. */
  readonly personas: readonly Persona[];
};

/** The buttons, under a warning that this is a trial. */
export function Personas({ site, next, personas }: PersonasProps) {
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
