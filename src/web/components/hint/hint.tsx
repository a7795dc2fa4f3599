/** Help that stands between a control's name and the control. */
import { type BlockProps, classNames } from "../block.ts";

/** GOV.UK hint. */
export function Hint({ id, class: extra, attributes, children }: BlockProps & { readonly id?: string | undefined }) {
  return (
    <div id={id} class={classNames("govuk-hint", extra)} {...attributes}>
      {children}
    </div>
  );
}
