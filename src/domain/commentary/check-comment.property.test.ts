/** Properties of checking comments: comments made from the data pass, the same with a digit changed do not, and flags stand on the words they quote. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sampleFacts, sampleIndicator } from "../../../test/commentary/sample-facts.ts";
import { addMonths } from "../dates.ts";
import { monthLabel } from "../period.ts";
import { roundedQuotient, withThousands } from "../rounding.ts";
import { checkComment } from "./check-comment.ts";
import type { CommentFacts, FactFigure, IndicatorFacts } from "./facts.ts";

const MONTHS = Array.from({ length: 14 }, (_, index) => addMonths("2024-02-01", index).slice(0, 7));
const LAST = MONTHS.at(-1) ?? "";

const percentages = fc.array(fc.tuple(fc.integer({ min: 30, max: 390 }), fc.integer({ min: 400, max: 999 })), {
  minLength: 14,
  maxLength: 14,
});
const counts = fc.array(fc.integer({ min: 100, max: 9999 }), { minLength: 14, maxLength: 14 });

const percentageCard = percentages.map((cells) =>
  sampleIndicator({
    title: "Percentage of assessments completed within 45 working days",
    unit: "percentage",
    decimals: 1,
    polarity: "high-is-good",
    figures: Object.fromEntries(cells.map((cell, index) => [MONTHS[index] ?? "", cell])),
  }),
);
const countCard = counts.map((cells) =>
  sampleIndicator({
    title: "Number of contacts",
    figures: Object.fromEntries(cells.map((cell, index) => [MONTHS[index] ?? "", cell])),
  }),
);
const cards = fc.oneof(percentageCard, countCard);

type Written = { readonly text: string; readonly before: string; readonly number: string; readonly after: string };

const written = (before: string, number: string, after: string): Written => ({
  text: before + number + after,
  before,
  number,
  after,
});

const at = ({ figures }: IndicatorFacts, back: number): FactFigure => figures[figures.length - 1 - back]!;

/** Sentences an analyst would write of a card, each with the one number in it that can be got wrong. */
function sentencesOf(indicator: IndicatorFacts): readonly Written[] {
  const [latest, before, yearAgo] = [at(indicator, 0), at(indicator, 1), at(indicator, 12)];
  const level = written("Performance was ", latest.shown, ` in ${monthLabel(`${latest.period}-01`)}.`);
  const earlier = written(`In ${monthLabel(`${before.period}-01`)} it was `, before.shown, ".");
  const stands = written("The figure now stands at ", latest.shown, ".");
  return [level, earlier, stands, ...changes(indicator, latest, before, yearAgo)];
}

function changes(
  { unit }: IndicatorFacts,
  latest: FactFigure,
  before: FactFigure,
  yearAgo: FactFigure,
): readonly Written[] {
  return [
    { from: before, since: "last month" },
    { from: yearAgo, since: "this time last year" },
  ].flatMap(({ from, since }) => {
    // Exact fractions, so that a half is a half.
    const [top, bottom] =
      unit === "percentage" ? difference(latest, from) : [(latest.value ?? 0) - (from.value ?? 0), from.value ?? 1];
    if (Math.abs(top / bottom) < 0.01) return [];
    const number = withThousands(roundedQuotient(Math.abs(top), bottom, { multiplier: 100, decimals: 1 }) ?? "");
    const measure = unit === "percentage" ? " percentage points" : "%";
    return [written(`This is ${top > 0 ? "up" : "down"} `, number, `${measure} from ${since}.`)];
  });
}

/** One share less another as a fraction. */
function difference(later: FactFigure, earlier: FactFigure): readonly [number, number] {
  const [n, d, m, e] = [later.numerator ?? 0, later.denominator ?? 1, earlier.numerator ?? 0, earlier.denominator ?? 1];
  return [n * e - m * d, d * e];
}

const facts = (indicator: IndicatorFacts): CommentFacts => sampleFacts(LAST, [indicator]);
const factFlags = (text: string, indicator: IndicatorFacts) =>
  checkComment(text, facts(indicator)).filter(({ kind }) => kind === "fact");

/** The same text with one digit of its number raised by one. */
function slipped({ before, number, after }: Written, choice: number): string {
  const digits = [...number].flatMap((character, place) => (/\d/.test(character) ? [place] : []));
  const place = digits[choice % digits.length] ?? 0;
  // A leading 0 would be another way to write the number, not another number.
  const digit = number[place] === "9" ? "8" : String(Number(number[place]) + 1);
  return before + number.slice(0, place) + digit + number.slice(place + 1) + after;
}

test("a comment made from the data has no flag of any kind", () => {
  fc.assert(
    fc.property(cards, (indicator) => {
      const text = sentencesOf(indicator)
        .map((sentence) => sentence.text)
        .join(" ");
      assert.deepEqual(checkComment(text, facts(indicator)), []);
    }),
    { numRuns: 200 },
  );
});

test("the same with one digit changed is contradicted", () => {
  fc.assert(
    fc.property(cards, fc.nat(), fc.nat(), (indicator, which, choice) => {
      const sentences = sentencesOf(indicator);
      const sentence = sentences[which % sentences.length]!;
      const wrong = slipped(sentence, choice);
      assert.notEqual(wrong, sentence.text);
      assert.equal(factFlags(sentence.text, indicator).length, 0, sentence.text);
      assert.ok(factFlags(wrong, indicator).length > 0, wrong);
    }),
    { numRuns: 400 },
  );
});

const proseWords = fc.constantFrom(
  ..."we are working with partners so that families get help early and plans are reviewed by managers every week".split(
    " ",
  ),
);

test("a text that claims nothing has no flag", () => {
  fc.assert(
    fc.property(fc.array(proseWords, { minLength: 1, maxLength: 30 }), cards, (words, indicator) => {
      assert.deepEqual(checkComment(`${words.join(" ")} together.`, facts(indicator)), []);
    }),
    { numRuns: 100 },
  );
});

test("every flag stands on the words it quotes, whatever the text, and no two share an id", () => {
  const pieces = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom(
      "up 31%",
      "1,036",
      "doubled",
      "5th consecutive month",
      "aged 15",
      "quarter 2",
      "ID 99",
      "two children in custody",
      "£5",
      "½",
      "😀",
      "\n",
      "14 of 15",
      "below target",
    ),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), cards, (parts, indicator) => {
      const body = parts.join(" ");
      const flags = checkComment(body, facts(indicator));
      for (const { quote, start, end } of flags) assert.equal(body.slice(start, end), quote);
      assert.equal(new Set(flags.map(({ id }) => id)).size, flags.length);
    }),
    { numRuns: 200 },
  );
});
