/** Checks the measures a comment names: they stand on the card, where the words say, and are as alike as the words say. */
import type { IndicatorFacts } from "./facts.ts";
import type { Finding } from "./flag.ts";
import type { CheckResult, ReadComment } from "./read-comment.ts";
import type { ReferenceMention } from "./read-references.ts";
import { likeness } from "./sentences.ts";

/** How much more alike another measure must be before the one named is called the wrong one. */
const CLEARLY_CLOSER = 0.15;

/** Each reference is looked up on the card. */
export function checkReferences(comment: ReadComment): CheckResult {
  return {
    findings: comment.references.flatMap((mention) => checkOne(comment, mention) ?? []),
    read: comment.references,
  };
}

function checkOne(comment: ReadComment, mention: ReferenceMention): Finding | null {
  const { indicators } = comment.facts;
  const named = indicators.find(({ reference }) => reference === mention.reference);
  if (named === undefined)
    return finding(
      mention,
      "reference-unknown",
      `There is no measure ${mention.named} on this scorecard.`,
      `Its measures run from ${indicators[0]?.reference ?? "none"} to ${indicators.at(-1)?.reference ?? "none"}.`,
    );
  return checkPlace(comment, mention, named) ?? checkLikeness(comment, mention, named);
}

/** "4.6 above" must stand above. */
function checkPlace(
  { facts: { indicators, subject } }: ReadComment,
  mention: ReferenceMention,
  named: IndicatorFacts,
): Finding | null {
  const own = indicators.findIndex(({ reference }) => reference === subject[0]);
  const place = indicators.indexOf(named);
  if (mention.points === null || own < 0 || place === own || place < own === (mention.points === "above")) return null;
  const truth = mention.points === "above" ? "below" : "above";
  return finding(
    mention,
    "reference-place",
    `Says ${mention.named} ${mention.points}; ${named.reference} stands ${truth}.`,
    `Write "${named.reference} ${truth}".`,
  );
}

/** "A similar measure to 4.6": if another measure of the card is clearly more alike, it is likely the one meant. */
function checkLikeness({ body, facts }: ReadComment, mention: ReferenceMention, named: IndicatorFacts): Finding | null {
  const own = facts.indicators.find(({ reference }) => reference === facts.subject[0]);
  if (
    own === undefined ||
    facts.subject.length !== 1 ||
    !/\b(?:similar|same|alike|equivalent|identical|comparable)\b[\w\s]{0,30}$/i.test(body.slice(0, mention.start))
  )
    return null;
  const alike = facts.indicators
    .filter((indicator) => indicator !== own && indicator.unit === own.unit)
    .map((indicator) => ({ indicator, score: likeness(indicator.title, own.title) }))
    .toSorted((one, other) => other.score - one.score);
  const [closest] = alike;
  if (
    closest === undefined ||
    closest.indicator === named ||
    closest.score - likeness(named.title, own.title) < CLEARLY_CLOSER
  )
    return null;
  const { reference, title } = closest.indicator;
  return finding(
    mention,
    "reference-likeness",
    `Says ${mention.named} ("${named.title}"); ${reference} ("${title}") is closer to this measure.`,
    `Check whether ${reference} is meant.`,
  );
}

function finding({ start, end }: ReferenceMention, code: string, message: string, remedy: string): Finding {
  return { start, end, code, kind: "fact", message, remedy };
}
