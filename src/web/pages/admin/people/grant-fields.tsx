/** The fields that give a role: which, over whom, from when until when. */
import { ROLE_IDS, ROLES } from "../../../../domain/access/roles.ts";
import { Input } from "../../../components/input/input.tsx";
import { Radios } from "../../../components/radios/radios.tsx";
import { Select } from "../../../components/select/select.tsx";
import type { FieldFaults, GrantFields } from "./grant-form.ts";

export type GrantFieldsProps = {
  readonly fields: GrantFields;
  readonly faults: FieldFaults;
  /** Teams and services to choose from when a name is typed. */
  readonly places: readonly string[];
};

/** The fields of a role. */
export function GrantFieldset({ fields, faults, places }: GrantFieldsProps) {
  return (
    <>
      <Select
        id="role"
        name="role"
        label="Role"
        error={faults.role}
        options={[
          { value: "", text: "Choose a role" },
          ...ROLE_IDS.map((id) => ({
            value: id,
            text: `${ROLES[id].words}: ${ROLES[id].about}`,
            selected: id === fields.role,
          })),
        ]}
      />
      <Radios
        idPrefix="scope"
        name="scope"
        legend="Over whom"
        hint="Where a role opens children’s records or teams’ profiles, only those of this scope."
        error={faults.scope}
        value={fields.scope}
        items={[
          { value: "authority", text: "The whole authority" },
          { value: "service", text: "One service" },
          { value: "team", text: "One team" },
          { value: "own-cases", text: "One worker’s own cases" },
        ]}
      />
      <Input
        id="scopeName"
        name="scopeName"
        label="Which service, team or worker"
        hint="As the data name it. Leave empty for the whole authority."
        error={faults.scopeName}
        value={fields.scopeName}
        attributes={{ list: "places" }}
      />
      <datalist id="places">
        {places.map((place) => (
          <option key={place} value={place} />
        ))}
      </datalist>
      <Input
        id="from"
        name="from"
        label="First day"
        hint="For example 2026-04-01"
        error={faults.from}
        value={fields.from}
        class="govuk-input--width-10"
      />
      <Input
        id="to"
        name="to"
        label="Last day"
        hint="Leave empty until further notice."
        error={faults.to}
        value={fields.to}
        class="govuk-input--width-10"
      />
    </>
  );
}
