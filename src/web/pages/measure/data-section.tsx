/** The state of the data a measure is made from: how fresh, which loads and files, and what was wrong in them. */
import { Details } from "../../components/details/details.tsx";
import { IssueTable } from "../../components/issue-table/issue-table.tsx";
import { Table } from "../../components/table/table.tsx";
import { WarningText } from "../../components/warning-text/warning-text.tsx";
import type { DataState } from "./data.ts";

/** Freshness, loads and issues, table by table. */
export function DataQuality({ data }: { readonly data: DataState }) {
  return (
    <section aria-labelledby="quality">
      <h2 class="govuk-heading-m" id="quality">
        The data it is made from
      </h2>
      {!data.isAvailable && (
        <WarningText>What has been loaded cannot tell this measure, so its figures are not available.</WarningText>
      )}
      <p class="govuk-body">{data.freshness}</p>
      {data.empty.length > 0 && <p class="govuk-body">{`Nothing has been loaded into: ${data.empty.join(", ")}.`}</p>}
      {data.lines.length > 0 && (
        <Details summary="Loads and files it comes from">
          <LoadsBehind lines={data.lines} />
        </Details>
      )}
      {data.tables.length === 0 ? (
        <p class="govuk-body">No issues were found in the files these tables came from.</p>
      ) : (
        data.tables.map(({ table, issues }) => (
          <IssueTable key={table} caption={`Issues in the files of “${table}”`} issues={issues} />
        ))
      )}
    </section>
  );
}

/** Which loads fill which table, from which files, with their checksums. */
export function LoadsBehind({ lines }: Pick<DataState, "lines">) {
  return (
    <Table
      class="app-cards"
      caption="Loads that fill the tables it reads"
      captionClass="govuk-visually-hidden"
      firstCellIsHeader
      head={["Table", "Load", "As at", "Loaded", "Rows", "Files and their SHA-256"].map((content) => ({ content }))}
      rows={lines.map(({ table, load, asAt, loaded, by, rows, files }) => [
        { content: table },
        { content: load, attributes: { "data-label": "Load" } },
        { content: asAt, attributes: { "data-label": "As at" } },
        { content: `${loaded} by ${by}`, attributes: { "data-label": "Loaded" } },
        { content: rows, attributes: { "data-label": "Rows" } },
        { content: <Files files={files} />, attributes: { "data-label": "Files" } },
      ])}
    />
  );
}

function Files({ files }: Pick<DataState["lines"][number], "files">) {
  return (
    <ul class="govuk-list app-measure__files">
      {files.map(({ name, sha256 }) => (
        <li key={name}>
          {name}
          <br />
          <code class="app-measure__hash">{sha256}</code>
        </li>
      ))}
    </ul>
  );
}
