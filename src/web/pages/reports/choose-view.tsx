/** What a report is to be of: first the scorecard or measure, then the period, edition, teams and audience. */
import { Button } from "../../components/button/button.tsx";
import { Checkboxes } from "../../components/checkboxes/checkboxes.tsx";
import { Radios } from "../../components/radios/radios.tsx";
import { Select } from "../../components/select/select.tsx";
import type { Site } from "../../context.ts";
import type { ChooseModel } from "./present-choose.ts";
import { ReportPage } from "./report-page.tsx";
import { AUDIENCE_WORDS } from "./words.ts";

/** The page; a plain form, so that what is chosen stands in the address. */
export function ChoosePage({ site, model }: { readonly site: Site; readonly model: ChooseModel }) {
  const { title, about, isFirst, fields, teams, audience, kept } = model;
  return (
    <ReportPage site={site} title={title} audience="none" above={[]}>
      <p class="govuk-body">{about}</p>
      <form method="get" action={isFirst ? "/reports/new" : "/reports/view"}>
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        {fields.map(({ name, label, hint, options }) => (
          <Select
            key={name}
            id={name}
            name={name}
            label={label}
            labelClass="govuk-label--s"
            hint={hint}
            options={options}
          />
        ))}
        {teams !== null && (
          <Checkboxes
            idPrefix="team"
            name="team"
            legend="Teams"
            legendClass="govuk-fieldset__legend--s"
            values={model.chosenTeams}
            items={teams.map((name) => ({ value: name, text: name }))}
          />
        )}
        {audience !== null && (
          <Radios
            idPrefix="audience"
            name="audience"
            legend="Whom it is for"
            legendClass="govuk-fieldset__legend--s"
            value={audience}
            items={[
              { value: "published", text: AUDIENCE_WORDS.published },
              { value: "internal", text: AUDIENCE_WORDS.internal },
            ]}
          />
        )}
        <Button>{isFirst ? "Go on" : "Make the report"}</Button>
      </form>
    </ReportPage>
  );
}
