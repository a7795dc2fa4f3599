/** What differs between two states of one card, figure by figure and judgement by judgement; why it differs is for `services` to find out. */
import type { Figure } from "./figure.ts";
import { RATING_FACTS } from "./judgement/rating.ts";
import { indicatorsOf, type ScoredCard } from "./scored-card.ts";
import type { ScoredIndicator } from "./scored-indicator.ts";

export type CardDifference = {
  readonly reference: string;
  readonly title: string;
  readonly measure: string;
  readonly window: string;
  readonly what: "value" | "target" | "rating" | "direction" | "comparator" | "placed" | "removed";
  readonly period: string;
  readonly before: string;
  readonly after: string;
};

/** Differences in the order of the cards: newest period first within an indicator, then what was made of it. */
export function cardDifferences(before: ScoredCard, after: ScoredCard): readonly CardDifference[] {
  const earlier = byReference(before);
  const later = byReference(after);
  const removed = [...earlier.values()]
    .filter(({ reference }) => !later.has(reference))
    .map((scored) => difference(scored, "removed", before.period.id, scored.shown, ""));
  return [
    ...[...later.values()].flatMap((scored) => {
      const known = earlier.get(scored.reference);
      return known === undefined
        ? [difference(scored, "placed", after.period.id, "", scored.shown)]
        : indicatorDifferences(known, scored);
    }),
    ...removed,
  ];
}

function indicatorDifferences(before: ScoredIndicator, after: ScoredIndicator): readonly CardDifference[] {
  const period = after.period ?? "";
  return [
    ...figureDifferences(before, after),
    ...changed(after, "target", period, before.target.shown, after.target.shown),
    ...changed(after, "comparator", period, comparatorsShown(before), comparatorsShown(after)),
    ...changed(after, "rating", period, RATING_FACTS[before.rating.word].label, RATING_FACTS[after.rating.word].label),
    ...changed(after, "direction", period, before.direction.meaning, after.direction.meaning),
  ];
}

/** Figures of periods both cards hold; a period only one of them shows is no difference. */
function figureDifferences(before: ScoredIndicator, after: ScoredIndicator): readonly CardDifference[] {
  const earlier = new Map(before.history.map((figure) => [figure.period, figure]));
  return after.history.toReversed().flatMap((figure) => {
    const known = earlier.get(figure.period);
    return known === undefined || isSame(known, figure)
      ? []
      : [difference(after, "value", figure.period, inFull(known), inFull(figure))];
  });
}

/** A figure is the same when its exact numbers are: 71.43% of 7 is not 71.43% of 14. */
function isSame(a: Figure, b: Figure): boolean {
  return (
    a.status === b.status &&
    a.shown === b.shown &&
    a.numerator === b.numerator &&
    a.denominator === b.denominator &&
    (a.qualities ?? []).join() === (b.qualities ?? []).join()
  );
}

/** "71.4% (5 of 7)". */
function inFull({ shown, numerator, denominator }: Figure): string {
  return numerator === null || denominator === null ? shown : `${shown} (${numerator} of ${denominator})`;
}

function comparatorsShown({ comparators }: ScoredIndicator): string {
  return comparators.map(({ label, shown, period }) => `${label} ${shown} (${period})`).join("; ");
}

function changed(
  scored: ScoredIndicator,
  what: CardDifference["what"],
  period: string,
  before: string,
  after: string,
): readonly CardDifference[] {
  return before === after ? [] : [difference(scored, what, period, before, after)];
}

function difference(
  { reference, title, measure, indicator }: ScoredIndicator,
  what: CardDifference["what"],
  period: string,
  before: string,
  after: string,
): CardDifference {
  return { reference, title, measure: measure.id, window: indicator.window, what, period, before, after };
}

function byReference(card: ScoredCard): ReadonlyMap<string, ScoredIndicator> {
  return new Map(indicatorsOf(card).map((scored) => [scored.reference, scored]));
}
