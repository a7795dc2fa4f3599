/** One person: roles held and to be given, account, sessions, tokens, and the way to what they saw. */
import type { ComponentChildren } from "preact";
import { PERMISSIONS, type Permission } from "../../../../domain/access/permissions.ts";
import { grantsOn, permits } from "../../../../domain/access/policy.ts";
import type { HeldGrant, Person } from "../../../../services/people/people.ts";
import type { ApiToken } from "../../../../services/people/tokens.ts";
import { Button } from "../../../components/button/button.tsx";
import { CardTable } from "../../../components/card-table/card-table.tsx";
import { Details } from "../../../components/details/details.tsx";
import { Form } from "../../../components/form/form.tsx";
import { InsetText } from "../../../components/inset-text/inset-text.tsx";
import type { Site } from "../../../context.ts";
import { longDate } from "../../../words.ts";
import { AdminPage } from "../admin-page.tsx";
import { GrantFieldset } from "./grant-fields.tsx";
import type { FieldFaults, GrantFields } from "./grant-form.ts";
import { grantWords } from "./grant-words.ts";
import { AccountTag, Faults } from "./people-view.tsx";

export type PersonView = {
  readonly person: Person;
  readonly grants: readonly HeldGrant[];
  readonly tokens: readonly ApiToken[];
  readonly places: readonly string[];
  readonly today: string;
  readonly fields: GrantFields;
  readonly faults: FieldFaults;
  readonly done?: string | undefined;
};

type Props = { readonly site: Site; readonly view: PersonView };

/** The page of one person. */
export function PersonPage({ site, view }: Props) {
  const { person, fields, faults, places, done } = view;
  const action = `/admin/people/${person.id}`;
  return (
    <AdminPage
      site={site}
      title={person.name}
      done={done}
      above={[{ text: "People and roles", href: "/admin/people" }]}
    >
      <Faults faults={faults} />
      <p class="govuk-body">
        {person.email} <AccountTag person={person} />
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`/admin/access?actor=${encodeURIComponent(person.email)}`}>
          Everything this person saw
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`${action}/invitation`}>
          Invite this person to set a password
        </a>
      </p>
      <Roles site={site} view={view} />
      <h2 class="govuk-heading-m">Give a role</h2>
      <Form site={site} action={action}>
        <input type="hidden" name="deed" value="grant" />
        <GrantFieldset fields={fields} faults={faults} places={places} />
        <Button>Give this role</Button>
      </Form>
      <Tokens site={site} view={view} />
      <Account site={site} view={view} />
    </AdminPage>
  );
}

function Roles({ site, view: { person, grants, today } }: Props) {
  const may = (Object.keys(PERMISSIONS) as Permission[]).filter((one) => permits(grantsOn(grants, today), one));
  if (grants.length === 0) return <InsetText>No role yet: this person can sign in and sees nothing.</InsetText>;
  return (
    <>
      <CardTable
        caption="Roles"
        columns={[{ text: "Role" }, { text: "From" }, { text: "Take it back" }]}
        rows={grants.map((grant) => [
          grantWords(grant, today),
          longDate(grant.from),
          <Deed site={site} person={person} deed="withdraw-grant" id={grant.id}>
            Take back <span class="govuk-visually-hidden">{grantWords(grant, today)}</span>
          </Deed>,
        ])}
      />
      <Details summary="What these roles permit today">
        <ul class="govuk-list govuk-list--bullet">
          {may.map((one) => (
            <li key={one}>{PERMISSIONS[one]}</li>
          ))}
        </ul>
      </Details>
    </>
  );
}

function Tokens({ site, view: { person, tokens } }: Props) {
  if (tokens.length === 0) return null;
  return (
    <CardTable
      caption="Tokens for programs"
      columns={[{ text: "What for" }, { text: "Last day" }, { text: "Withdraw" }]}
      rows={tokens.map(({ id, name, lastDay }) => [
        name,
        longDate(lastDay),
        <Deed site={site} person={person} deed="withdraw-token" id={id}>
          Withdraw <span class="govuk-visually-hidden">the token {name}</span>
        </Deed>,
      ])}
    />
  );
}

function Account({ site, view: { person } }: Props) {
  return (
    <>
      <h2 class="govuk-heading-m">Account</h2>
      <div class="govuk-button-group">
        <Deed site={site} person={person} deed="end-sessions">
          End every session
        </Deed>
        {person.isClosed ? (
          <Deed site={site} person={person} deed="open">
            Open the account again
          </Deed>
        ) : (
          <Deed site={site} person={person} deed="close" isWarning>
            Close the account
          </Deed>
        )}
      </div>
    </>
  );
}

type DeedProps = {
  readonly site: Site;
  readonly person: Person;
  readonly deed: string;
  readonly id?: number;
  readonly isWarning?: boolean;
  readonly children: ComponentChildren;
};

function Deed({ site, person, deed, id, isWarning = false, children }: DeedProps) {
  return (
    <Form site={site} action={`/admin/people/${person.id}`}>
      <input type="hidden" name="deed" value={deed} />
      {id !== undefined && <input type="hidden" name="id" value={String(id)} />}
      <Button class={isWarning ? "govuk-button--warning" : "govuk-button--secondary"}>{children}</Button>
    </Form>
  );
}
