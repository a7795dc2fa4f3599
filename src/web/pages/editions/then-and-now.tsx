/** An edition's figures beside the period before and a year before, all as this edition printed them. */
import { DirectionOfTravel } from "../../components/direction/direction.tsx";
import { Page } from "../../components/page/page.tsx";
import { Table } from "../../components/table/table.tsx";
import type { Site } from "../../context.ts";
import type { thenAndNow } from "./present.ts";

type Props = {
  readonly site: Site;
  readonly id: string;
  readonly title: string;
  readonly sections: ReturnType<typeof thenAndNow>;
  /** Editions of the same scorecard, newest first, this one left out. */
  readonly others: readonly { readonly id: string; readonly words: string }[];
};

/** The page. */
export function ThenAndNowPage({ site, id, title, sections, others }: Props) {
  const named = (name: string) => ({ "data-label": name });
  return (
    <Page
      site={site}
      title={`${title}: compared with last time and last year`}
      part="/editions"
      audience="published"
      above={[
        { text: "Editions", href: "/editions" },
        { text: title, href: `/editions/${id}` },
      ]}
    >
      <h1 class="govuk-heading-l">{`${title}: compared with last time and last year`}</h1>
      <p class="govuk-body">
        Last time is the period before in the measure’s own window; [x] is a figure this edition does not hold, [c] one
        withheld because it could tell of a child, [z] one that does not apply.
      </p>
      {sections.map((section) => (
        <Table
          key={section.title}
          class="app-cards"
          caption={section.title}
          captionClass="govuk-table__caption--m"
          firstCellIsHeader
          head={[
            { content: "Indicator" },
            ...["This time", "Last time", "A year before"].map((content) => ({ content, numeric: true })),
            { content: "Direction" },
            { content: "Rating" },
          ]}
          rows={section.rows.map(({ reference, title: name, now, last, lastYear, direction, rating }) => [
            { content: `${reference} ${name}` },
            { content: now, numeric: true, attributes: named("This time") },
            { content: last, numeric: true, attributes: named("Last time") },
            { content: lastYear, numeric: true, attributes: named("A year before") },
            { content: <DirectionOfTravel {...direction} />, attributes: named("Direction") },
            { content: rating, attributes: named("Rating") },
          ])}
        />
      ))}
      {others.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Against another edition</h2>
          <ul class="govuk-list">
            {others.map((other) => (
              <li key={other.id}>
                <a class="govuk-link" href={`/editions/compare?before=${other.id}&after=${id}`}>
                  {other.words}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
