/** A direction of travel, or how a figure stands beside another: the arrow is where the value lies, the word is what it means. */
import { ARROW_SYMBOLS, type Arrow, type DirectionMeaning } from "../../../domain/judgement/direction.ts";

export const MEANING_WORDS: Readonly<Record<DirectionMeaning, string>> = {
  improving: "Improving",
  worse: "Worse",
  similar: "Similar",
  changed: "Changed",
  "cannot-compare": "Cannot compare",
};

/** The same meanings where a figure is compared with something other than its own past. */
const GAP_WORDS: Readonly<Record<DirectionMeaning, string>> = {
  improving: "Better",
  worse: "Worse",
  similar: "The same",
  changed: "Different",
  "cannot-compare": "Cannot compare",
};

export type DirectionProps = {
  readonly arrow: Arrow;
  readonly meaning: DirectionMeaning;
  /** "Up 3 percentage points since January 2025. Improving (high is good)." */
  readonly sentence: string;
  /** Beside a target or others' figures, not in time. */
  readonly isGap?: boolean;
};

/** Arrow and word, with the whole sentence for those who hear the page. */
export function DirectionOfTravel({ arrow, meaning, sentence, isGap = false }: DirectionProps) {
  return (
    <>
      <span class="app-direction">
        <span aria-hidden="true">{ARROW_SYMBOLS[arrow]}</span> {(isGap ? GAP_WORDS : MEANING_WORDS)[meaning]}
      </span>
      {sentence !== "" && <span class="govuk-visually-hidden">{sentence}</span>}
    </>
  );
}
