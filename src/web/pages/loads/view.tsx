/** What has been loaded, how much, and what was wrong with it. */
import { Details } from "../../components/details/details.tsx";
import { IssueTable } from "../../components/issue-table/issue-table.tsx";
import { Page } from "../../components/page/page.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import { Table } from "../../components/table/table.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import type { Site } from "../../context.ts";
import { countOf, SEVERITY_WORDS } from "../../words.ts";
import type { LoadsView, LoadView } from "./present.ts";

/** The data page. */
export function LoadsPage({ site, loads }: { readonly site: Site; readonly loads: LoadsView }) {
  return (
    <Page site={site} title="Data" part="/data">
      <h1 class="govuk-heading-l">Data</h1>
      {loads.loads.length === 0 ? (
        <p class="govuk-body">
          Nothing has been loaded yet. Load a return with <code>waymark load</code>.
        </p>
      ) : (
        <>
          <p class="govuk-body">
            {`${countOf(loads.loads.length, "load")}, newest first. Figures are made from the ${loads.current} marked current; earlier ones are kept so that any figure can be made again.`}
          </p>
          <p class="govuk-body app-muted">
            {Object.values(SEVERITY_WORDS)
              .map(({ one, means }) => `${one}: ${means}.`)
              .join(" ")}
          </p>
        </>
      )}
      {loads.loads.map((load) => (
        <Load key={load.id} load={load} />
      ))}
    </Page>
  );
}

function Load({ load }: { readonly load: LoadView }) {
  return (
    <section class="app-load" aria-labelledby={`load-${load.id}`}>
      <h2 class="govuk-heading-m" id={`load-${load.id}`}>
        {load.title}{" "}
        <Tag class={load.isCurrent ? "govuk-tag--green" : "govuk-tag--grey"}>
          {load.isCurrent ? "Current" : "Replaced"}
        </Tag>
      </h2>
      <SummaryList rows={load.facts} class="app-load__facts" />
      {load.issues.length > 0 && <IssueTable caption={`Issues found in this load`} issues={load.issues} />}
      {load.tables.length > 0 && (
        <Details
          summary={
            <>
              Rows in each table<span class="govuk-visually-hidden">{` of ${load.title}`}</span>
            </>
          }
        >
          <Table
            caption="Rows kept, by canonical table"
            captionClass="govuk-visually-hidden"
            firstCellIsHeader
            head={[{ content: "Table" }, { content: "Rows", numeric: true }]}
            rows={load.tables.map(({ name, rows }) => [{ content: name }, { content: rows, numeric: true }])}
          />
        </Details>
      )}
    </section>
  );
}
