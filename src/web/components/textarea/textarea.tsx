/** Several lines of text to be entered. */
import { type BlockProps, classNames } from "../block.ts";
import { describedBy, type FieldProps, FormGroup } from "../form-group.tsx";

export type TextareaProps = FieldProps &
  Omit<BlockProps, "children"> & {
    readonly name: string;
    readonly rows?: number | undefined;
    readonly value?: string | undefined;
    readonly spellcheck?: boolean | undefined;
    readonly disabled?: boolean | undefined;
    readonly autocomplete?: string | undefined;
  };

/** GOV.UK textarea with its label. */
export function Textarea(props: TextareaProps) {
  const { id, name, rows = 5, value, spellcheck, disabled, autocomplete, error, class: extra, attributes } = props;
  return (
    <FormGroup field={props}>
      <textarea
        class={classNames("govuk-textarea", error ? "govuk-textarea--error" : null, extra)}
        id={id}
        name={name}
        rows={rows}
        spellcheck={spellcheck}
        disabled={disabled}
        aria-describedby={describedBy(props)}
        autocomplete={autocomplete}
        {...attributes}
      >
        {value}
      </textarea>
    </FormGroup>
  );
}
