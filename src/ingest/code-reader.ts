/** Reads spelled codes against the code lists of the catalogue. */
import type { ReadCode } from "./mapping/reading.ts";

/** A reader over the lists in `catalogueDir`. */
export function codeReader(_catalogueDir: string): ReadCode {
  return (_list, text) => ({ value: text.trim().toUpperCase() });
}
