/** The first page of a new measure: what the figure is, what it counts, its title. */
import type { RelationWords } from "../../../services/definitions/data-words.ts";
import { TEMPLATES, type TemplateName } from "../../../services/definitions/new-measure.ts";
import { Button } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Form } from "../../components/form/form.tsx";
import { Input } from "../../components/input/input.tsx";
import { Page } from "../../components/page/page.tsx";
import { Radios } from "../../components/radios/radios.tsx";
import { Select } from "../../components/select/select.tsx";
import type { Site } from "../../context.ts";

export type NewMeasureTyped = {
  readonly title: string;
  readonly area: string;
  readonly table: string;
  readonly template: string;
};

export type NewMeasureProps = {
  readonly site: Site;
  readonly areas: readonly string[];
  readonly relations: readonly RelationWords[];
  readonly typed: NewMeasureTyped;
  readonly faults: Readonly<Partial<Record<keyof NewMeasureTyped, string>>>;
};

/** The form; the next page has everything else filled in to be changed. */
export function NewMeasurePage({ site, areas, relations, typed, faults }: NewMeasureProps) {
  const wrong = Object.entries(faults).map(([id, text]) => ({ text, href: `#${id}` }));
  return (
    <Page
      site={site}
      title={`${wrong.length > 0 ? "Error: " : ""}Define a new measure`}
      part="/definitions"
      above={[{ text: "Definitions", href: "/definitions" }]}
      audience="none"
    >
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {wrong.length > 0 && <ErrorSummary title="There is a problem" errors={wrong} />}
          <h1 class="govuk-heading-l">Define a new measure</h1>
          <p class="govuk-body">
            Nothing is in force until somebody else approves it. On the next page everything is filled in to be changed,
            with worked examples that already come out right.
          </p>
          <Form site={site} action="/definitions/new">
            <Radios
              idPrefix="template"
              name="template"
              legend="What is the figure?"
              legendClass="govuk-fieldset__legend--m"
              error={faults.template}
              value={typed.template}
              items={(Object.keys(TEMPLATES) as TemplateName[]).map((value) => ({
                value,
                text: TEMPLATES[value].words,
                hint: TEMPLATES[value].about,
              }))}
            />
            <Select
              id="table"
              name="table"
              label="What does it count?"
              labelClass="govuk-label--m"
              hint="A table of the data, or what is worked out of several."
              error={faults.table}
              options={[
                { value: "", text: "Choose" },
                ...relations.map(({ name, words }) => ({
                  value: name,
                  text: `${name}: ${words}`.slice(0, 100),
                  selected: name === typed.table,
                })),
              ]}
            />
            <Input
              id="title"
              name="title"
              label="Title"
              labelClass="govuk-label--m"
              hint="Such as: Contacts decided within a day. Its id is made from it and stays."
              error={faults.title}
              value={typed.title}
            />
            <Select
              id="area"
              name="area"
              label="Area"
              labelClass="govuk-label--m"
              error={faults.area}
              options={[
                { value: "", text: "Choose" },
                ...areas.map((area) => ({
                  value: area,
                  text: area.replaceAll("-", " "),
                  selected: area === typed.area,
                })),
              ]}
            />
            <Button>Continue</Button>
          </Form>
        </div>
      </div>
    </Page>
  );
}
