/** How a number was made, on one page: the sum, the rule, the records behind it, the files they came from, the definition and the query. */
import { Details } from "../../../components/details/details.tsx";
import { Page } from "../../../components/page/page.tsx";
import { SummaryList } from "../../../components/summary-list/summary-list.tsx";
import { Table } from "../../../components/table/table.tsx";
import { Tag } from "../../../components/tag/tag.tsx";
import type { Site } from "../../../context.ts";
import { LoadsBehind } from "../data-section.tsx";
import { LinkedNumber } from "../figure-lines.tsx";
import { Versions } from "../how-it-is-made.tsx";
import type { HowView } from "./present.ts";

/** The page an auditor asks for. */
export function HowPage({ site, how }: { readonly site: Site; readonly how: HowView }) {
  const above = [
    { text: "Measures", href: "/measures" },
    { text: how.title, href: `/measures/${how.id}` },
  ];
  return (
    <Page site={site} title={`How was this number made? ${how.title}`} part="/measures" above={above}>
      <span class="govuk-caption-l">{`${how.title}, ${how.period}`}</span>
      <h1 class="govuk-heading-l">How was this number made?</h1>
      <SummaryList
        rows={[
          { key: "The number", value: <strong>{how.shown}</strong> },
          { key: "How it came out", value: how.equation },
          { key: "Period", value: `${how.period} (${how.window.toLowerCase()}): ${how.days}` },
          { key: "Definition", value: how.definition },
          { key: "How it is counted", value: how.rule.join(" ") },
          ...how.conditions.map(({ part, written }) => ({
            key: `Condition (${part})`,
            value: <code class="app-measure__hash">{written}</code>,
          })),
          { key: "Definition used", value: <code class="app-measure__hash">{how.fingerprint}</code> },
        ]}
      />
      <Behind how={how} />
      <section aria-labelledby="files">
        <h2 class="govuk-heading-m" id="files">
          The files the records came from
        </h2>
        {how.data.lines.length === 0 ? (
          <p class="govuk-body">{how.data.freshness}</p>
        ) : (
          <LoadsBehind lines={how.data.lines} />
        )}
      </section>
      <section aria-labelledby="rule">
        <h2 class="govuk-heading-m" id="rule">
          The rule, as a computer reads it
        </h2>
        <Details summary="The definition’s file">
          <pre class="app-code">{how.text}</pre>
        </Details>
        <Details summary="The query (SQL) that counts it, month by month">
          <pre class="app-code">{how.sql}</pre>
        </Details>
        <Details summary={`Versions of the definition (${how.versions.length})`}>
          <Versions versions={how.versions} />
        </Details>
      </section>
    </Page>
  );
}

function Behind({ how }: { readonly how: HowView }) {
  return (
    <section aria-labelledby="behind">
      <h2 class="govuk-heading-m" id="behind">
        The records behind it
      </h2>
      {how.parts.length === 0 ? (
        <p class="govuk-body">No case records lie behind this number.</p>
      ) : (
        <Table
          class="app-cards"
          caption="Numerator and denominator, and the records counted for each just now"
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[
            { content: "Part" },
            { content: "Number", numeric: true },
            { content: "Records counted just now" },
            { content: "Do they agree?" },
          ]}
          rows={how.parts.map(({ name, number, behind, agrees }) => [
            { content: name },
            {
              content: <LinkedNumber linked={number} what={`the ${name.toLowerCase()}`} />,
              numeric: true,
              attributes: { "data-label": "Number" },
            },
            { content: behind, attributes: { "data-label": "Records counted just now" } },
            { content: <Agrees agrees={agrees} />, attributes: { "data-label": "Do they agree?" } },
          ])}
        />
      )}
    </section>
  );
}

function Agrees({ agrees }: { readonly agrees: boolean | null }) {
  if (agrees === null) return <>The number is made of values, not of how many records there are.</>;
  return agrees ? <Tag class="govuk-tag--green">They agree</Tag> : <Tag class="govuk-tag--red">They differ</Tag>;
}
