/** One spelling of yes or no to true or false, or why it is neither. */
import { type Reading, readNothing } from "./reading.ts";

const YES = new Set(["y", "yes", "true", "t", "1", "1.0"]);
const NO = new Set(["n", "no", "false", "f", "0", "0.0"]);
const LETTER = /^[a-z]\)\s*/;

/** Reads Y, Yes, true, 1, "a) Yes" and "Y - Yes", and the same for no. */
export function readYesNo(spelling: string): Reading {
  const nothing = readNothing(spelling);
  if (nothing !== null) return nothing;
  const word = spelling.trim().toLowerCase().replace(LETTER, "");
  const first = word.split(/\s*[-:,(]\s*/)[0] ?? word;
  if (YES.has(word) || YES.has(first)) return { value: "true" };
  if (NO.has(word) || NO.has(first)) return { value: "false" };
  return { value: null, issue: "YES_NO_UNREADABLE", valueClass: "neither yes nor no" };
}
