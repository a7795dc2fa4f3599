/** The form that records a challenge with its answer, and the action agreed on it. */
import { Button } from "../../components/button/button.tsx";
import { DateInput, type DateParts } from "../../components/date-input/date-input.tsx";
import { Fieldset } from "../../components/fieldset/fieldset.tsx";
import { Form } from "../../components/form/form.tsx";
import { Input } from "../../components/input/input.tsx";
import { Select } from "../../components/select/select.tsx";
import { Textarea } from "../../components/textarea/textarea.tsx";
import type { Site } from "../../context.ts";

export type Choice = { readonly value: string; readonly text: string };

/** The owner, by id or by name, and the day: wherever an action is written. */
export type ActionFields = {
  readonly action: string;
  readonly owner: string;
  readonly ownerName: string;
  readonly due: Partial<DateParts>;
  readonly people: readonly Choice[];
  readonly faults: Readonly<Record<string, string>>;
};

export type RecordModel = ActionFields & {
  /** Where the form is sent. */
  readonly formAction: string;
  readonly question: string;
  readonly answer: string;
  readonly linked: string;
  readonly measures: readonly Choice[];
  readonly willHold: boolean;
};

/** The whole form. */
export function RecordForm({ site, record }: { readonly site: Site; readonly record: RecordModel }) {
  const { formAction, faults, measures, linked } = record;
  return (
    <Form
      site={site}
      action={formAction}
      class="app-challenge__record app-no-print"
      attributes={{ "data-draft": formAction }}
    >
      <h2 class="govuk-heading-m">Record a challenge</h2>
      {record.willHold && (
        <p class="govuk-hint">The first challenge recorded holds the session: the pack is kept as it stands now.</p>
      )}
      <Textarea
        id="question"
        name="question"
        label="Challenge"
        rows={3}
        value={record.question}
        error={faults.question}
      />
      <Textarea id="answer" name="answer" label="Answer" rows={3} value={record.answer} error={faults.answer} />
      <Fieldset legend="Agreed action" legendClass="govuk-fieldset__legend--s">
        <ActionInputs fields={record} isOptional />
        <Select
          id="linked"
          name="linked"
          label="Measure it should move (optional)"
          hint="The figure is looked at when the action is due, to see whether it worked."
          options={[{ value: "", text: "No measure" }, ...measures].map((option) => ({
            ...option,
            selected: option.value === linked,
          }))}
        />
      </Fieldset>
      <Button>Record</Button>
    </Form>
  );
}

/** What will be done, by whom, by when. */
export function ActionInputs({
  fields,
  isOptional = false,
}: {
  readonly fields: ActionFields;
  readonly isOptional?: boolean;
}) {
  const { action, owner, ownerName, due, people, faults } = fields;
  return (
    <>
      <Textarea
        id="action"
        name="action"
        label={isOptional ? "Action (leave empty when none was agreed)" : "Action"}
        rows={2}
        value={action}
        error={faults.action}
      />
      <Select
        id="owner"
        name="owner"
        label="Owner"
        error={faults.owner}
        options={[{ value: "", text: "Somebody else, named below" }, ...people].map((option) => ({
          ...option,
          selected: option.value === owner,
        }))}
      />
      <Input
        id="ownerName"
        name="ownerName"
        label="Owner’s name, if not in the list"
        class="govuk-input--width-20"
        value={ownerName}
        error={faults.ownerName}
      />
      <DateInput id="due" namePrefix="due" legend="Due" values={due} error={faults.due} />
    </>
  );
}
