/** One row of a scorecard, and below it what is written about it. */
import { DirectionOfTravel } from "../../components/direction/direction.tsx";
import { RatingTag } from "../../components/rating-tag/rating-tag.tsx";
import { SignalMark } from "../../components/signal-mark/signal-mark.tsx";
import { besideOf } from "./choices.ts";
import { Narrative } from "./narrative.tsx";
import type { ScorecardView } from "./present.ts";
import type { IndicatorView, JudgedView, OthersView } from "./present-row.ts";

type Props = {
  readonly indicator: IndicatorView;
  readonly scorecard: ScorecardView;
  /** Whether the table has columns for what is said of a figure. */
  readonly isJudged: boolean;
};

/** Cells carry no classes of their own: a scorecard has over a thousand, and the table's style knows them by their place. */
export function IndicatorRow({ indicator, scorecard, isJudged }: Props) {
  const { reference, cells, judged, sparkline, comments } = indicator;
  const { columns } = scorecard;
  const last = cells.length - 1;
  return (
    <>
      <tr>
        <td>{reference}</td>
        <th scope="row">
          <Name indicator={indicator} />
        </th>
        {cells.map(({ shown, href }, index) => (
          <td
            key={index}
            class={index === last ? "app-scorecard__latest" : undefined}
            data-label={columns[index]?.short}
          >
            {href === null ? shown : <a href={href}>{shown}</a>}
          </td>
        ))}
        {judged !== null && <JudgedCells judged={judged} scorecard={scorecard} />}
        {judged === null && isJudged && <td colSpan={2 + scorecard.others.length}>Not judged</td>}
        {sparkline === null ? <td>No figures</td> : <td dangerouslySetInnerHTML={{ __html: sparkline }} />}
      </tr>
      {comments.length > 0 && (
        <tr class="app-scorecard__words">
          <td />
          <td colSpan={columns.length + 4 + scorecard.others.length}>
            <Narrative comments={comments} />
          </td>
        </tr>
      )}
    </>
  );
}

function Name({ indicator }: { readonly indicator: IndicatorView }) {
  const { title, href, window, note, region, shows, judged, deeds } = indicator;
  const small = [window, note, region, shows, ...(judged?.rating.warnings ?? [])].filter((text) => text !== null);
  return (
    <>
      {href === null ? (
        title
      ) : (
        <a class="govuk-link" href={href}>
          {title}
        </a>
      )}
      {small.map((text) => (
        <span class="app-scorecard__window" key={text}>
          {text}
        </span>
      ))}
      {judged?.faults.map((fault) => (
        <span class="app-scorecard__fault" key={fault}>
          {`Does not add up: ${fault}`}
        </span>
      ))}
      {deeds.length > 0 && (
        <small>
          {deeds.map(({ text, href: deed }) => (
            <a key={text} href={deed}>
              {text}
            </a>
          ))}
        </small>
      )}
    </>
  );
}

type JudgedProps = Pick<Props, "scorecard"> & { readonly judged: JudgedView };

function JudgedCells({ judged, scorecard }: JudgedProps) {
  const labels = { neighbours: "Neighbours", england: "England" };
  return (
    <>
      <td class="app-scorecard__target" data-label="Target">
        {judged.target}
      </td>
      {scorecard.others.map((group) => (
        <td key={group} class="app-scorecard__target" data-label={labels[group]}>
          <Others others={judged[group]} />
        </td>
      ))}
      <td class="app-scorecard__rating" data-label="Rating and direction">
        <RatingTag word={judged.rating.word} sentence={judged.rating.sentence} />
        <DirectionOfTravel {...judged.change} isGap={besideOf(scorecard.chosen) !== null} />
        {judged.signal && <SignalMark {...judged.signal} />}
      </td>
    </>
  );
}

function Others({ others }: { readonly others: OthersView | null }) {
  if (others === null) return <span class="govuk-visually-hidden">None published</span>;
  return (
    <>
      {others.shown}
      <span class="app-scorecard__window">{others.period}</span>
    </>
  );
}
