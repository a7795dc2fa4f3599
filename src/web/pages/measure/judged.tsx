/** What is said of a measure beside its figures: its ratings on scorecards, and where it stands among other authorities. */
import { Details } from "../../components/details/details.tsx";
import { DirectionOfTravel } from "../../components/direction/direction.tsx";
import { FigureChart } from "../../components/figure-chart/figure-chart.tsx";
import { RatingTag } from "../../components/rating-tag/rating-tag.tsx";
import { Table, type TableCell } from "../../components/table/table.tsx";
import { WINDOW_WORDS } from "../../words.ts";
import type { NeighboursView } from "./neighbours.ts";
import type { MeasureView } from "./present.ts";

/** Each scorecard's rating, target and direction. */
export function OnScorecards({ places }: Pick<MeasureView, "places">) {
  return (
    <section aria-labelledby="judged">
      <h2 class="govuk-heading-m" id="judged">
        How scorecards judge it
      </h2>
      {places.length === 0 && (
        <p class="govuk-body">It stands on no scorecard, so nobody has set a target for it and it is not rated.</p>
      )}
      {places.length > 0 && (
        <Table
          class="app-cards"
          caption="Its places on scorecards, and how each rates it"
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={["Scorecard", "Figure", "Target", "Rating and direction"].map((content) => ({ content }))}
          rows={places.map(placeRow)}
        />
      )}
    </section>
  );
}

function placeRow(place: MeasureView["places"][number]): readonly TableCell[] {
  const { scorecard, scorecardTitle, reference, indicator, shown, target, rating, direction, judge } = place;
  return [
    { content: <a class="govuk-link" href={`/scorecards/${scorecard}`}>{`${scorecardTitle}, ${reference}`}</a> },
    { content: `${shown} (${WINDOW_WORDS[indicator.window].toLowerCase()})`, attributes: { "data-label": "Figure" } },
    { content: target.shown === "" ? "No target" : target.shown, attributes: { "data-label": "Target" } },
    {
      content: (
        <span>
          <RatingTag word={rating.word} sentence="" /> <DirectionOfTravel {...direction} sentence="" />
          <span class="app-measure__remark">{`${rating.sentence} ${direction.sentence}`}</span>
          {judge !== null && (
            <a class="govuk-link app-measure__remark app-no-print" href={judge}>
              Rate it yourself, or note its series
              <span class="govuk-visually-hidden">{` on ${scorecardTitle}, ${reference}`}</span>
            </a>
          )}
        </span>
      ),
      attributes: { "data-label": "Rating" },
    },
  ];
}

/** Neighbours as dots, what each publishes, and the averages of groups. */
export function Neighbours({ neighbours }: { readonly neighbours: NeighboursView | null }) {
  if (neighbours === null) return null;
  const { standing, chart, rows, averages, notes } = neighbours;
  return (
    <section aria-labelledby="beside">
      <h2 class="govuk-heading-m" id="beside">
        Beside other authorities
      </h2>
      {chart === null && averages.length === 0 && (
        <p class="govuk-body">
          Figures like this are published, but none has been loaded yet for its neighbours or England.
        </p>
      )}
      {standing.map((sentence) => (
        <p key={sentence} class="govuk-body">
          {sentence}
        </p>
      ))}
      {chart !== null && <FigureChart {...chart} />}
      {rows.length > 1 && <NeighbourRows rows={rows} />}
      {averages.length > 0 && <Averages averages={averages} />}
      {notes.map((note) => (
        <p key={note} class="govuk-body-s app-muted">
          {note}
        </p>
      ))}
    </section>
  );
}

function NeighbourRows({ rows }: Pick<NeighboursView, "rows">) {
  return (
    <Details summary="Each authority’s figure as a table">
      <Table
        class="app-cards app-measure__figures"
        caption="This authority and its statistical neighbours, in order of rank"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[{ content: "Authority" }, { content: "Figure", numeric: true }, { content: "Rank", numeric: true }]}
        rows={rows.map(({ name, shown, rank, isOurs }) => [
          { content: isOurs ? `${name} (this authority)` : name },
          { content: shown, numeric: true, attributes: { "data-label": "Figure" } },
          { content: rank, numeric: true, attributes: { "data-label": "Rank" } },
        ])}
      />
    </Details>
  );
}

function Averages({ averages }: Pick<NeighboursView, "averages">) {
  return (
    <Table
      class="app-cards"
      caption="Published figures of others"
      captionClass="govuk-visually-hidden"
      firstCellIsHeader
      head={["Who", "Figure", "Period", "Published in"].map((content) => ({ content }))}
      rows={averages.map(({ label, shown, period, from }) => [
        { content: label },
        { content: shown, attributes: { "data-label": "Figure" } },
        { content: period, attributes: { "data-label": "Period" } },
        { content: from, attributes: { "data-label": "Published in" } },
      ])}
    />
  );
}
