/** More for those who ask: folded until opened, and open when printed. */
import type { ComponentChildren } from "preact";
import { type BlockProps, classNames } from "../block.ts";

export type DetailsProps = BlockProps & {
  readonly summary: ComponentChildren;
  readonly id?: string | undefined;
  readonly open?: boolean | undefined;
};

/** GOV.UK details. */
export function Details({ summary, id, open = false, class: extra, attributes, children }: DetailsProps) {
  return (
    <details id={id} class={classNames("govuk-details", extra)} {...attributes} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
