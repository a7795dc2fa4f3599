/** The first page of the data: freshness, what waits, coverage, warnings by scorecard, and the history of loads. */
import type { ComponentChildren } from "preact";
import { Button } from "../../components/button/button.tsx";
import { Details } from "../../components/details/details.tsx";
import { NotificationBanner } from "../../components/notification-banner/notification-banner.tsx";
import { Page } from "../../components/page/page.tsx";
import { Select } from "../../components/select/select.tsx";
import { Table } from "../../components/table/table.tsx";
import { Tag } from "../../components/tag/tag.tsx";
import type { Site } from "../../context.ts";
import type { LoadLine, OverviewView } from "./present-overview.ts";

type Props = {
  readonly site: Site;
  readonly data: OverviewView;
  readonly mayLoad: boolean;
  readonly isJustRefused: boolean;
};

/** The page. */
export function OverviewPage({ site, data, mayLoad, isJustRefused }: Props) {
  return (
    <Page site={site} title="Data" part="/data" wide>
      {isJustRefused && (
        <NotificationBanner success>
          <p class="govuk-notification-banner__heading">The load was refused. Nothing has changed.</p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">Data</h1>
      {mayLoad && (
        <a href="/data/new" class="govuk-button app-no-print">
          Load data
        </a>
      )}
      {data.loads.length === 0 && (
        <p class="govuk-body">
          Nothing has been loaded yet.{" "}
          {mayLoad ? "Choose the files of a return to begin." : "Ask an analyst to load a return."}
        </p>
      )}
      {data.loads.length > 0 && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href="#quality">
            {data.touched}
          </a>
        </p>
      )}
      <Staged data={data} mayLoad={mayLoad} />
      {data.loads.length > 0 && (
        <>
          <Freshness data={data} />
          <Section id="coverage" heading="What can be told">
            <p class="govuk-body">{data.coverage}</p>
            <p class="govuk-body">
              <a class="govuk-link" href="/data/coverage">
                See what is missing and which measures need it
              </a>
            </p>
          </Section>
          <Reported data={data} mayLoad={mayLoad} />
          <History data={data} />
          <Quality data={data} />
        </>
      )}
    </Page>
  );
}

type SectionProps = { readonly id: string; readonly heading: string; readonly children: ComponentChildren };

function Section({ id, heading, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {heading}
      </h2>
      {children}
    </section>
  );
}

function Staged({ data: { staged }, mayLoad }: { readonly data: OverviewView; readonly mayLoad: boolean }) {
  if (!mayLoad || staged.length === 0) return null;
  return (
    <Section id="waiting" heading="Not accepted yet">
      <Table
        class="app-cards"
        caption="Returns that were sent and do not count yet"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={["Files", "State", "Sent"].map((content) => ({ content }))}
        rows={staged.map(({ href, files, sent, state }) => [
          {
            content: (
              <a class="govuk-link" href={href}>
                {files}
              </a>
            ),
          },
          { content: state, attributes: { "data-label": "State" } },
          { content: sent, attributes: { "data-label": "Sent" } },
        ])}
      />
    </Section>
  );
}

function Freshness({ data: { fresh } }: { readonly data: OverviewView }) {
  return (
    <Section id="fresh" heading="How fresh it is">
      <Table
        class="app-cards"
        caption="The newest load of each return that counts"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={["Return", "Speaks up to", "That is", "Accepted"].map((content) => ({ content }))}
        rows={fresh.map(({ title, href, upTo, age, accepted }) => [
          {
            content: (
              <a class="govuk-link" href={href}>
                {title}
              </a>
            ),
          },
          { content: upTo, attributes: { "data-label": "Speaks up to" } },
          { content: age, attributes: { "data-label": "That is" } },
          { content: accepted, attributes: { "data-label": "Accepted" } },
        ])}
      />
    </Section>
  );
}

function Quality({ data: { quality } }: { readonly data: OverviewView }) {
  return (
    <Section id="quality" heading="Figures with data-quality warnings">
      {quality.length === 0 ? (
        <p class="govuk-body">No figure on any scorecard rests on rows that were refused or look wrong.</p>
      ) : (
        <p class="govuk-body">
          A measure is named when rows of the tables it reads could not be kept, or when something in them was not
          understood or looks wrong. Its figures may be too low, or may place a child in the wrong group.
        </p>
      )}
      {quality.map((card) => (
        <Details key={card.id} summary={card.summary} open>
          <Table
            class="app-cards"
            caption={card.title}
            captionClass="govuk-visually-hidden"
            firstCellIsHeader
            head={[
              { content: "Measure" },
              { content: "Not kept", numeric: true },
              { content: "To check", numeric: true },
              { content: "Why" },
            ]}
            rows={card.measures.map(({ href, title, errors, warnings, reasons }) => [
              {
                content: (
                  <a class="govuk-link" href={href}>
                    {title}
                  </a>
                ),
              },
              { content: errors, numeric: true, attributes: { "data-label": "Not kept" } },
              { content: warnings, numeric: true, attributes: { "data-label": "To check" } },
              { content: reasons.join(" "), attributes: { "data-label": "Why" } },
            ])}
          />
        </Details>
      ))}
    </Section>
  );
}

function Reported({ data: { reported }, mayLoad }: { readonly data: OverviewView; readonly mayLoad: boolean }) {
  return (
    <Section id="reported" heading="Recording errors reported">
      {reported.length === 0 ? (
        <p class="govuk-body">No reported recording error waits to be mended.</p>
      ) : (
        <Table
          caption="Reported errors that wait to be mended, by team"
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[{ content: "Team" }, { content: "Reports", numeric: true }]}
          rows={reported.map(({ team, count }) => [{ content: team }, { content: count, numeric: true }])}
        />
      )}
      {mayLoad && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href="/data/reported">
            See every report, and say what was done
          </a>
        </p>
      )}
    </Section>
  );
}

function History({ data: { loads, choices, compare } }: { readonly data: OverviewView }) {
  return (
    <Section id="history" heading="Every load">
      <p class="govuk-body">
        Loads are kept for ever, so that any figure can be made again. Figures are made from those that count now.
      </p>
      <Table
        class="app-cards"
        caption="Loads, newest first"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[
          { content: "Load" },
          { content: "Counts now?" },
          { content: "Last day" },
          { content: "Accepted" },
          { content: "By" },
          { content: "Rows kept", numeric: true },
          { content: "Not kept", numeric: true },
          { content: "Issues", numeric: true },
        ]}
        rows={loads.map(historyRow)}
      />
      {compare && (
        <>
          <p class="govuk-body app-no-print">
            <a class="govuk-link" href={compare}>
              Compare the newest load with the one before
            </a>
            , or choose two:
          </p>
          <form method="get" action="/data/compare" class="app-data-filters app-no-print">
            <Select id="a" name="a" label="Compare the load" options={choices.before} />
            <Select id="b" name="b" label="with the later load" options={choices.after} />
            <Button class="govuk-button--secondary app-data-filters__go">Compare</Button>
          </form>
        </>
      )}
    </Section>
  );
}

function historyRow(load: LoadLine) {
  const labelled = (label: string, content: string, numeric = false) => ({
    content,
    ...(numeric ? { numeric } : {}),
    attributes: { "data-label": label },
  });
  return [
    {
      content: (
        <a class="govuk-link" href={`/data/loads/${load.id}`}>
          {load.title}
        </a>
      ),
    },
    {
      content: (
        <Tag class={load.isCurrent ? "govuk-tag--green" : "govuk-tag--grey"}>
          {load.isCurrent ? "Current" : "Replaced"}
        </Tag>
      ),
      attributes: { "data-label": "Counts now?" },
    },
    labelled("Last day", load.asAt),
    labelled("Accepted", load.accepted),
    labelled("By", load.by),
    labelled("Rows kept", load.rows, true),
    labelled("Not kept", load.refused, true),
    labelled("Issues", load.issues, true),
  ];
}
