/** Words set apart from the rest: a quotation, an example, a note. */
import { type BlockProps, classNames } from "../block.ts";

/** GOV.UK inset text. */
export function InsetText({
  id,
  class: extra,
  attributes,
  children,
}: BlockProps & { readonly id?: string | undefined }) {
  return (
    <div id={id} class={classNames("govuk-inset-text", extra)} {...attributes}>
      {children}
    </div>
  );
}
