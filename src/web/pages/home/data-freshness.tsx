/** How fresh the data is, in a sentence, and by return for those who ask. */
import { Details } from "../../components/details/details.tsx";
import { Table } from "../../components/table/table.tsx";
import type { Freshness } from "./freshness.ts";

/** The sentence, the table folded below it, and where there is more. */
export function DataFreshness({ freshness, seesData }: { readonly freshness: Freshness; readonly seesData: boolean }) {
  return (
    <section aria-labelledby="fresh">
      <h2 class="govuk-heading-m" id="fresh">
        How fresh the data is
      </h2>
      <p class="govuk-body">{freshness.sentence}</p>
      <Details summary="Return by return">
        <Table
          class="app-cards"
          caption="Returns the figures are made from now"
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[{ content: "Return" }, { content: "As at" }, { content: "Loaded" }, { content: "Issues" }]}
          rows={freshness.returns.map((load) => [
            { content: load.title },
            { content: load.asAt, attributes: { "data-label": "As at" } },
            { content: load.loaded, attributes: { "data-label": "Loaded" } },
            { content: load.issues, attributes: { "data-label": "Issues" } },
          ])}
        />
      </Details>
      {seesData && (
        <p class="govuk-body">
          <a class="govuk-link" href="/data">
            Everything loaded, and the issues found
          </a>
        </p>
      )}
    </section>
  );
}
