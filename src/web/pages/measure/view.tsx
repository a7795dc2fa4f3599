/** One measure: what it shows, its latest figure, its course through time, its groups, its neighbours, what is said of it, and how the figure is made. */
import { InsetText } from "../../components/inset-text/inset-text.tsx";
import { Page } from "../../components/page/page.tsx";
import { ShorthandKey } from "../../components/shorthand-key/shorthand-key.tsx";
import { WindowLinks } from "../../components/window-links/window-links.tsx";
import type { Site } from "../../context.ts";
import { Comments, Related, Rules } from "./around.tsx";
import { Course } from "./course-section.tsx";
import { DataQuality } from "./data-section.tsx";
import { LinkedNumber } from "./figure-lines.tsx";
import { Groups } from "./groups-section.tsx";
import { HowItIsMade } from "./how-it-is-made.tsx";
import { Neighbours, OnScorecards } from "./judged.tsx";
import type { MeasureView } from "./present.ts";

/** The measure's page. */
export function MeasurePage({ site, measure }: { readonly site: Site; readonly measure: MeasureView }) {
  return (
    <Page site={site} title={measure.title} part="/measures" above={[{ text: "Measures", href: "/measures" }]}>
      <h1 class="govuk-heading-l">{measure.title}</h1>
      <div class="app-measure__top">
        <div class="app-measure__shows">
          <p class="govuk-body-l">{measure.shows}</p>
          <p class="govuk-body">
            <strong>What good looks like:</strong> {measure.good}{" "}
            {measure.target === null ? "No target is set for this window." : `The target is ${measure.target}.`}
          </p>
          <Contents measure={measure} />
        </div>
        <Latest latest={measure.latest} />
      </div>
      <SeenAs measure={measure} />
      <WindowLinks links={measure.windows} />
      <ShorthandKey signs={measure.shorthands} />
      <Course measure={measure} />
      <OnScorecards places={measure.places} />
      {measure.places.length > 0 && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={`/reports?measure=${measure.id}`}>
            Reports of this measure
          </a>
        </p>
      )}
      <Groups measure={measure} />
      <Neighbours neighbours={measure.neighbours} />
      <Comments comments={measure.comments} />
      <HowItIsMade measure={measure} />
      <DataQuality data={measure.data} />
      <Rules rules={measure.rules} />
      <Related related={measure.related} />
    </Page>
  );
}

function Latest({ latest }: Pick<MeasureView, "latest">) {
  const white = "govuk-link govuk-link--inverse";
  return (
    <div class="app-measure__latest">
      <p class="app-measure__lines">
        <span class="app-measure__period">{latest.period}</span>
        <strong class="app-measure__figure">{latest.shown}</strong>
        {latest.made && (
          <span class="app-measure__made">
            <LinkedNumber linked={latest.made.numerator} what="those counted" class={white} /> of{" "}
            <LinkedNumber linked={latest.made.denominator} what="all of them" class={white} />
          </span>
        )}
      </p>
      <p class="app-measure__how">
        <a class={white} href={latest.how}>
          How was this number made?
        </a>
      </p>
    </div>
  );
}

/** Says whose view this is, and leads to the other. */
function SeenAs({ measure }: { readonly measure: MeasureView }) {
  if (measure.audience === "published")
    return (
      <InsetText>
        You are looking at what the public would see: small numbers, and numbers that would tell them, are withheld.{" "}
        <a class="govuk-link" href={measure.otherAudience}>
          Show internal figures
        </a>
      </InsetText>
    );
  const { withheld } = measure;
  return (
    <p class="govuk-body">
      {withheld === 0
        ? "None of the figures on this page would be withheld if they were published."
        : `${withheld} of the figures on this page would be withheld if they were published; tables mark them “withheld”.`}{" "}
      A percentage of fewer than 10 is marked “of few”: read it with care.{" "}
      <a class="govuk-link app-no-print" href={measure.otherAudience}>
        Show as published
      </a>
    </p>
  );
}

function Contents({ measure }: { readonly measure: MeasureView }) {
  const parts = [
    { id: "course", text: "Through time", isThere: true },
    { id: "judged", text: "On scorecards", isThere: measure.places.length > 0 },
    { id: "groups", text: "By team and group", isThere: measure.groups.length > 0 },
    { id: "beside", text: "Other authorities", isThere: measure.neighbours !== null },
    { id: "comments", text: "Comments", isThere: true },
    { id: "definition", text: "Definition", isThere: true },
    { id: "quality", text: "Data", isThere: true },
    { id: "rules", text: "Reconciliation", isThere: true },
    { id: "related", text: "Related measures", isThere: measure.related.length > 0 },
  ];
  return (
    <nav class="app-no-print" aria-label="On this page">
      <ul class="app-measure__contents">
        {parts
          .filter(({ isThere }) => isThere)
          .map(({ id, text }) => (
            <li key={id}>
              <a class="govuk-link" href={`#${id}`}>
                {text}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
