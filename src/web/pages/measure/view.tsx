/** One measure: what it shows, its latest figure, its course through time, its teams, and how the figure is made. */
import { Choices } from "../../components/choices/choices.tsx";
import { Details } from "../../components/details/details.tsx";
import { FigureChart } from "../../components/figure-chart/figure-chart.tsx";
import { Page } from "../../components/page/page.tsx";
import { Select } from "../../components/select/select.tsx";
import { ShorthandKey } from "../../components/shorthand-key/shorthand-key.tsx";
import { Table } from "../../components/table/table.tsx";
import { WindowLinks } from "../../components/window-links/window-links.tsx";
import type { Site } from "../../context.ts";
import { HowItIsMade } from "./how-it-is-made.tsx";
import { Beside, OnScorecards, SignalWords } from "./judged.tsx";
import type { FigureTable, MeasureView } from "./present.ts";

/** The measure's page. */
export function MeasurePage({ site, measure }: { readonly site: Site; readonly measure: MeasureView }) {
  return (
    <Page site={site} title={measure.title} part="/measures" above={[{ text: "Measures", href: "/measures" }]}>
      <h1 class="govuk-heading-l">{measure.title}</h1>
      <div class="app-measure__top">
        <div class="app-measure__shows">
          <p class="govuk-body-l">{measure.shows}</p>
          <p class="govuk-body">
            <strong>What good looks like:</strong> {measure.good}
          </p>
          <ScorecardLinks measure={measure} />
        </div>
        <p class="app-measure__latest">
          <span class="app-measure__period">{measure.latest.period}</span>
          <strong class="app-measure__figure">{measure.latest.shown}</strong>
          {measure.latest.made && <span class="app-measure__made">{measure.latest.made}</span>}
        </p>
      </div>
      <WindowLinks links={measure.windows} />
      <ShorthandKey signs={measure.shorthands} />
      <Course measure={measure} />
      <OnScorecards {...measure.course} />
      <Beside {...measure.course} />
      {measure.teams && <Teams teams={measure.teams} />}
      <HowItIsMade measure={measure} />
    </Page>
  );
}

function ScorecardLinks({ measure }: { readonly measure: MeasureView }) {
  if (measure.scorecards.length === 0) return null;
  return (
    <p class="govuk-body">
      <strong>On scorecards:</strong>{" "}
      {measure.scorecards.map(({ href, text }, index) => (
        <span key={text}>
          {index > 0 && "; "}
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </span>
      ))}
    </p>
  );
}

function Course({ measure }: { readonly measure: MeasureView }) {
  return (
    <section aria-labelledby="course">
      <h2 class="govuk-heading-m" id="course">
        {`Through time: ${measure.window.toLowerCase()}`}
      </h2>
      <Choices action={`/measures/${measure.id}`}>
        <input type="hidden" name="window" value={measure.windowId} />
        <Select id="lastMonth" name="lastMonth" label="Last month shown" options={measure.lastMonths} />
      </Choices>
      <FigureChart {...measure.course.chart} />
      <SignalWords {...measure.course} />
      <Details summary="The figures in the chart as a table">
        <FigureLines table={measure.series} caption={`${measure.title}, newest first`} of="Period" />
      </Details>
    </section>
  );
}

function Teams({ teams }: { readonly teams: NonNullable<MeasureView["teams"]> }) {
  return (
    <section aria-labelledby="teams-heading">
      <h2 class="govuk-heading-m" id="teams-heading">
        {`By team: ${teams.period}`}
      </h2>
      <FigureChart {...teams.chart} />
      <FigureLines table={teams.table} caption={`By team, ${teams.period}`} of="Team" />
    </section>
  );
}

function FigureLines(props: { readonly table: FigureTable; readonly caption: string; readonly of: string }) {
  const { lines, hasNumerator, hasDenominator } = props.table;
  const columns = [
    { name: "Figure", key: "shown", isThere: true },
    { name: "Numerator", key: "numerator", isThere: hasNumerator },
    { name: "Denominator", key: "denominator", isThere: hasDenominator },
  ] as const;
  const there = columns.filter(({ isThere }) => isThere);
  return (
    <Table
      class="app-cards app-measure__figures"
      caption={props.caption}
      captionClass="govuk-visually-hidden"
      firstCellIsHeader
      head={[{ content: props.of }, ...there.map(({ name }) => ({ content: name, numeric: true }))]}
      rows={lines.map((line) => [
        { content: line.name },
        ...there.map(({ name, key }) => ({ content: line[key], numeric: true, attributes: { "data-label": name } })),
      ])}
    />
  );
}
