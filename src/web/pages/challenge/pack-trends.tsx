/** Every other measure of a team with its trend: the part of a pack one looks things up in. */
import { CardTable } from "../../components/card-table/card-table.tsx";
import { Details } from "../../components/details/details.tsx";
import { DirectionOfTravel } from "../../components/direction/direction.tsx";
import { RatingTag } from "../../components/rating-tag/rating-tag.tsx";
import { Heading, type Level } from "./heading.tsx";
import type { LineView, PackView } from "./present.ts";

/** Measures where nothing stands out; those of few cases folded away. */
export function Trends({ pack: { trends, few }, level }: { readonly pack: PackView; readonly level: Level }) {
  if (trends.length + few.length === 0) return null;
  return (
    <section class="app-pack__part">
      <Heading level={level}>Everything else, with its trend</Heading>
      {trends.length > 0 && <TrendTable caption="Measures where nothing stands out" lines={trends} />}
      {few.length > 0 && (
        <Details summary={`Percentages of fewer than 5 cases (${few.length})`}>
          <TrendTable caption="Percentages of fewer than 5 cases" lines={few} />
        </Details>
      )}
    </section>
  );
}

function TrendTable({ caption, lines }: { readonly caption: string; readonly lines: readonly LineView[] }) {
  return (
    <CardTable
      class="app-pack__trends"
      caption={caption}
      columns={[
        { text: "Measure" },
        { text: "Latest", numeric: true },
        { text: "Target", numeric: true },
        { text: "Rating" },
        { text: "Direction" },
        { text: "Trend" },
      ]}
      rows={lines.map((line) => [
        <a class="govuk-link" href={line.href}>
          {line.title}
        </a>,
        <span>
          {line.shown}
          <span class="app-pack__of">{line.parts === null ? line.period : `${line.parts}, ${line.period}`}</span>
        </span>,
        line.target === "" ? "–" : line.target,
        <span>
          <RatingTag {...line.rating} />
        </span>,
        <span>
          <DirectionOfTravel {...line.direction} />
        </span>,
        <Trend line={line} />,
      ])}
    />
  );
}

/** The shape of a line’s series. */
export function Trend({ line }: { readonly line: LineView }) {
  if (line.sparkline === null) return null;
  return <span class="app-pack__spark" dangerouslySetInnerHTML={{ __html: line.sparkline }} />;
}
