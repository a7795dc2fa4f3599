/** Two editions beside each other: what differs first, then every figure. */
import { type ComparedIndicator, ratingWord, type Said } from "../../../domain/edition-comparison.ts";
import { Details } from "../../components/details/details.tsx";
import { Page } from "../../components/page/page.tsx";
import { Table } from "../../components/table/table.tsx";
import type { Site } from "../../context.ts";
import { countOf } from "../../words.ts";

type Props = {
  readonly site: Site;
  readonly before: string;
  readonly after: string;
  readonly rows: readonly ComparedIndicator[];
};

const DIFFERS: Readonly<Record<ComparedIndicator["differs"][number], string>> = {
  value: "Figure",
  target: "Target",
  rating: "Rating",
  definition: "Definition",
  placed: "Put on the scorecard",
  removed: "Taken off the scorecard",
};

/** The page. */
export function CompareTwoPage({ site, before, after, rows }: Props) {
  const different = rows.filter(({ differs }) => differs.length > 0);
  const same = rows.filter(({ differs }) => differs.length === 0);
  const restated = rows.filter(({ restated: found }) => found.length > 0);
  return (
    <Page
      site={site}
      title={`${before} and ${after} compared`}
      part="/editions"
      audience="published"
      above={[{ text: "Editions", href: "/editions" }]}
    >
      <h1 class="govuk-heading-l">Two editions compared</h1>
      <p class="govuk-body">
        <a class="govuk-link" href={`/editions/${before}`}>
          {before}
        </a>
        {" and "}
        <a class="govuk-link" href={`/editions/${after}`}>
          {after}
        </a>
        {`: ${different.length} of ${countOf(rows.length, "indicator")} ${different.length === 1 ? "differs" : "differ"}.`}
      </p>
      {different.length > 0 && <ComparedTable caption="What differs" rows={different} before={before} after={after} />}
      <Restated rows={restated} />
      {same.length > 0 && (
        <Details summary={`The same in both: ${countOf(same.length, "indicator")}`}>
          <ComparedTable caption="The same in both" rows={same} before={before} after={after} />
        </Details>
      )}
    </Page>
  );
}

type TableProps = Omit<Props, "site"> & { readonly caption: string };

function ComparedTable({ caption, rows, before, after }: TableProps) {
  const named = (name: string) => ({ "data-label": name });
  return (
    <Table
      class="app-cards"
      caption={caption}
      captionClass="govuk-table__caption--m"
      firstCellIsHeader
      head={["Indicator", before, after, "Differs in"].map((content) => ({ content }))}
      rows={rows.map((row) => [
        { content: `${row.reference} ${row.title}` },
        { content: <SaidWords said={row.before} />, attributes: named("Earlier") },
        { content: <SaidWords said={row.after} />, attributes: named("Later") },
        { content: row.differs.map((what) => DIFFERS[what]).join(", ") || "Nothing", attributes: named("Differs in") },
      ])}
    />
  );
}

function SaidWords({ said }: { readonly said: Said | null }) {
  if (said === null) return <span>Not on it</span>;
  const target = said.target === "" ? "no target" : `target ${said.target}`;
  return <span>{`${said.shown}, ${target}, ${ratingWord(said.rating).toLowerCase()}`}</span>;
}

/** The same month printed differently: revised between the two. */
function Restated({ rows }: { readonly rows: readonly ComparedIndicator[] }) {
  const named = (name: string) => ({ "data-label": name });
  const lines = rows.flatMap(({ reference, title, restated }) =>
    restated.map((one) => ({ ...one, name: `${reference} ${title}` })),
  );
  if (lines.length === 0) return <p class="govuk-body">No figure of a period that both hold was restated.</p>;
  return (
    <Table
      class="app-cards"
      caption="Figures of the same period, restated between the two"
      captionClass="govuk-table__caption--m"
      firstCellIsHeader
      head={["Indicator", "Period", "Earlier edition", "Later edition"].map((content) => ({ content }))}
      rows={lines.map(({ name, period, before, after }) => [
        { content: name },
        { content: period, attributes: named("Period") },
        { content: before, attributes: named("Earlier edition") },
        { content: after, attributes: named("Later edition") },
      ])}
    />
  );
}
