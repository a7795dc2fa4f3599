/** How many indicators have each rating and each direction; parts and total add up because the total is their sum (requirements 128, 138). */
import { DIRECTION_MEANINGS, type DirectionMeaning } from "./direction.ts";
import { RATING_WORDS, type RatingWord } from "./rating.ts";

export type RatingCounts = Readonly<Record<RatingWord | "total", number>>;
export type DirectionCounts = Readonly<Record<DirectionMeaning | "total", number>>;

/** Counts the ratings of a scorecard. */
export function countRatings(words: readonly RatingWord[]): RatingCounts {
  return counted(words, RATING_WORDS);
}

/** Counts the directions of a scorecard. */
export function countDirections(meanings: readonly DirectionMeaning[]): DirectionCounts {
  return counted(meanings, DIRECTION_MEANINGS);
}

/** "73 of these 104 indicators are rated: 7 red, 29 amber and 37 green; 31 are not rated." */
export function ratingsSentence({ red, amber, green, total, "not-rated": notRated }: RatingCounts): string {
  const rated = red + amber + green;
  const rest = notRated === 0 ? "" : `; ${notRated} ${notRated === 1 ? "is" : "are"} not rated`;
  return `${rated} of these ${indicators(total)} ${rated === 1 ? "is" : "are"} rated: ${red} red, ${amber} amber and ${green} green${rest}.`;
}

/** "31 of these 104 indicators are improving, 7 are worse, 42 are similar, 4 changed and 20 cannot be compared." */
export function directionsSentence(counts: DirectionCounts): string {
  const { improving, worse, similar, changed, total } = counts;
  const are = (count: number) => `${count} ${count === 1 ? "is" : "are"}`;
  return `Of these ${indicators(total)} ${are(improving)} improving, ${are(worse)} worse and ${are(similar)} similar; ${changed} changed and ${counts["cannot-compare"]} cannot be compared.`;
}

function indicators(count: number): string {
  return `${count} indicator${count === 1 ? "" : "s"}`;
}

function counted<Word extends string>(words: readonly Word[], all: readonly Word[]): Record<Word | "total", number> {
  const entries = all.map((word) => [word, words.filter((one) => one === word).length] as const);
  const total = entries.reduce((sum, [, count]) => sum + count, 0);
  return { ...Object.fromEntries(entries), total } as Record<Word | "total", number>;
}
