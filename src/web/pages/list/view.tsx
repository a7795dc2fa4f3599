/** The list behind a figure: its parts, what narrows it, its rows, and how to take it away or keep it. */
import { Button } from "../../components/button/button.tsx";
import { Checkboxes } from "../../components/checkboxes/checkboxes.tsx";
import { Choices } from "../../components/choices/choices.tsx";
import { Details } from "../../components/details/details.tsx";
import { Form } from "../../components/form/form.tsx";
import { Input } from "../../components/input/input.tsx";
import { Page } from "../../components/page/page.tsx";
import { Pagination } from "../../components/pagination/pagination.tsx";
import { Select } from "../../components/select/select.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import type { Site } from "../../context.ts";
import { may } from "../../viewer.ts";
import { CaseTable } from "./case-table.tsx";
import type { ListFilters, ListView } from "./present.ts";

/** A page of the list. */
export function ListPage({ site, list }: { readonly site: Site; readonly list: ListView }) {
  const above = [
    { text: "Measures", href: "/measures" },
    { text: list.measure, href: `/measures/${list.measureId}` },
  ];
  return (
    <Page site={site} title={list.title} part="/measures" above={above} wide>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{list.about}</span>
        {list.title}
      </h1>
      <nav aria-label="Parts of the figure" class="app-parts">
        <ul class="app-parts__list">
          {list.tabs.map(({ label, count, href, isCurrent }) => (
            <li key={label} class="app-parts__item">
              <a class="govuk-link app-parts__link" href={href} aria-current={isCurrent ? "page" : undefined}>
                {label} <span class="app-parts__count">{count}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Narrow list={list} filters={list.filters} />
      <p class="govuk-body" role="status">
        {list.found}
      </p>
      {list.rows.length === 0 ? (
        <Nothing list={list} />
      ) : (
        <CaseTable caption={list.title} heads={list.heads} rows={list.rows} />
      )}
      {list.pages !== null && <Pagination {...list.pages} />}
      {list.columnWords.length > 0 && (
        <Details summary="What the columns mean">
          <SummaryList rows={list.columnWords} />
        </Details>
      )}
      <ChooseColumns list={list} />
      <TakeAway site={site} list={list} />
    </Page>
  );
}

function Nothing({ list }: { readonly list: ListView }) {
  return (
    <p class="govuk-body">
      {list.isNarrowed
        ? "No case you may look at fits these choices. Clear them to see the others."
        : "There is no case here that you may look at."}
    </p>
  );
}

function Narrow({ list, filters }: { readonly list: ListView; readonly filters: ListFilters }) {
  const own = ["child", "team", "worker", "days", "page"];
  const options = (names: readonly string[], chosen: string) => [
    { value: "", text: "All" },
    ...names.map((name) => ({ value: name, text: name, selected: name === chosen })),
  ];
  return (
    <Choices action={`/measures/${list.measureId}/list`}>
      <Carried list={list} except={own} />
      <Input id="child" name="child" label="Child’s number" value={filters.child} autocomplete="off" />
      {filters.teams.length > 0 && (
        <Select id="team" name="team" label="Team" options={options(filters.teams, filters.team)} />
      )}
      {filters.workers.length > 0 && (
        <Select id="worker" name="worker" label="Worker" options={options(filters.workers, filters.worker)} />
      )}
      {filters.days !== null && (
        <Select
          id="days"
          name="days"
          label="Days"
          options={filters.days.options.map((option) => ({
            ...option,
            selected: option.value === filters.days?.value,
          }))}
        />
      )}
    </Choices>
  );
}

function ChooseColumns({ list }: { readonly list: ListView }) {
  return (
    <Details summary="Choose columns" class="app-take-away">
      <form method="get" action={`/measures/${list.measureId}/list`}>
        <Carried list={list} except={["columns", "page"]} />
        <Checkboxes
          idPrefix="columns"
          name="columns"
          legend="Columns to show"
          class="govuk-checkboxes--small"
          values={list.columnChoices.filter(({ isShown }) => isShown).map(({ value }) => value)}
          items={list.columnChoices.map(({ value, text }) => ({ value, text }))}
        />
        <Button class="govuk-button--secondary">Show these columns</Button>
      </form>
    </Details>
  );
}

/** What the address says already, carried into a form that changes something else. */
function Carried({ list, except }: { readonly list: ListView; readonly except: readonly string[] }) {
  return (
    <>
      {list.carried
        .filter(({ name }) => !except.includes(name))
        .map(({ name, value }) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
    </>
  );
}

function TakeAway({ site, list }: { readonly site: Site; readonly list: ListView }) {
  return (
    <div class="app-take-away">
      {may(site.viewer, "export-cases") && list.rows.length > 0 && (
        <section aria-labelledby="take-away">
          <h2 class="govuk-heading-m" id="take-away">
            Take a copy away
          </h2>
          <p class="govuk-body">
            Every row is marked official-sensitive with your name, the time, your reason and a number, and the copy is
            logged.
          </p>
          <Form site={site} action={`/measures/${list.measureId}/list/copy`}>
            <Carried list={list} except={[]} />
            <div class="govuk-button-group">
              <Button name="format" value="csv" class="govuk-button--secondary">
                Copy as CSV
              </Button>
              <Button name="format" value="xlsx" class="govuk-button--secondary">
                Copy as Excel
              </Button>
            </div>
          </Form>
        </section>
      )}
      {may(site.viewer, "save-lists") && (
        <p class="govuk-body">
          <a class="govuk-link" href={keepHref(list)}>
            Keep this list under a name
          </a>
        </p>
      )}
    </div>
  );
}

function keepHref({ measureId, carried }: ListView): string {
  const fields = carried
    .filter(({ name }) => name !== "period")
    .map(({ name, value }) => [name, value] as [string, string]);
  return `/lists/new?${new URLSearchParams([["measure", measureId], ...fields])}`;
}
