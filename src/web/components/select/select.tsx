/** A choice of one from a list. */
import { type BlockProps, classNames } from "../block.ts";
import { describedBy, type FieldProps, FormGroup } from "../form-group.tsx";

export type SelectOption = {
  readonly value?: string | undefined;
  readonly text: string;
  readonly selected?: boolean | undefined;
  readonly disabled?: boolean | undefined;
};

export type SelectProps = FieldProps &
  Omit<BlockProps, "children"> & {
    readonly name: string;
    readonly options: readonly SelectOption[];
    readonly disabled?: boolean | undefined;
  };

/** GOV.UK select with its label. */
export function Select(props: SelectProps) {
  const { id, name, options, disabled, error, class: extra, attributes } = props;
  return (
    <FormGroup field={props}>
      <select
        class={classNames("govuk-select", extra, error ? "govuk-select--error" : null)}
        id={id}
        name={name}
        disabled={disabled}
        aria-describedby={describedBy(props)}
        {...attributes}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.selected} disabled={option.disabled}>
            {option.text}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
