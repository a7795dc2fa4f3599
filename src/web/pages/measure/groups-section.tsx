/** A measure by team, place and who children are. */
import { classNames } from "../../components/block.ts";
import { Details } from "../../components/details/details.tsx";
import { FigureChart } from "../../components/figure-chart/figure-chart.tsx";
import { FigureLines } from "./figure-lines.tsx";
import type { GroupView } from "./groups.ts";
import type { MeasureView } from "./present.ts";

/** One chart and one table for each breakdown. */
export function Groups({ measure }: { readonly measure: MeasureView }) {
  if (measure.groups.length === 0) return null;
  return (
    <section aria-labelledby="groups">
      <h2 class="govuk-heading-m" id="groups">
        {`By team and group: ${measure.latest.period}`}
      </h2>
      {measure.compareTeams !== null && (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={measure.compareTeams}>
            Compare teams, now and through time
          </a>
        </p>
      )}
      <div class="app-measure__groups">
        {measure.groups.map((group) => (
          <Group key={group.id} group={group} />
        ))}
      </div>
    </section>
  );
}

function Group({ group }: { readonly group: GroupView }) {
  const table = <FigureLines table={group.table} caption={group.caption} of={group.one} />;
  return (
    <div class={classNames("app-measure__group", group.isWide && "app-measure__group--wide")}>
      <h3 class="govuk-heading-s" id={group.id}>
        {group.heading}
      </h3>
      {group.chart === null ? (
        table
      ) : (
        <>
          <FigureChart {...group.chart} />
          <Details summary={`${group.heading} as a table`}>{table}</Details>
        </>
      )}
    </div>
  );
}
