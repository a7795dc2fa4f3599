/** How a measure's figure is made: definition, worked examples, the query itself, its versions and the state of its data. */
import { Details } from "../../components/details/details.tsx";
import { IssueTable } from "../../components/issue-table/issue-table.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import { Table } from "../../components/table/table.tsx";
import type { MeasureView } from "./present.ts";

/** The lower half of a measure's page. */
export function HowItIsMade({ measure }: { readonly measure: MeasureView }) {
  return (
    <>
      <section aria-labelledby="definition">
        <h2 class="govuk-heading-m" id="definition">
          How the figure is made
        </h2>
        <SummaryList rows={measure.facts} class="app-measure__facts" />
        {measure.examples.length > 0 && <Examples examples={measure.examples} />}
        <Details summary="The query (SQL) that counts it">
          <pre class="app-code">{measure.sql}</pre>
        </Details>
        {measure.versions.length > 0 && <Versions versions={measure.versions} />}
      </section>
      <section aria-labelledby="quality">
        <h2 class="govuk-heading-m" id="quality">
          Data quality
        </h2>
        {measure.issues.length === 0 ? (
          <p class="govuk-body">No issues were found in the data this measure reads.</p>
        ) : (
          <IssueTable caption="Issues in the tables this measure reads" issues={measure.issues} />
        )}
      </section>
    </>
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

function Versions({ versions }: Pick<MeasureView, "versions">) {
  return (
    <Details summary="Versions of the definition">
      <Table
        class="app-cards"
        caption="Versions of the definition, newest first"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[{ content: "Version" }, { content: "Since" }, { content: "What changed" }]}
        rows={versions.map(({ fingerprint, since, change }) => [
          { content: <code>{fingerprint}</code> },
          { content: since, attributes: { "data-label": "Since" } },
          { content: change, attributes: { "data-label": "What changed" } },
        ])}
      />
    </Details>
  );
}
