/** The choices of a page in a row with a button: a plain form, so that the choice is in the address and works without JavaScript. */
import type { ComponentChildren } from "preact";
import { Button } from "../button/button.tsx";

export type ChoicesProps = {
  readonly action: string;
  /** More than a row of them: small, in equal widths. */
  readonly many?: boolean;
  readonly children: ComponentChildren;
};

/** A form that asks for the same page with other choices. */
export function Choices({ action, many = false, children }: ChoicesProps) {
  return (
    <form method="get" action={action} class={many ? "app-choices app-choices--many" : "app-choices"}>
      {children}
      <Button class="govuk-button--secondary">Show</Button>
    </form>
  );
}
