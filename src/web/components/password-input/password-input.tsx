/** A password to be entered, with a button that shows it; pasting and password managers work. */
import { type BlockProps, classNames } from "../block.ts";
import { describedBy, type FieldProps, FormGroup } from "../form-group.tsx";

export type PasswordInputProps = FieldProps &
  Omit<BlockProps, "children"> & {
    readonly name: string;
    readonly autocomplete?: "current-password" | "new-password" | undefined;
  };

/** GOV.UK password input. What was typed is never sent back to the page. */
export function PasswordInput(props: PasswordInputProps) {
  const { id, name, autocomplete = "current-password", error, class: extra, attributes, groupClass } = props;
  const field = { ...props, groupClass: classNames("govuk-password-input", groupClass) };
  return (
    <FormGroup field={field} attributes={{ "data-module": "govuk-password-input" }}>
      <div class="govuk-input__wrapper govuk-password-input__wrapper">
        <input
          class={classNames(
            "govuk-input govuk-password-input__input govuk-js-password-input-input",
            extra,
            error ? "govuk-input--error" : null,
          )}
          id={id}
          name={name}
          type="password"
          spellcheck={false}
          aria-describedby={describedBy(props)}
          autocomplete={autocomplete}
          autocapitalize="none"
          {...attributes}
        />
        <button
          type="button"
          class="govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle"
          data-module="govuk-button"
          aria-controls={id}
          aria-label="Show password"
          hidden
        >
          Show
        </button>
      </div>
    </FormGroup>
  );
}
