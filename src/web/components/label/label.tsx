/** The name of a form control. */
import { type BlockProps, classNames } from "../block.ts";

/** GOV.UK label. */
export function Label({
  for: control,
  class: extra,
  attributes,
  children,
}: BlockProps & { readonly for?: string | undefined }) {
  return (
    <label class={classNames("govuk-label", extra)} {...attributes} for={control}>
      {children}
    </label>
  );
}
