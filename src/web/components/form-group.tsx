/** What every form control has around it: name, hint, error; and the ids that tie them to the control. */
import type { ComponentChildren } from "preact";
import { type Attributes, classNames } from "./block.ts";
import { ErrorMessage } from "./error-message/error-message.tsx";
import { Hint } from "./hint/hint.tsx";
import { Label } from "./label/label.tsx";

export type FieldProps = {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly labelClass?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly groupClass?: string | undefined;
};

/** The ids of hint and error, for the control's `aria-describedby`; undefined when it has neither. */
export function describedBy({ id, hint, error }: FieldProps): string | undefined {
  return classNames(hint && `${id}-hint`, error && `${id}-error`) || undefined;
}

/** GOV.UK form group around a control. */
export function FormGroup({
  field,
  attributes,
  children,
}: {
  readonly field: FieldProps;
  readonly attributes?: Attributes;
  readonly children: ComponentChildren;
}) {
  const { id, label, labelClass, hint, error, groupClass } = field;
  return (
    <div class={classNames("govuk-form-group", error && "govuk-form-group--error", groupClass)} {...attributes}>
      <Label for={id} class={labelClass}>
        {label}
      </Label>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      {children}
    </div>
  );
}
