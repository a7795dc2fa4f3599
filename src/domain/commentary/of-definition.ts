/** Numbers that are part of what is measured or of how time is spoken of, and so claim nothing. */
import type { IndicatorFacts } from "./facts.ts";
import type { ReadComment } from "./read-comment.ts";
import type { NumberToken } from "./read-numbers.ts";

/** "In the last 12 months", "over the next 6 months", "every two weeks". */
const SPEAKS_OF_TIME =
  /\b(?:last|past|next|previous|over|for|every|in|up to|first|of)\s+(?:the\s+)?(?:last\s+|next\s+|past\s+)?$/i;

/** 45 of "within 45 working days" is what is measured; so are the 12 of "in the last 12 months" and the 90 of "less than 90% attendance". */
export function isOfDefinition(
  { body }: ReadComment,
  token: NumberToken,
  measures: readonly IndicatorFacts[],
): boolean {
  const isSpan = token.kind === "duration" && /month|year|week|mth/i.test(token.text);
  if (isSpan && SPEAKS_OF_TIME.test(body.slice(0, token.start))) return true;
  const names = measures.flatMap((indicator) => [indicator.title, indicator.definition]).join(" ");
  const number = String(token.value).replace(".", "\\.");
  const isNamed = new RegExp(`(?<![\\d.,])${number}(?![\\d]|[.,]\\d)`).test(names.replaceAll(",", ""));
  if (token.isWord || token.kind === "duration" || token.value <= 100)
    return isNamed && (token.kind !== "percent" || /\d\s?%/.test(names));
  return false;
}
