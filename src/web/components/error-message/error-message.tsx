/** What is wrong with what was entered, beside the control. */
import { type BlockProps, classNames } from "../block.ts";

/** GOV.UK error message. */
export function ErrorMessage({
  id,
  class: extra,
  attributes,
  children,
}: BlockProps & { readonly id?: string | undefined }) {
  return (
    <p id={id} class={classNames("govuk-error-message", extra)} {...attributes}>
      <span class="govuk-visually-hidden">Error:</span> {children}
    </p>
  );
}
