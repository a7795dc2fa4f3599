/** Facts about one thing: each with its name and its value. */
import type { ComponentChildren } from "preact";
import { type BlockProps, classNames } from "../block.ts";

export type SummaryRow = { readonly key: string; readonly value: ComponentChildren };

/** GOV.UK summary list, without actions. */
export function SummaryList({ rows, class: extra, attributes }: BlockProps & { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl class={classNames("govuk-summary-list", extra)} {...attributes}>
      {rows.map((row) => (
        <div key={row.key} class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{row.key}</dt>
          <dd class="govuk-summary-list__value">{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
