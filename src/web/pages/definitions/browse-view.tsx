/** Everything that is defined: a box to search it, the kinds to choose from, and drafts that wait for somebody. */
import { KIND_IDS, KINDS } from "../../../services/definitions/kinds.ts";
import { Button } from "../../components/button/button.tsx";
import { Input } from "../../components/input/input.tsx";
import { Page } from "../../components/page/page.tsx";
import { Select } from "../../components/select/select.tsx";
import { Table } from "../../components/table/table.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import type { Site } from "../../context.ts";
import type { BrowseView } from "./present-browse.ts";

/** The first page of definitions. */
export function BrowsePage({ site, view }: { readonly site: Site; readonly view: BrowseView }) {
  return (
    <Page site={site} title="Definitions" part="/definitions" audience="none">
      <h1 class="govuk-heading-l">Definitions</h1>
      <p class="govuk-body">
        What every figure means and how it is judged. Changes are drafted here, tried over the last two years, and come
        into force when a second person approves them.
      </p>
      {view.mayPropose && (
        <p class="govuk-body">
          <a class="govuk-button govuk-button--secondary" href="/definitions/new">
            Define a new measure
          </a>
        </p>
      )}
      {view.drafts.length > 0 && <Drafts drafts={view.drafts} />}
      <h2 class="govuk-heading-m">Find a definition</h2>
      <search>
        <form method="get" action="/definitions" class="app-choices">
          <Input id="search" name="search" label="Words in it" value={view.search} autocomplete="off" />
          <Select
            id="kind"
            name="kind"
            label="Kind"
            options={[
              { value: "", text: "Every kind" },
              ...KIND_IDS.map((kind) => ({ value: kind, text: KINDS[kind].many, selected: kind === view.kind })),
            ]}
          />
          <Button class="govuk-button--secondary">Search</Button>
        </form>
      </search>
      <p class="govuk-body" role="status">
        {view.found}
      </p>
      {view.groups.map(({ kind, title, about, listings, more }) => (
        <section key={kind} aria-labelledby={`kind-${kind}`} class="app-definitions__kind">
          <h3 class="govuk-heading-s" id={`kind-${kind}`}>
            {title}
          </h3>
          <p class="govuk-body-s app-muted">{about}</p>
          <ul class="govuk-list">
            {listings.map((listing) => (
              <li key={listing.href}>
                <a class="govuk-link" href={listing.href}>
                  {listing.title}
                </a>
                <span class="govuk-body-s app-muted app-definitions__about">{listing.about}</span>
              </li>
            ))}
          </ul>
          {more && (
            <p class="govuk-body">
              <a class="govuk-link" href={more.href}>
                {more.text}
              </a>
            </p>
          )}
        </section>
      ))}
    </Page>
  );
}

function Drafts({ drafts }: Pick<BrowseView, "drafts">) {
  return (
    <section aria-labelledby="drafts">
      <h2 class="govuk-heading-m" id="drafts">
        Drafts
      </h2>
      <Table
        class="app-cards"
        caption="Drafts that are not decided on yet"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[{ content: "Definition" }, { content: "State" }, { content: "Written by" }, { content: "Last saved" }]}
        rows={drafts.map(({ href, title, kind, state, authors, at }) => [
          {
            content: (
              <span>
                <a class="govuk-link" href={href}>
                  {title}
                </a>{" "}
                <span class="app-muted">({kind})</span>
              </span>
            ),
          },
          { content: <Tag class={state.class}>{state.tag}</Tag>, attributes: { "data-label": "State" } },
          { content: authors, attributes: { "data-label": "Written by" } },
          { content: at, attributes: { "data-label": "Last saved" } },
        ])}
      />
    </section>
  );
}
