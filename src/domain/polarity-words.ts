/** What good looks like, in a sentence. */
import type { Polarity } from "./measure.ts";

export const POLARITY_WORDS: Readonly<Record<Polarity, string>> = {
  "high-is-good": "Higher is better.",
  "low-is-good": "Lower is better.",
  neutral: "Neither high nor low is good by itself: look for change and ask why.",
};
