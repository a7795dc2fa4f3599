/** What the home page says of each scorecard. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SAMPLE_SERVICES } from "../../sample/services.ts";
import { cardNews } from "./card-news.ts";

const card = await SAMPLE_SERVICES.scorecard("vital-signs", {});
const editions = await SAMPLE_SERVICES.editions();
assert.ok(card);

test("a judged card says how many indicators are red and how many worse, of how many", () => {
  const counts = {
    ratings: { red: 3, amber: 1, green: 4, monitor: 0, "not-rated": 2, total: 10 },
    directions: { improving: 1, worse: 2, similar: 3, changed: 0, "cannot-compare": 4, total: 10 },
  };
  assert.equal(
    cardNews("vital-signs", { ...card, counts }, editions).judged,
    "March 2026: 3 red and 2 worse of 10 indicators.",
  );
});

test("a card that could not be judged says nothing of ratings, and one never published has no edition", () => {
  assert.deepEqual(cardNews("other", null, editions), { judged: null, edition: null });
});

test("the latest edition of the card itself is linked", () => {
  assert.equal(cardNews("vital-signs", card, editions).edition?.href, "/editions/vital-signs-2026-03-1");
});
