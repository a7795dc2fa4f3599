/** What is missing from the data, and the measures that would come with it. */
import type { Coverage, MissingPart } from "../../../services/data/coverage.ts";
import { Details } from "../../components/details/details.tsx";
import { Page } from "../../components/page/page.tsx";
import { Table } from "../../components/table/table.tsx";
import type { Site } from "../../context.ts";
import { countOf } from "../../words.ts";
import { coverageSentence } from "./present-overview.ts";

/** The page. */
export function CoveragePage({ site, coverage }: { readonly site: Site; readonly coverage: Coverage }) {
  return (
    <Page site={site} title="What can be told" part="/data" audience="none" above={[{ text: "Data", href: "/data" }]}>
      <h1 class="govuk-heading-l">What can be told from the data</h1>
      <p class="govuk-body">{coverageSentence(coverage)}</p>
      {coverage.missing.length > 0 && (
        <>
          <p class="govuk-body">
            A figure made of columns nobody filled would be a false nought, so it is shown as not available. Loading
            what stands first here adds the most measures; one measure may need several things.
          </p>
          <Table
            class="app-cards"
            caption="What nothing loaded holds, the most wanted first"
            captionClass="govuk-table__caption--s"
            firstCellIsHeader
            head={["Missing", "What it is", "Measures that need it"].map((content) => ({ content }))}
            rows={coverage.missing.map(({ name, words, measures }) => [
              { content: <code class="app-data-missing">{name}</code> },
              { content: words, attributes: { "data-label": "What it is" } },
              { content: <Needs name={name} measures={measures} /> },
            ])}
          />
        </>
      )}
    </Page>
  );
}

function Needs({ name, measures }: Pick<MissingPart, "name" | "measures">) {
  return (
    <Details
      class="app-data-needs"
      summary={
        <>
          {countOf(measures.length, "measure")}
          <span class="govuk-visually-hidden">{` that need ${name}`}</span>
        </>
      }
    >
      <ul class="govuk-list">
        {measures.map(({ id, title }) => (
          <li key={id}>
            <a class="govuk-link" href={`/measures/${id}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </Details>
  );
}
