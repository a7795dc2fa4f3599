/** A day somebody knows by heart, as day, month and year. */
import { classNames } from "../block.ts";
import { ChoiceGroup, type ChoiceGroupProps } from "../choice-group.tsx";
import { Label } from "../label/label.tsx";

export type DateParts = { readonly day: string; readonly month: string; readonly year: string };

export type DateInputProps = Omit<ChoiceGroupProps, "idPrefix" | "name"> & {
  readonly id: string;
  /** Put before "day", "month" and "year" with a hyphen to make the names sent. */
  readonly namePrefix?: string | undefined;
  readonly values?: Partial<DateParts> | undefined;
};

/** GOV.UK date input. */
export function DateInput(props: DateInputProps) {
  const { id, namePrefix, values = {}, error } = props;
  return (
    <ChoiceGroup group={{ ...props, idPrefix: id, name: id }} role="group">
      <div class="govuk-date-input" id={id}>
        {(["day", "month", "year"] as const).map((part) => (
          <div key={part} class="govuk-date-input__item">
            <div class="govuk-form-group">
              <Label for={`${id}-${part}`} class="govuk-date-input__label">
                {part.slice(0, 1).toUpperCase() + part.slice(1)}
              </Label>
              <input
                class={classNames(
                  "govuk-input govuk-date-input__input",
                  error && "govuk-input--error",
                  `govuk-input--width-${part === "year" ? 4 : 2}`,
                )}
                id={`${id}-${part}`}
                name={namePrefix === undefined ? part : `${namePrefix}-${part}`}
                type="text"
                value={values[part]}
                inputMode="numeric"
              />
            </div>
          </div>
        ))}
      </div>
    </ChoiceGroup>
  );
}

/** The ISO day somebody entered in three parts, "" when nothing; what is no day comes back as entered and fails later checks. */
export function isoDayOf({ day, month, year }: DateParts): string {
  const parts = [year.trim(), month.trim(), day.trim()];
  if (parts.every((part) => part === "")) return "";
  const [y = "", m = "", d = ""] = parts;
  return `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
}

/** The three parts of an ISO day. */
export function partsOfDay(day: string): DateParts {
  const [year = "", month = "", date = ""] = day.split("-");
  return { day: date.replace(/^0/, ""), month: month.replace(/^0/, ""), year };
}
