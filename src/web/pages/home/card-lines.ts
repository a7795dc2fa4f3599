/** What the home page says of each scorecard: how it stands, and its editions. */
import { RATING_FACTS, RATING_WORDS, type RatingWord } from "../../../domain/judgement/rating.ts";
import { periodOfEdition } from "../../period-of-edition.ts";
import type { EditionSummary, ScorecardFigures, ScorecardSummary } from "../../services.ts";
import { countOf, longDate } from "../../words.ts";

export type RatingCount = {
  readonly word: RatingWord;
  readonly label: string;
  readonly count: number;
  readonly href: string;
};

export type CardLine = {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly description: string;
  readonly size: string;
  /** "March 2026: 14 worse, 16 improving."; `null` while the card cannot be judged. */
  readonly period: string | null;
  readonly ratings: readonly RatingCount[];
  readonly worse: { readonly count: number; readonly href: string } | null;
  readonly editions: readonly { readonly href: string; readonly text: string }[];
};

/**
 * A scorecard in a few lines.
 *
 * @param card judged, live or as published; `null` when it cannot be made
 * @param editions of any card, newest first
 */
export function cardLine(
  summary: ScorecardSummary,
  card: ScorecardFigures | null,
  editions: readonly EditionSummary[],
): CardLine {
  const { id, title, description, indicators, sections, audience } = summary;
  const href = card?.edition === undefined ? `/scorecards/${id}` : `/scorecards/${id}/published`;
  const counts = card?.counts;
  return {
    id,
    title,
    href,
    description,
    size: `${countOf(indicators, "indicator")} in ${countOf(sections, "section")}. For: ${audience}.`,
    period: card?.columns.at(-1)?.label ?? null,
    ratings:
      counts === undefined
        ? []
        : RATING_WORDS.map((word) => ({
            word,
            label: RATING_FACTS[word].label,
            count: counts.ratings[word],
            href: `${href}?rating=${word}`,
          })),
    worse: counts === undefined ? null : { count: counts.directions.worse, href: `${href}?direction=worse` },
    editions: editions.filter(({ scorecard }) => scorecard === id).map((edition) => editionLine(edition)),
  };
}

function editionLine({ id, scorecard, period, publishedAt }: EditionSummary): CardLine["editions"][number] {
  return {
    href: `/scorecards/${scorecard}/published?edition=${id}`,
    text: `${periodOfEdition(period)}, published ${longDate(publishedAt.slice(0, 10))}`,
  };
}
