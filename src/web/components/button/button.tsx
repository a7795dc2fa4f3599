/** A button that sends its form. */
import { type BlockProps, classNames } from "../block.ts";

export type ButtonProps = BlockProps & {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly type?: "submit" | "button" | "reset" | undefined;
  readonly disabled?: boolean | undefined;
};

/** GOV.UK button. */
export function Button({
  id,
  name,
  value,
  type = "submit",
  disabled,
  class: extra,
  attributes,
  children,
}: ButtonProps) {
  return (
    <button
      type={type}
      value={value}
      name={name}
      disabled={disabled}
      aria-disabled={disabled ? "true" : undefined}
      class={classNames("govuk-button", extra)}
      data-module="govuk-button"
      {...attributes}
      id={id}
    >
      {children}
    </button>
  );
}
