/** Something with consequences, said before it happens. */
import { type BlockProps, classNames } from "../block.ts";

/** GOV.UK warning text. */
export function WarningText({ class: extra, attributes, children }: BlockProps) {
  return (
    <div class={classNames("govuk-warning-text", extra)} {...attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">Warning</span> {children}
      </strong>
    </div>
  );
}
