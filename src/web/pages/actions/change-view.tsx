/** The form that changes an action; where somebody else was quicker, what stands now is shown beside it. */
import { Button } from "../../components/button/button.tsx";
import { Form } from "../../components/form/form.tsx";
import { Page } from "../../components/page/page.tsx";
import { WarningText } from "../../components/warning-text/warning-text.tsx";
import type { Site } from "../../context.ts";
import { longDate } from "../../words.ts";
import { FaultSummary } from "../challenge/notice.tsx";
import { type ActionFields, ActionInputs } from "../challenge/record-form.tsx";

export type ChangeModel = ActionFields & {
  readonly id: number;
  readonly version: number;
  readonly theirs: { readonly text: string; readonly owner: string; readonly due: string } | null;
};

/** The page of the form. */
export function ChangePage({ site, change }: { readonly site: Site; readonly change: ChangeModel }) {
  const { id, version, theirs, faults } = change;
  const address = `/actions/${id}/edit`;
  return (
    <Page
      site={site}
      title="Change an action"
      part="/challenge"
      above={[{ text: "The action", href: `/actions/${id}` }]}
      audience="none"
    >
      <FaultSummary faults={faults} dates={["due"]} />
      <h1 class="govuk-heading-l">Change an action</h1>
      {theirs !== null && (
        <WarningText>
          Somebody else changed it since you opened it. It now says: “{theirs.text}” ({theirs.owner}, by{" "}
          {longDate(theirs.due)}). Your words are in the form; save to put yours in its place.
        </WarningText>
      )}
      <Form site={site} action={address} attributes={{ "data-draft": address }}>
        <input type="hidden" name="version" value={version} />
        <ActionInputs fields={change} />
        <Button>Save</Button>
      </Form>
    </Page>
  );
}
