/** Two published editions beside each other, figure by figure: value, target, rating and definition, with what differs. */
import { RATING_FACTS } from "./judgement/rating.ts";
import { indicatorsOf, type ScoredCard } from "./scored-card.ts";
import type { ScoredIndicator } from "./scored-indicator.ts";

/** What one edition says of an indicator. */
export type Said = {
  readonly shown: string;
  readonly target: string;
  readonly rating: ScoredIndicator["rating"]["word"];
};

export type ComparedIndicator = {
  readonly reference: string;
  readonly title: string;
  /** `null` where the edition has no such indicator. */
  readonly before: Said | null;
  readonly after: Said | null;
  /** What differs, in words: "value", "target", "rating", "definition"; "placed" and "removed" stand alone. */
  readonly differs: readonly ("value" | "target" | "rating" | "definition" | "placed" | "removed")[];
  /** Figures of the same period that both print and print differently: restated between the two. */
  readonly restated: readonly { readonly period: string; readonly before: string; readonly after: string }[];
};

/** Every indicator of either, in the order of the later edition; what only the earlier has stands last. */
export function compareEditions(before: ScoredCard, after: ScoredCard): readonly ComparedIndicator[] {
  const earlier = new Map(indicatorsOf(before).map((scored) => [scored.reference, scored]));
  const later = indicatorsOf(after);
  const known = new Set(later.map(({ reference }) => reference));
  return [
    ...later.map((scored) => compared(earlier.get(scored.reference), scored)),
    ...indicatorsOf(before)
      .filter(({ reference }) => !known.has(reference))
      .map(
        (scored): ComparedIndicator => ({
          ...nameOf(scored),
          before: saidOf(scored),
          after: null,
          differs: ["removed"],
          restated: [],
        }),
      ),
  ];
}

/** A rating as its word: "Red". */
export function ratingWord(word: Said["rating"]): string {
  return RATING_FACTS[word].label;
}

function compared(before: ScoredIndicator | undefined, after: ScoredIndicator): ComparedIndicator {
  if (before === undefined)
    return { ...nameOf(after), before: null, after: saidOf(after), differs: ["placed"], restated: [] };
  return {
    ...nameOf(after),
    before: saidOf(before),
    after: saidOf(after),
    differs: [
      ...(before.shown === after.shown ? [] : ["value" as const]),
      ...(before.target.shown === after.target.shown ? [] : ["target" as const]),
      ...(before.rating.word === after.rating.word ? [] : ["rating" as const]),
      ...(isSameDefinition(before, after) ? [] : ["definition" as const]),
    ],
    restated: restatedIn(before, after),
  };
}

/** What is counted, of whom, in which window and unit: the words of the definition hold the rest. */
function isSameDefinition(before: ScoredIndicator, after: ScoredIndicator): boolean {
  const defined = ({ measure, indicator }: ScoredIndicator): string =>
    JSON.stringify([
      measure.id,
      measure.definition,
      measure.unit,
      measure.polarity,
      measure.decimals,
      indicator.window,
    ]);
  return defined(before) === defined(after);
}

function restatedIn(before: ScoredIndicator, after: ScoredIndicator): ComparedIndicator["restated"] {
  const earlier = new Map(before.history.map((figure) => [`${figure.window} ${figure.period}`, figure.shown]));
  return after.history.flatMap(({ window, period, shown }) => {
    const was = earlier.get(`${window} ${period}`);
    return was === undefined || was === shown ? [] : [{ period, before: was, after: shown }];
  });
}

function nameOf({ reference, title }: ScoredIndicator): Pick<ComparedIndicator, "reference" | "title"> {
  return { reference, title };
}

function saidOf({ shown, target, rating }: ScoredIndicator): Said {
  return { shown, target: target.shown, rating: rating.word };
}
