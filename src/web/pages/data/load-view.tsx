/** One accepted load: its files, what was kept, its issues with places, the measures it feeds, and what to do if it was wrong. */
import type { LoadDifference } from "../../../services/data/compare-loads.ts";
import type { KeptRow } from "../../../services/data/row-of-load.ts";
import { Details } from "../../components/details/details.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import { Table } from "../../components/table/table.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import type { Site } from "../../context.ts";
import { countOf } from "../../words.ts";
import { Difference } from "./difference-view.tsx";
import { Issues } from "./issues-view.tsx";
import type { LoadView } from "./present-load.ts";

const ABOVE = [{ text: "Data", href: "/data" }];

/** The page of a load. */
export function LoadPage(props: { readonly site: Site; readonly load: LoadView; readonly isJustAccepted: boolean }) {
  const { site, load, isJustAccepted } = props;
  return (
    <Page site={site} title={load.title} part="/data" audience="none" above={ABOVE} wide>
      {isJustAccepted && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">The load was accepted.</p>
          <p class="govuk-body">Its figures are being made ready; pages show them within a minute or so.</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">
        {load.title}{" "}
        <Tag class={load.isCurrent ? "govuk-tag--green" : "govuk-tag--grey"}>
          {load.isCurrent ? "Counts now" : "Replaced"}
        </Tag>
      </h1>
      <SummaryList rows={load.facts} class="app-load__facts" />
      {load.compare && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={load.compare}>
            Compare with the load before
          </a>
        </p>
      )}
      <Issues issues={load.issues} />
      <h2 class="govuk-heading-m">What it holds</h2>
      <Contents load={load} />
      <h2 class="govuk-heading-m">If it was accepted wrongly</h2>
      <p class="govuk-body">{load.ifWrong}</p>
    </Page>
  );
}

function Contents({ load }: { readonly load: LoadView }) {
  return (
    <>
      <Table
        class="app-cards"
        caption="Files, with the checksum (SHA-256) of each"
        captionClass="govuk-table__caption--s"
        firstCellIsHeader
        head={[{ content: "File" }, { content: "Bytes", numeric: true }, { content: "SHA-256" }]}
        rows={load.files.map(({ name, bytes, sha256 }) => [
          { content: name },
          { content: bytes.toLocaleString("en-GB"), numeric: true, attributes: { "data-label": "Bytes" } },
          { content: <code class="app-data-hash">{sha256}</code>, attributes: { "data-label": "SHA-256" } },
        ])}
      />
      <Table
        caption="Rows kept, by table"
        captionClass="govuk-table__caption--s"
        firstCellIsHeader
        head={[{ content: "Table" }, { content: "Rows", numeric: true }]}
        rows={load.tables.map(({ name, rows }) => [{ content: <code>{name}</code> }, { content: rows, numeric: true }])}
      />
      <Details summary={`It feeds ${countOf(load.feeds.length, "measure")}`}>
        <ul class="govuk-list">
          {load.feeds.map(({ id, title }) => (
            <li key={id}>
              <a class="govuk-link" href={`/measures/${id}`}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </Details>
    </>
  );
}

type ComparedLoad = { readonly id: string; readonly words: string };
type CompareProps = {
  readonly site: Site;
  readonly before: ComparedLoad;
  readonly after: ComparedLoad;
  readonly difference: LoadDifference;
  /** Pseudonyms; `null` where the viewer may not see them. */
  readonly examples: { readonly added: readonly string[]; readonly gone: readonly string[] } | null;
};

/** What two loads say differently. */
export function ComparePage({ site, before, after, difference, examples }: CompareProps) {
  return (
    <Page site={site} title="Compare two loads" part="/data" audience="none" above={ABOVE} wide>
      <h1 class="govuk-heading-l">Compare two loads</h1>
      <p class="govuk-body">
        {"Before: "}
        <a class="govuk-link" href={`/data/loads/${before.id}`}>
          {before.words}
        </a>
        {". Now: "}
        <a class="govuk-link" href={`/data/loads/${after.id}`}>
          {after.words}
        </a>
        .
      </p>
      <Difference difference={difference} caption="Rows, table by table" />
      {examples && (
        <>
          <Children heading="Children who are new" ids={examples.added} none="No child is new." />
          <Children heading="Children no longer in it" ids={examples.gone} none="Every child is still there." />
          <p class="govuk-body app-muted">Up to ten of each, by pseudonym. That you saw them is in the access log.</p>
        </>
      )}
    </Page>
  );
}

type ChildrenProps = { readonly heading: string; readonly ids: readonly string[]; readonly none: string };

function Children({ heading, ids, none }: ChildrenProps) {
  return (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      {ids.length === 0 ? (
        <p class="govuk-body">{none}</p>
      ) : (
        <ul class="govuk-list">
          {ids.map((id) => (
            <li key={id}>
              <code>{id}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type RowProps = {
  readonly site: Site;
  readonly load: string;
  readonly where: string;
  readonly rows: readonly KeptRow[];
};

/** One row as it was kept. */
export function RowPage({ site, load, where, rows }: RowProps) {
  const above = [...ABOVE, { text: "Load", href: `/data/loads/${load}` }];
  return (
    <Page site={site} title={where} part="/data" above={above}>
      <h1 class="govuk-heading-l">{where}</h1>
      {rows.length === 0 && (
        <p class="govuk-body">Nothing of this row was kept. Look at it in the file it came from.</p>
      )}
      {rows.map(({ table, values }, index) => (
        <section key={index} aria-label={`As kept in ${table}`}>
          <h2 class="govuk-heading-m">{`As kept in ${table}`}</h2>
          <SummaryList rows={values.map(({ column, value }) => ({ key: column, value }))} />
        </section>
      ))}
      <p class="govuk-body app-muted">That you saw this row is in the access log.</p>
    </Page>
  );
}
