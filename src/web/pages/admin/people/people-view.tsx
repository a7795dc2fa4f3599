/** Everybody who may sign in, and the form that adds one. */
import { grantsOn } from "../../../../domain/access/policy.ts";
import type { HeldGrant, Person } from "../../../../services/people/people.ts";
import { Button } from "../../../components/button/button.tsx";
import { CardTable } from "../../../components/card-table/card-table.tsx";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { Form } from "../../../components/form/form.tsx";
import { Input } from "../../../components/input/input.tsx";
import { Tag } from "../../../components/tag/tag.tsx";
import type { Site } from "../../../context.ts";
import { AdminPage } from "../admin-page.tsx";
import type { FieldFaults } from "./grant-form.ts";
import { grantWords } from "./grant-words.ts";

export type PeopleView = {
  readonly people: readonly { readonly person: Person; readonly grants: readonly HeldGrant[] }[];
  readonly today: string;
  readonly typed: { readonly name: string; readonly email: string };
  readonly faults: FieldFaults;
};

/** The page of people. */
export function PeoplePage({ site, view }: { readonly site: Site; readonly view: PeopleView }) {
  const { people, today, typed, faults } = view;
  return (
    <AdminPage site={site} title="People and roles">
      <Faults faults={faults} />
      <CardTable
        caption="Everybody who may sign in"
        columns={[{ text: "Who" }, { text: "Roles today" }, { text: "Account" }]}
        rows={people.map(({ person, grants }) => [
          <>
            <a class="govuk-link" href={`/admin/people/${person.id}`}>
              {person.name}
            </a>
            <br />
            <span class="app-muted">{person.email}</span>
          </>,
          grantsOn(grants, today)
            .map((grant) => grantWords(grant as HeldGrant, today))
            .join("; ") || "None: sees nothing",
          <AccountTag person={person} />,
        ])}
      />
      <h2 class="govuk-heading-m" id="add">
        Add somebody
      </h2>
      <Form site={site} action="/admin/people">
        <Input id="name" name="name" label="Name" error={faults.name} value={typed.name} />
        <Input
          id="email"
          name="email"
          label="Address they sign in with"
          error={faults.email}
          value={typed.email}
          attributes={{ inputmode: "email", spellcheck: "false" }}
        />
        <Button>Add this person</Button>
      </Form>
    </AdminPage>
  );
}

/** What is wrong with a form, above the page; nothing where nothing is. */
export function Faults({ faults }: { readonly faults: FieldFaults }) {
  const errors = Object.entries(faults).map(([field, text]) => ({ text, href: `#${field}` }));
  return errors.length === 0 ? null : <ErrorSummary title="There is a problem" errors={errors} />;
}

/** Open, closed or break-glass, as a word. */
export function AccountTag({ person: { isClosed, isBreakGlass } }: { readonly person: Person }) {
  if (isClosed) return <Tag class="govuk-tag--grey">Closed</Tag>;
  return isBreakGlass ? <Tag class="govuk-tag--orange">Break-glass</Tag> : <Tag class="govuk-tag--green">Open</Tag>;
}
