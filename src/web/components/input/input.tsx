/** One line of text to be entered. */
import { type BlockProps, classNames } from "../block.ts";
import { describedBy, type FieldProps, FormGroup } from "../form-group.tsx";

export type InputProps = FieldProps &
  Omit<BlockProps, "children"> & {
    readonly name: string;
    readonly type?: "text" | "number" | undefined;
    readonly value?: string | undefined;
    readonly autocomplete?: string | undefined;
    readonly disabled?: boolean | undefined;
  };

/** GOV.UK text input with its label. */
export function Input(props: InputProps) {
  const { id, name, type = "text", value, autocomplete, disabled, error, class: extra, attributes } = props;
  return (
    <FormGroup field={props}>
      <input
        class={classNames("govuk-input", extra, error ? "govuk-input--error" : null)}
        id={id}
        name={name}
        value={value}
        disabled={disabled}
        aria-describedby={describedBy(props)}
        autocomplete={autocomplete}
        {...(type === "number" ? { type } : { type })}
        {...attributes}
      />
    </FormGroup>
  );
}
