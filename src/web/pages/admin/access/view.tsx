/** The access log as a page: what to look for, and what was found. */
import {
  type AccessQuestion,
  childrenIn,
  type LoggedAccess,
  MOST_ENTRIES,
} from "../../../../services/administration/access-history.ts";
import { Button } from "../../../components/button/button.tsx";
import { CardTable } from "../../../components/card-table/card-table.tsx";
import { Details } from "../../../components/details/details.tsx";
import { Input } from "../../../components/input/input.tsx";
import { InsetText } from "../../../components/inset-text/inset-text.tsx";
import { Pagination, pageLinks } from "../../../components/pagination/pagination.tsx";
import { Select } from "../../../components/select/select.tsx";
import type { Site } from "../../../context.ts";
import { countOf, longInstant } from "../../../words.ts";
import { AdminPage } from "../admin-page.tsx";

type Asked = { readonly [K in keyof AccessQuestion]?: AccessQuestion[K] | undefined };

export type AccessView = {
  readonly question: Asked;
  readonly page: number;
  readonly entries: readonly LoggedAccess[];
  readonly choices: { readonly actors: readonly string[]; readonly whats: readonly string[] };
};

const ON_A_PAGE = 50;
/** More children than this are folded. */
const SHOWN_CHILDREN = 5;

/** The page of the access log. */
export function AccessPage({ site, view }: { readonly site: Site; readonly view: AccessView }) {
  const { question, page, entries } = view;
  const last = Math.max(1, Math.ceil(entries.length / ON_A_PAGE));
  const shown = entries.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE);
  return (
    <AdminPage site={site} title="Access log" wide>
      <p class="govuk-body">
        Every list and page about children that was opened, every export, every refusal and every sign-in. Entries
        cannot be changed;{" "}
        <a class="govuk-link" href="/admin/health">
          the health page
        </a>{" "}
        proves it.
      </p>
      <Filters view={view} />
      <p class="govuk-body" role="status">
        {entries.length >= MOST_ENTRIES
          ? `The newest ${countOf(MOST_ENTRIES, "entry", "entries")} of more: narrow the search.`
          : `${countOf(entries.length, "entry", "entries")} found.`}{" "}
        {entries.length > 0 && (
          <a class="govuk-link" href={`/admin/access.csv${queryText(question, 1)}`}>
            Take them away as CSV
          </a>
        )}
      </p>
      {entries.length === 0 ? (
        <InsetText>Nothing in the log answers this. Widen the days, or take a filter away.</InsetText>
      ) : (
        <CardTable
          caption={`Entries, newest first (page ${page} of ${last})`}
          columns={["When", "Who", "Did what", "Of what", "Why", "Children"].map((text) => ({ text }))}
          rows={shown.map((entry) => [
            longInstant(entry.at),
            entry.actor,
            entry.what,
            entry.subject,
            entry.purpose === "" ? "–" : entry.purpose,
            <Children entry={entry} />,
          ])}
        />
      )}
      {last > 1 && (
        <Pagination
          items={pageLinks(page, last, (number) => `/admin/access${queryText(question, number)}`)}
          previous={page > 1 ? `/admin/access${queryText(question, page - 1)}` : undefined}
          next={page < last ? `/admin/access${queryText(question, page + 1)}` : undefined}
        />
      )}
    </AdminPage>
  );
}

function Filters({ view: { question, choices } }: { readonly view: AccessView }) {
  const options = (all: readonly string[], chosen: string | undefined, every: string) => [
    { value: "", text: every },
    ...all.map((value) => ({ value, text: value, selected: value === chosen })),
  ];
  return (
    <form method="get" action="/admin/access" class="app-admin__filters">
      <Input id="child" name="child" label="Child (pseudonym)" value={question.child} class="govuk-input--width-10" />
      <Select id="actor" name="actor" label="Who" options={options(choices.actors, question.actor, "Everybody")} />
      <Select id="what" name="what" label="Did what" options={options(choices.whats, question.what, "Anything")} />
      <Input id="from" name="from" label="From day (2026-04-01)" value={question.from} class="govuk-input--width-10" />
      <Input id="to" name="to" label="To day" value={question.to} class="govuk-input--width-10" />
      <Button class="govuk-button--secondary">Search the log</Button>
    </form>
  );
}

function Children({ entry }: { readonly entry: LoggedAccess }) {
  const children = childrenIn(entry.detail);
  if (children.length === 0) return <>–</>;
  const links = children.map((child) => (
    <>
      <a class="govuk-link" href={`/admin/access?child=${encodeURIComponent(child)}`}>
        {child}
      </a>{" "}
    </>
  ));
  if (children.length <= SHOWN_CHILDREN) return <>{links}</>;
  return <Details summary={countOf(children.length, "child", "children")}>{links}</Details>;
}

function queryText(question: Asked, page: number): string {
  const given = Object.entries({ ...question, page: page === 1 ? undefined : String(page) }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}
