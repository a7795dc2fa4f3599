/** A direction of travel: the arrow is the value's movement, the word is what it means. */
import { ARROW_SYMBOLS, type Arrow, type DirectionMeaning } from "../../../domain/judgement/direction.ts";

export const MEANING_WORDS: Readonly<Record<DirectionMeaning, string>> = {
  improving: "Improving",
  worse: "Worse",
  similar: "Similar",
  changed: "Changed",
  "cannot-compare": "Cannot compare",
};

export type DirectionProps = {
  readonly arrow: Arrow;
  readonly meaning: DirectionMeaning;
  /** "Up 3 percentage points since January 2025. Improving (high is good)." */
  readonly sentence: string;
};

/** Arrow and word, with the whole sentence for those who hear the page. */
export function DirectionOfTravel({ arrow, meaning, sentence }: DirectionProps) {
  return (
    <>
      <span class="app-direction" title={sentence}>
        <span aria-hidden="true">{ARROW_SYMBOLS[arrow]}</span> {MEANING_WORDS[meaning]}
      </span>
      <span class="govuk-visually-hidden">{sentence}</span>
    </>
  );
}
