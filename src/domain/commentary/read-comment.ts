/** A comment as every check reads it: its text, the numbers, periods and measures it names, and the data beside it. */
import { type CommentFacts, type IndicatorFacts, subjectOf } from "./facts.ts";
import type { Finding } from "./flag.ts";
import { type NumberToken, readNumbers } from "./read-numbers.ts";
import { type PeriodMention, readPeriods } from "./read-periods.ts";
import { type ReferenceMention, readReferences } from "./read-references.ts";
import { type Span, sentenceAt } from "./sentences.ts";

export type ReadComment = {
  readonly body: string;
  readonly facts: CommentFacts;
  readonly numbers: readonly NumberToken[];
  readonly periods: readonly PeriodMention[];
  readonly references: readonly ReferenceMention[];
};

/** What one check has to say, and the words it has dealt with, which no later check need read again. */
export type CheckResult = { readonly findings: readonly Finding[]; readonly read: readonly Span[] };

/** Reads a comment once for all checks. */
export function readComment(body: string, facts: CommentFacts): ReadComment {
  const references = readReferences(body, facts);
  const withoutReferences = blankSpans(body, references);
  return {
    body,
    facts,
    references,
    periods: readPeriods(withoutReferences, facts.period),
    numbers: readNumbers(withoutReferences),
  };
}

/** The measures a place in the comment may be about: the one named right after it ("83.6% (19b)"), else those its sentence names and those the comment is on. */
export function measuresAt(comment: ReadComment, place: number): readonly IndicatorFacts[] {
  const { body, facts, references } = comment;
  const attached = references.map((mention) => ({ mention, number: numberBefore(comment, mention) }));
  const own = attached.find(({ number }) => number?.start === place)?.mention.reference;
  if (own !== undefined) return facts.indicators.filter(({ reference }) => reference === own);
  const sentence = sentenceAt(body, place);
  const named = attached
    .filter(({ mention, number }) => number === undefined && overlaps(mention, sentence))
    .map(({ mention }) => mention.reference);
  const alsoNamed = facts.indicators.filter(({ reference }) => named.includes(reference));
  return [...new Set([...subjectOf(facts), ...alsoNamed])];
}

/** The one measure a claim must be about, so that it can be contradicted; `null` when it may be about several or something else. */
export function measureClaimedAt(comment: ReadComment, place: number): IndicatorFacts | null {
  const measures = measuresAt(comment, place);
  return measures.length === 1 ? (measures[0] ?? null) : null;
}

/** The number a reference in brackets belongs to. */
function numberBefore({ body, numbers }: ReadComment, { start }: ReferenceMention): NumberToken | undefined {
  return numbers.find(
    ({ end }) => end <= start && /^\s*\((?:see\s+(?:also\s+)?)?(?:ID\s*)?$/i.test(body.slice(end, start)),
  );
}

/** Whether two stretches of text share a character. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function blankSpans(text: string, spans: readonly Span[]): string {
  return spans.reduce((left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end), text);
}
