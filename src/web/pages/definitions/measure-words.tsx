/** The parts of a measure's form that are words and choices: what it says, how it is cut, who keeps it. */
import { BREAKDOWNS, CHANGES, POLARITIES, UNITS } from "../../../domain/measure.ts";
import { WINDOWS } from "../../../domain/period.ts";
import type { MeasureFields, TextKey } from "../../../services/definitions/measure-editing.ts";
import { Checkboxes } from "../../components/checkboxes/checkboxes.tsx";
import { Details } from "../../components/details/details.tsx";
import { Fieldset } from "../../components/fieldset/fieldset.tsx";
import { Input } from "../../components/input/input.tsx";
import { Select } from "../../components/select/select.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import { POLARITY_WORDS, UNIT_WORDS, WINDOW_WORDS } from "../../words.ts";
import type { FieldErrors } from "./measure-form-view.tsx";

type PartProps = { readonly fields: MeasureFields; readonly errorOf: FieldErrors };

/** Groups as people call them. */
const BREAKDOWN_WORDS: Readonly<Record<string, string>> = {
  team: "Team",
  worker: "Worker",
  locality: "Locality",
  age_group: "Age group",
  sex: "Sex",
  ethnicity: "Ethnicity",
  disability: "Disability",
};

const CHANGE_WORDS: Readonly<Record<string, string>> = {
  "percentage-points": "In percentage points: 70% to 75% is up 5 points",
  absolute: "In its own unit: 70 to 75 is up 5",
  relative: "In percent of what it was: 70 to 75 is up 7.1%",
};

/** Title, definition, why, source, unit and polarity. */
export function WordsFields({ fields, errorOf }: PartProps) {
  const text = (id: TextKey) => ({ id, name: id, value: fields.texts[id], error: errorOf(id) });
  const choice = (id: TextKey, options: readonly string[], words: Readonly<Record<string, string>>) =>
    options.map((value) => ({ value, text: words[value] ?? value, selected: fields.texts[id] === value }));
  return (
    <Fieldset legend="What it says" legendClass="govuk-fieldset__legend--m">
      <Input {...text("title")} label="Title" hint="As on a scorecard, without its window: no “in the month”." />
      <Textarea
        {...text("definition")}
        label="Definition"
        hint="One sentence: of whom, what is counted, over what time. It is printed beside the figure."
        rows={4}
      />
      <Input {...text("shows")} label="What it shows" hint="One line of plain English for members of the public." />
      <Input {...text("why")} label="Why it matters" />
      <Input {...text("source")} label="Source" hint="Statutory guidance, a national statistic, or “Local”." />
      <Input
        {...text("local")}
        label="How it differs from the national definition (optional)"
        hint="Printed beside the figure where the definition is your own."
      />
      <Select
        {...text("unit")}
        label="Unit"
        hint="It must fit how it is counted: a share of a cohort is a percentage."
        options={choice("unit", UNITS, UNIT_WORDS)}
      />
      <Input
        {...text("decimals")}
        label="Decimal places (optional)"
        hint="Left empty: none for counts and totals, one for everything else."
        class="govuk-input--width-2"
      />
      <Select
        {...text("polarity")}
        label="What good looks like"
        options={choice("polarity", POLARITIES, POLARITY_WORDS)}
      />
      <Select
        {...text("change")}
        label="How a change is worded (optional)"
        options={[{ value: "", text: "As usual for its unit" }, ...choice("change", CHANGES, CHANGE_WORDS)]}
      />
    </Fieldset>
  );
}

/** Windows and breakdowns. */
export function CutFields({ fields, errorOf }: PartProps) {
  return (
    <Fieldset legend="How it is cut" legendClass="govuk-fieldset__legend--m">
      <Checkboxes
        idPrefix="windows"
        name="windows"
        legend="Windows in which it has a meaning"
        hint="A window left out answers “not meaningful” instead of a figure that would mislead."
        error={errorOf("windows")}
        class="govuk-checkboxes--small app-columns"
        values={fields.windows}
        items={WINDOWS.map((value) => ({ value, text: WINDOW_WORDS[value] }))}
      />
      <Checkboxes
        idPrefix="breakdowns"
        name="breakdowns"
        legend="Broken down by"
        error={errorOf("breakdowns")}
        class="govuk-checkboxes--small app-columns"
        values={fields.breakdowns}
        items={BREAKDOWNS.map((value) => ({ value, text: BREAKDOWN_WORDS[value] ?? value }))}
      />
    </Fieldset>
  );
}

type KeptProps = PartProps & { readonly published: readonly { readonly id: string; readonly title: string }[] };

/** Owner, review, comparison, settings and the rest. */
export function KeptFields({ fields, errorOf, published }: KeptProps) {
  const text = (id: TextKey) => ({ id, name: id, value: fields.texts[id], error: errorOf(id) });
  const settings = [...fields.settings, { name: "", value: "", words: "" }];
  return (
    <Fieldset legend="Who keeps it, and with whom it is compared" legendClass="govuk-fieldset__legend--m">
      <Input {...text("owner")} label="Owner" hint="A role, not a person’s name." />
      <Input {...text("reviewed")} label="Last reviewed" hint="Year first: 2026-03-31." class="govuk-input--width-10" />
      <Input {...text("review_by")} label="Review by" hint="Year first: 2027-03-31." class="govuk-input--width-10" />
      <Select
        id="published"
        name="published"
        label="Compared with the published figure"
        error={errorOf("published")}
        options={[
          { value: "", text: "None" },
          ...published.map(({ id, title }) => ({ value: id, text: title, selected: id === fields.published })),
        ]}
      />
      <Input
        id="differs"
        name="differs"
        label="How the published one is defined otherwise (optional)"
        value={fields.differs}
      />
      <Checkboxes
        idPrefix="countsNoPersons"
        name="countsNoPersons"
        class="govuk-checkboxes--small"
        values={fields.countsNoPersons ? ["yes"] : []}
        items={[
          {
            value: "yes",
            text: "It counts no persons",
            hint: "Small numbers of it may be published. Leave it empty for anything about children, families or staff.",
          },
        ]}
      />
      <Details summary="Local choices that a condition may name (settings)" open={fields.settings.length > 0}>
        {settings.map(({ name, value, words }, index) => (
          <div key={index} class="app-field-row">
            <Input
              id={`setting-${index}-name`}
              name={`setting-${index}-name`}
              label={`Name ${index + 1}`}
              hint="Conditions write setting.name"
              error={index === 0 ? errorOf("setting-0-name") : undefined}
              value={name}
            />
            <Input id={`setting-${index}-value`} name={`setting-${index}-value`} label="Value" value={value} />
            <Input id={`setting-${index}-words`} name={`setting-${index}-words`} label="In words" value={words} />
          </div>
        ))}
      </Details>
      <Input
        id="needs"
        name="needs"
        label="Data it cannot do without (optional)"
        hint="Tables or table.column, divided by commas, where the conditions do not show it."
        error={errorOf("needs")}
        value={fields.needs}
      />
      <Textarea {...text("notes")} label="Notes (optional)" rows={2} />
    </Fieldset>
  );
}
