/** Ratings that were only ever a colour, and so did not survive being published. */
import { finding, type ImportFinding } from "../finding.ts";
import type { CardRead } from "./card.ts";
import { readArrow } from "./direction.ts";

/** A column of ratings without a word in it; or broken arrows beside targets, where cells were coloured. */
export function ratingDefects({ indicators, columns }: CardRead): readonly ImportFinding[] {
  const column = columns.find(({ role }) => role === "rating");
  const place = { column: column?.heading ?? null };
  if (column !== undefined && indicators.every(({ rating }) => rating === null))
    return [
      finding(
        "RATING_LOST",
        place,
        `Every cell under "${column.heading}" is empty: the ratings were colours and are lost.`,
        "Ratings are made anew by the card's rule; record a person's own rating where it differed.",
      ),
    ];
  const broken = indicators.filter(({ direction }) => direction !== null && readArrow(direction) === "broken").length;
  const hasTargets = indicators.some(({ target }) => target !== null && /\d/.test(target));
  if (column !== undefined || !hasTargets || broken * 2 < indicators.length) return [];
  return [
    finding(
      "RATING_LOST",
      place,
      "The card has targets, no column of ratings and broken signs: ratings shown by colour are lost.",
      "Ratings are made anew by the card's rule.",
    ),
  ];
}
