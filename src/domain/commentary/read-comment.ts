/** A comment as every check reads it: its text, the numbers, periods and measures it names, and the data beside it. */
import { type CommentFacts, type IndicatorFacts, onlySubject, subjectOf } from "./facts.ts";
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

/** The measures a place in the comment may be about: those its sentence names, else those the comment is on. */
export function measuresAt({ body, facts, references }: ReadComment, place: number): readonly IndicatorFacts[] {
  const sentence = sentenceAt(body, place);
  const named = references.filter((mention) => overlaps(mention, sentence)).map(({ reference }) => reference);
  const alsoNamed = facts.indicators.filter(({ reference }) => named.includes(reference));
  return [...new Set([...subjectOf(facts), ...alsoNamed])];
}

/** The one measure a claim must be about, so that it can be contradicted; `null` when it may be about several or something else. */
export function measureClaimedAt(comment: ReadComment, place: number): IndicatorFacts | null {
  const measures = measuresAt(comment, place);
  return measures.length === 1 ? onlySubject(comment.facts) : null;
}

/** Whether two stretches of text share a character. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function blankSpans(text: string, spans: readonly Span[]): string {
  return spans.reduce((left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end), text);
}
