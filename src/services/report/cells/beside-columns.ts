/** Columns of what stands beside the authority's own figures: others' figures, the series as a small picture, comments. */
import type { SeriesPoint } from "../../../charts/series.ts";
import type { ComparatorGroup } from "../../../domain/comparator.ts";
import { shownFigure } from "../../../domain/figure.ts";
import { parsePeriod } from "../../../domain/period.ts";
import type { ReportCell } from "../../../domain/report/document.ts";
import { indicatorsOf, type ScoredCard } from "../../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { approvedOn } from "../comment-words.ts";
import { idPart } from "../making.ts";
import { stateCell, trendCell } from "../shown-cells.ts";
import type { ColumnMaker } from "./column-spec.ts";
import { figureCell, isPlainNumber, wordsCell } from "./plain-cells.ts";

export const neighboursColumn = comparatorColumn("neighbours", {
  header: "Statistical neighbours",
  words: "The average of authorities like ours, as last published.",
});
export const regionColumn = comparatorColumn("region", {
  header: "Region",
  words: "The average of the authorities of our region, as last published.",
});
export const englandColumn = comparatorColumn("england", {
  header: "England",
  words: "The figure for England, as last published.",
});

/** The last periods as a line, with the same in words. */
export const trendColumn: ColumnMaker = ({ place }) => [
  {
    id: "trend",
    header: "Trend",
    words: "The figures of the last periods as a line; each line has a scale of its own.",
    weight: 2.2,
    align: "start",
    cell: (scored) => trendOf(scored, place),
  },
];

export const commentColumn: ColumnMaker = ({ card }) => [
  {
    id: "comment",
    header: "Comments",
    words: "What the service says of the figure, once approved.",
    weight: 7,
    align: "start",
    cell: (scored) => wordsCell(commentWords(scored, card)),
  },
];

function comparatorColumn(
  group: ComparatorGroup,
  said: { readonly header: string; readonly words: string },
): ColumnMaker {
  return () => [{ ...said, id: group, weight: 1.5, align: "end", cell: (scored) => comparatorCell(scored, group) }];
}

function comparatorCell({ comparators, measure }: ScoredIndicator, wanted: ComparatorGroup): ReportCell {
  const found = comparators.find(({ group }) => group === wanted);
  if (found === undefined) return stateCell("no-comparator");
  const { value, shown, state } = found;
  if (state !== "value") return stateCell(state);
  // A letter behind a number ("38r") would read as a mark: the number is written anew.
  const isPlain = value === null || isPlainNumber(shown);
  const written = isPlain
    ? shown
    : shownFigure({ numerator: null, denominator: null, value, status: "value" }, measure, false);
  return figureCell({ value, shown: written, status: "value" });
}

/** As many periods as a card shows. */
const TREND_PERIODS = 13;

function trendOf({ reference, title, history }: ScoredIndicator, place: string): ReportCell {
  const points = history
    .slice(-TREND_PERIODS)
    .map(
      ({ period, window, value, shown }): SeriesPoint => ({ label: parsePeriod(period, window).label, value, shown }),
    );
  const first = points.findIndex(({ value }) => value !== null);
  return trendCell(first < 0 ? [] : points.slice(first), { id: `${place}-trend-${idPart(reference)}`, title });
}

/** Comments whole; one on several indicators stands at the first of them, and the others name it. */
function commentWords(scored: ScoredIndicator, card: ScoredCard): string {
  return approvedOn(scored)
    .map(({ body, subject }) => {
      const references = subject.kind === "references" ? subject.references : [];
      const first = indicatorsOf(card).find(({ reference }) => references.includes(reference))?.reference;
      return first === undefined || first === scored.reference ? body.trim() : `See the comment on ${first}.`;
    })
    .join("\n\n");
}
