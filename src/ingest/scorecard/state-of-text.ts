/** What words say of a figure that is missing or not to be trusted: notes in its cell, or the comment beside it. */
import { qualitiesOfWords, stateOfWords } from "../../domain/judgement/value-words.ts";
import { evenText } from "../../domain/judgement/written-text.ts";
import type { ValueQuality, ValueState } from "../../domain/value-state.ts";

/** Qualities a comment may give the figure beside it; "revised" and "estimated" in prose are mostly about something else. */
const OF_COMMENTS: readonly ValueQuality[] = ["incomplete", "unreliable", "provisional"];

/** The state words give an empty cell; `null` when they give none. */
export function stateOfText(text: string): Exclude<ValueState, "value"> | null {
  return stateOfWords(evenText(text));
}

/** What a comment says of the trust in a figure; `null` for nothing. */
export function qualityOfText(text: string): ValueQuality | null {
  if (/may not be (reflective|accurate)/i.test(text)) return "unreliable";
  return qualitiesOfWords(evenText(text)).find((quality) => OF_COMMENTS.includes(quality)) ?? null;
}
