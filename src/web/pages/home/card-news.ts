/** What the home page says of a scorecard at a glance: how many indicators are red or worse, and its latest edition. */
import type { EditionSummary, ScorecardFigures } from "../../services.ts";
import { longInstant } from "../../words.ts";

export type CardNews = {
  /** "March 2026: 3 red and 2 worse of 40 indicators."; `null` while the card is not judged. */
  readonly judged: string | null;
  readonly edition: { readonly href: string; readonly text: string } | null;
};

/** @param editions of any card, newest first */
export function cardNews(
  scorecard: string,
  card: ScorecardFigures | null,
  editions: readonly EditionSummary[],
): CardNews {
  const latest = editions.find((edition) => edition.scorecard === scorecard);
  return {
    judged: card === null ? null : judgedInWords(card),
    edition:
      latest === undefined
        ? null
        : { href: `/editions/${latest.id}`, text: `${latest.id}, published ${longInstant(latest.publishedAt)}` },
  };
}

function judgedInWords({ counts, columns }: ScorecardFigures): string | null {
  const period = columns.at(-1)?.label;
  if (counts === undefined || period === undefined) return null;
  const { ratings, directions } = counts;
  return `${period}: ${ratings.red} red and ${directions.worse} worse of ${ratings.total} indicators.`;
}
