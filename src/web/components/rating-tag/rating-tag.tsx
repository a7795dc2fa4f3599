/** A rating as word, shape and colour; its whole sentence is there for those who hear the page. */
import { RATING_FACTS, type RatingWord } from "../../../domain/judgement/rating.ts";

export type RatingTagProps = {
  readonly word: RatingWord;
  /** Why: "71.4% is 20.7% below the target of 90%; more than 15%."; empty where the sentence stands beside it for all to read. */
  readonly sentence: string;
};

/** Red, Amber, Green or Not rated. */
export function RatingTag({ word, sentence }: RatingTagProps) {
  const { label, symbol } = RATING_FACTS[word];
  return (
    <>
      <strong class={`app-rating app-rating--${word}`}>
        <span aria-hidden="true">{symbol}</span> {label}
      </strong>
      {sentence !== "" && <span class="govuk-visually-hidden">{sentence}</span>}
    </>
  );
}
