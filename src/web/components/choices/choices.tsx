/** The choices of a page in a row with a button: a plain form, so that the choice is in the address and works without JavaScript. */
import type { ComponentChildren } from "preact";
import { Button } from "../button/button.tsx";

/** A form that asks for the same page with other choices. */
export function Choices({ action, children }: { readonly action: string; readonly children: ComponentChildren }) {
  return (
    <form method="get" action={action} class="app-choices">
      {children}
      <Button class="govuk-button--secondary">Show</Button>
    </form>
  );
}
