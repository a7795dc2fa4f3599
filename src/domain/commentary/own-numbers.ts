/** What follows from the comment's own numbers: "from 56 to 34 (a reduction of 39%)", "20 out of 25, equalling 80%", "leaving 6 of the 18". */
import type { ReadComment } from "./read-comment.ts";
import type { NumberToken } from "./read-numbers.ts";
import { sentenceAt } from "./sentences.ts";

/** Pairs of numbers of one kind in the claim's sentence and the one before: either may be the earlier. */
export function ownPairs(comment: ReadComment, claim: NumberToken): readonly (readonly [number, number])[] {
  const near = nearTo(comment, claim).filter(({ kind }) => kind === "count" || kind === "percent");
  return near.flatMap((one) =>
    near.filter((other) => other !== one && other.kind === one.kind).map((other) => [one.value, other.value] as const),
  );
}

/** A count that is the sum or difference of two others, or a percentage that two counts make or that is what another leaves of 100. */
export function followsFromOthers(comment: ReadComment, claim: NumberToken): boolean {
  const near = nearTo(comment, claim);
  const counts = near.filter(({ kind }) => kind === "count").map(({ value }) => value);
  if (claim.kind === "percent") {
    const isRest = near.some(({ kind, value }) => kind === "percent" && Math.abs(100 - value - claim.value) < 1e-9);
    return (
      isRest ||
      counts.some((part) => counts.some((whole) => whole > 0 && part <= whole && isQuotient(claim, part, whole)))
    );
  }
  if (claim.kind !== "count") return false;
  const shares = near.filter(({ kind }) => kind === "percent");
  const others = counts.filter((count) => count !== claim.value);
  if (others.some((other) => shares.some((share) => isShare(share, claim.value, other)))) return true;
  return counts.some((one, place) =>
    counts.some(
      (other, next) => next > place && (one + other === claim.value || Math.abs(one - other) === claim.value),
    ),
  );
}

/** Whether two counts, whichever is the part, make a percentage. */
export function isShare(share: Pick<NumberToken, "value" | "places">, one: number, other: number): boolean {
  const [part, whole] = [Math.min(one, other), Math.max(one, other)];
  return part > 0 && isQuotient(share, part, whole);
}

/** Whether a written percentage is so many of so many, rounded as written. */
export function isQuotient(
  { value, places }: Pick<NumberToken, "value" | "places">,
  part: number,
  whole: number,
): boolean {
  return Math.abs((part * 100) / whole - value) <= 0.5 * 10 ** -places + 1e-9;
}

/** More numbers than this in two sentences are a table, not a claim. */
const NEAR = 24;

/** The other numbers of the claim's sentence and of the one before it, the nearest if there are very many. */
function nearTo({ body, numbers }: ReadComment, claim: NumberToken): readonly NumberToken[] {
  const sentence = sentenceAt(body, claim.start);
  const before = sentence.start === 0 ? sentence : sentenceAt(body, sentence.start - 1);
  const place = numbers.indexOf(claim);
  return numbers
    .slice(Math.max(0, place - NEAR / 2), place + NEAR / 2)
    .filter((token) => token !== claim && token.start >= before.start && token.end <= sentence.end);
}

/** Whether the count and another one near it make the measure's own percentage: "14 of the 15 visits" where it is 93%. */
export function makesShareWithOther(
  comment: ReadComment,
  claim: NumberToken,
  share: Pick<NumberToken, "value" | "places">,
): boolean {
  const counts = nearTo(comment, claim).filter(({ kind }) => kind === "count");
  return (
    claim.kind === "count" && counts.some(({ value }) => value !== claim.value && isShare(share, claim.value, value))
  );
}
