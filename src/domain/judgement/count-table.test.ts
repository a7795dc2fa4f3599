import assert from "node:assert/strict";
import { test } from "node:test";
import { countDirections, countRatings, directionsSentence, ratingsSentence } from "./count-table.ts";
import type { DirectionMeaning } from "./direction.ts";
import type { RatingWord } from "./rating.ts";

const times = <Word>(word: Word, count: number): Word[] => Array(count).fill(word);

test("a scorecard of 104 with 7 red, 29 amber and 37 green has 73 rated (128, 129)", () => {
  const words: RatingWord[] = [
    ...times("red" as const, 7),
    ...times("amber" as const, 29),
    ...times("green" as const, 37),
    ...times("not-rated" as const, 31),
  ];
  const counts = countRatings(words);
  assert.deepEqual(counts, { red: 7, amber: 29, green: 37, "not-rated": 31, total: 104 });
  assert.equal(
    ratingsSentence(counts),
    "73 of these 104 indicators are rated: 7 red, 29 amber and 37 green; 31 are not rated.",
  );
});

test("directions are counted by meaning and add to the card's size (138)", () => {
  const meanings: DirectionMeaning[] = [
    ...times("worse" as const, 7),
    ...times("similar" as const, 19),
    ...times("improving" as const, 39),
    ...times("cannot-compare" as const, 4),
  ];
  const counts = countDirections(meanings);
  assert.equal(counts.total, 69);
  assert.equal(
    directionsSentence(counts),
    "Of these 69 indicators 39 are improving, 7 are worse and 19 are similar; 0 changed and 4 cannot be compared.",
  );
});

test("an empty scorecard counts to nought and still has every word", () => {
  assert.deepEqual(countRatings([]), { red: 0, amber: 0, green: 0, "not-rated": 0, total: 0 });
});
