/** One section of a scorecard as a table: thirteen periods a row, the latest marked, what is said of it, and the shape of the row. */
import { classNames } from "../../components/block.ts";
import { besideOf } from "./choices.ts";
import { IndicatorRow } from "./indicator-row.tsx";
import { Narrative } from "./narrative.tsx";
import type { ScorecardView, SectionView } from "./present.ts";

const OTHERS = { neighbours: "Neigh­bours", england: "England" } as const;
const BESIDE_WORDS = { target: "the target", neighbours: "neighbours", england: "England" } as const;

type Props = { readonly section: SectionView; readonly scorecard: ScorecardView };

/** The section's heading, what is written about it, and its table. */
export function SectionTable({ section, scorecard }: Props) {
  const { columns } = scorecard;
  const isJudged = section.indicators.some(({ judged }) => judged !== null);
  return (
    <section class="app-scorecard" aria-labelledby={`h-${section.id}`}>
      <h2 class="govuk-heading-m app-scorecard__title" id={`h-${section.id}`}>
        {section.title}
      </h2>
      {section.scope && <p class="govuk-body">{section.scope}</p>}
      <Narrative comments={section.comments} />
      <table class={classNames("app-scorecard__table", scorecard.others.length > 0 && "app-scorecard__table--others")}>
        <caption class="govuk-visually-hidden">
          {`${section.title}: figures for ${columns.length} periods, oldest first`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Ref</th>
            <th scope="col">Measure</th>
            {columns.map(({ short, label }, index) => (
              <th key={label} scope="col" class={index === columns.length - 1 ? "app-scorecard__latest" : undefined}>
                {short}
              </th>
            ))}
            {isJudged && <JudgedHeads scorecard={scorecard} />}
            <th scope="col" class="app-scorecard__trend">
              Trend
            </th>
          </tr>
        </thead>
        <tbody>
          {section.indicators.map((indicator) => (
            <IndicatorRow key={indicator.reference} indicator={indicator} scorecard={scorecard} isJudged={isJudged} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function JudgedHeads({ scorecard: { others, chosen } }: { readonly scorecard: ScorecardView }) {
  const beside = besideOf(chosen);
  return (
    <>
      <th scope="col" class="app-scorecard__target">
        Target
      </th>
      {others.map((group) => (
        <th key={group} scope="col" class="app-scorecard__target">
          {OTHERS[group]}
        </th>
      ))}
      <th scope="col" class="app-scorecard__rating">
        {beside === null ? "Rating and direction" : `Rating, and beside ${BESIDE_WORDS[beside]}`}
      </th>
    </>
  );
}
