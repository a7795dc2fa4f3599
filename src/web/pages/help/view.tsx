/** Help with scorecards: what each column means, how ratings are worked out, and how to find what changed. */
import { DirectionOfTravel } from "../../components/direction/direction.tsx";
import { Page } from "../../components/page/page.tsx";
import { RatingTag } from "../../components/rating-tag/rating-tag.tsx";
import { ShorthandKey } from "../../components/shorthand-key/shorthand-key.tsx";
import { SignalMark } from "../../components/signal-mark/signal-mark.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import type { Site } from "../../context.ts";
import { SHORTHAND, type Shorthand } from "../../figure-cell.ts";

export type CardRules = {
  readonly id: string;
  readonly title: string;
  readonly rating: string;
  readonly direction: string;
};

const SIGNS = Object.keys(SHORTHAND) as readonly Shorthand[];

/** The page; the rules are those of the scorecards there are. */
export function ScorecardHelpPage({ site, cards }: { readonly site: Site; readonly cards: readonly CardRules[] }) {
  return (
    <Page site={site} title="How to read a scorecard" part="/" above={[{ text: "Home", href: "/" }]} audience="none">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">How to read a scorecard</h1>
          <Columns />
          <Marks />
          <Rules cards={cards} />
          <Views />
          <Changes />
        </div>
      </div>
    </Page>
  );
}

function Columns() {
  return (
    <>
      <h2 class="govuk-heading-m" id="columns">
        What each column means
      </h2>
      <SummaryList
        rows={[
          { key: "Ref", value: "The indicator’s number on this scorecard. It is text: 1.10 comes after 1.9." },
          {
            key: "Measure",
            value:
              "What is counted. It leads to the measure’s page, which says how, and shows its chart. Below it stands the window, where that is not the column’s own: “Last 12 months” is the twelve months that end with the column.",
          },
          {
            key: "Months or quarters",
            value:
              "The figure of each period, oldest first; the latest is shaded. Those who may see children’s records can follow a figure to the list it counts.",
          },
          { key: "Target", value: "What the figure should reach. “Monitor” is watched without a target." },
          {
            key: "Neighbours, England",
            value:
              "The latest published figures of authorities like this one, and of the country, with the year they are of. They are published once a year and are older than ours.",
          },
          { key: "Rating", value: "Red, amber, green or not rated, by the scorecard’s rule for the latest figure." },
          {
            key: "Direction",
            value:
              "The arrow is where the figure went; the word is whether that is good. Choose “Compare with” to see it against last year, the target, neighbours or England.",
          },
          { key: "Trend", value: "The shape of the row. Each has a scale of its own: compare shapes, not heights." },
        ]}
      />
      <ShorthandKey signs={SIGNS} />
    </>
  );
}

function Marks() {
  return (
    <>
      <h2 class="govuk-heading-m" id="marks">
        What the marks mean
      </h2>
      <ul class="govuk-list govuk-list--spaced app-marks">
        <li>
          <RatingTag word="red" sentence="" /> <RatingTag word="amber" sentence="" />{" "}
          <RatingTag word="green" sentence="" /> <RatingTag word="not-rated" sentence="" />: the rating. Not rated has
          always a reason: no target, no cases, or a figure nobody has entered.
        </li>
        <li>
          <DirectionOfTravel arrow="up" meaning="improving" sentence="" />: the figure rose, and that is good. A low
          figure may be the good one; the measure’s page says which.
        </li>
        <li>
          <SignalMark meaning="concern" sentence="" />: the figure is further from the usual than chance explains, or
          several in a row lie on one side of it. Worth asking why, whatever its rating.
        </li>
      </ul>
    </>
  );
}

function Rules({ cards }: { readonly cards: readonly CardRules[] }) {
  return (
    <>
      <h2 class="govuk-heading-m" id="rating">
        How red, amber and green are worked out
      </h2>
      <p class="govuk-body">
        The figure is judged before it is rounded: 89.96% prints as 90.0% and still misses 90%. Each scorecard has its
        rule; an indicator may have its own, which its measure’s page says. Somebody entitled may judge otherwise, with
        a reason that stands beside the rule’s answer.
      </p>
      <dl class="govuk-summary-list">
        {cards.map(({ id, title, rating, direction }) => (
          <div key={id} class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{title}</dt>
            <dd class="govuk-summary-list__value">{`${rating} ${direction}`}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Views() {
  return (
    <>
      <h2 class="govuk-heading-m" id="views">
        Live and published
      </h2>
      <p class="govuk-body">
        “Live, internal” figures come from the data as loaded now, small numbers shown; they may change with the next
        load and must stay inside the service. “As published” is an edition: it was signed off, small numbers are
        withheld, and it never changes.
      </p>
      <p class="govuk-body">
        Choosing another window or a team leaves out targets that were not set for it, and comments, which are about the
        scorecard as placed.
      </p>
    </>
  );
}

function Changes() {
  return (
    <>
      <h2 class="govuk-heading-m" id="changes">
        What changed
      </h2>
      <p class="govuk-body">
        Open a scorecard as published and follow “What has changed since”: every figure, target and rating that would
        differ today, each with its cause: records made late, a new load, a changed definition or target. A measure’s
        page lists the versions of its definition.
      </p>
    </>
  );
}
