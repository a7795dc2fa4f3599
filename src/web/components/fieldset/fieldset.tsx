/** Several controls that answer one question. */
import type { ComponentChildren } from "preact";
import { type BlockProps, classNames } from "../block.ts";

export type FieldsetProps = BlockProps & {
  readonly legend?: ComponentChildren;
  readonly legendClass?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly role?: "group" | undefined;
};

/** GOV.UK fieldset. */
export function Fieldset(props: FieldsetProps) {
  const { legend, legendClass, describedBy, role, class: extra, attributes, children } = props;
  return (
    <fieldset
      class={classNames("govuk-fieldset", extra)}
      {...(role === undefined ? {} : { role })}
      aria-describedby={describedBy}
      {...attributes}
    >
      {legend && <legend class={classNames("govuk-fieldset__legend", legendClass)}>{legend}</legend>}
      {children}
    </fieldset>
  );
}
