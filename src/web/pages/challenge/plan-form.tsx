/** The form that plans a session, or changes a planned one: its name, day and teams. */
import type { Team } from "../../../services/teams/teams.ts";
import { Button } from "../../components/button/button.tsx";
import { Checkboxes } from "../../components/checkboxes/checkboxes.tsx";
import { DateInput, type DateParts } from "../../components/date-input/date-input.tsx";
import { Form } from "../../components/form/form.tsx";
import { Input } from "../../components/input/input.tsx";
import { Page } from "../../components/page/page.tsx";
import { WarningText } from "../../components/warning-text/warning-text.tsx";
import type { Site } from "../../context.ts";
import { FaultSummary } from "./notice.tsx";
import { serviceWords } from "./words.ts";

export type PlanModel = {
  readonly title: string;
  readonly day: Partial<DateParts>;
  readonly chosen: readonly string[];
  readonly teams: readonly Team[];
  readonly faults: Readonly<Record<string, string>>;
  /** Of a session that stands already. */
  readonly changing: { readonly id: number; readonly version: number } | null;
  /** How somebody else left it meanwhile; `null` when nobody has. */
  readonly theirs: string | null;
};

/** The page of the form. */
export function PlanPage({ site, plan }: { readonly site: Site; readonly plan: PlanModel }) {
  const { changing, faults, teams } = plan;
  const heading = changing === null ? "Build a challenge pack" : "Change the session";
  const action = changing === null ? "/challenge/new" : `/challenge/${changing.id}/edit`;
  return (
    <Page
      site={site}
      title={heading}
      part="/challenge"
      above={[{ text: "Challenge", href: "/challenge" }]}
      audience="none"
    >
      <FaultSummary faults={faults} dates={["heldOn"]} />
      <h1 class="govuk-heading-l">{heading}</h1>
      {plan.theirs !== null && (
        <WarningText>
          Somebody else changed the session since you opened it. It now says: {plan.theirs}. What you wrote is in the
          form; save to put yours in its place.
        </WarningText>
      )}
      {teams.length === 0 ? (
        <p class="govuk-body">There is no team you may challenge. Ask whoever gives access to Waymark here.</p>
      ) : (
        <Form site={site} action={action} attributes={{ "data-draft": action }}>
          {changing !== null && <input type="hidden" name="version" value={changing.version} />}
          <Teams plan={plan} />
          <DateInput
            id="heldOn"
            namePrefix="heldOn"
            legend="Day of the session"
            legendClass="govuk-fieldset__legend--m"
            values={plan.day}
            error={faults.heldOn}
          />
          <Input
            id="title"
            name="title"
            label="Name"
            labelClass="govuk-label--m"
            value={plan.title}
            error={faults.title}
          />
          <Button>{changing === null ? "Build the pack" : "Save the session"}</Button>
        </Form>
      )}
    </Page>
  );
}

function Teams({ plan: { teams, chosen, faults, changing } }: { readonly plan: PlanModel }) {
  const services = [...new Set(teams.flatMap(({ service }) => service ?? []))];
  return (
    <>
      {changing === null && services.length > 1 && (
        <p class="govuk-body">
          Or only one service:{" "}
          {services.map((service, index) => (
            <>
              {index > 0 && ", "}
              <a class="govuk-link" href={`/challenge/new?service=${encodeURIComponent(service)}`}>
                {serviceWords(service)}
              </a>
            </>
          ))}
          .
        </p>
      )}
      <Checkboxes
        idPrefix="teams"
        name="teams"
        legend="Teams"
        legendClass="govuk-fieldset__legend--m"
        class="govuk-checkboxes--small app-challenge__teams"
        items={teams.map(({ name, service }) => ({
          value: name,
          text: name,
          ...(service === null || serviceWords(service).toLowerCase() === name.toLowerCase()
            ? {}
            : { hint: serviceWords(service) }),
        }))}
        values={chosen}
        error={faults.teams}
      />
    </>
  );
}
