/** How a measure's figure is made: definition, worked examples, the query itself and its versions. */
import { Details } from "../../components/details/details.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import { Table } from "../../components/table/table.tsx";
import type { MeasureView } from "./present.ts";

/** Definition, examples, query and versions. */
export function HowItIsMade({ measure }: { readonly measure: MeasureView }) {
  return (
    <section aria-labelledby="definition">
      <h2 class="govuk-heading-m" id="definition">
        How the figure is made
      </h2>
      <SummaryList rows={measure.facts} class="app-measure__facts" />
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={`/definitions/measure/${measure.id}`}>
          Its place among the definitions
        </a>
        , where it can be changed by two people.
      </p>
      {measure.examples.length > 0 && <Examples examples={measure.examples} />}
      <Details summary="The query (SQL) that counts it">
        <pre class="app-code">{measure.sql}</pre>
      </Details>
      <Details summary={`Versions of the definition (${measure.versions.length})`}>
        <Versions versions={measure.versions} />
      </Details>
    </section>
  );
}

function Examples({ examples }: Pick<MeasureView, "examples">) {
  return (
    <Details summary="Worked examples: what counts and what does not">
      <Table
        class="app-cards"
        caption="Worked examples, each tested every time Waymark changes"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[{ content: "It" }, { content: "Period" }, { content: "Expected" }]}
        rows={examples.map(({ it, period, expected }) => [
          { content: it },
          { content: period, attributes: { "data-label": "Period" } },
          { content: expected, attributes: { "data-label": "Expected" } },
        ])}
      />
    </Details>
  );
}

/** Versions on record, newest first. */
export function Versions({ versions }: Pick<MeasureView, "versions">) {
  return (
    <Table
      class="app-cards"
      caption="Versions of the definition, newest first"
      captionClass="govuk-visually-hidden"
      firstCellIsHeader
      head={["Version", "Since", "Known from", "What changed"].map((content) => ({ content }))}
      rows={versions.map(({ fingerprint, since, knownFrom, change }) => [
        { content: <code class="app-measure__hash">{fingerprint}</code> },
        { content: since, attributes: { "data-label": "Since" } },
        { content: knownFrom, attributes: { "data-label": "Known from" } },
        { content: change, attributes: { "data-label": "What changed" } },
      ])}
    />
  );
}
