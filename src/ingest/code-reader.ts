/** Reads spelled codes against the code lists of the catalogue. */
import { findCode, isInForce, keptCode } from "../domain/codes.ts";
import { readCodeLists } from "./code-lists.ts";
import { type ReadCode, readNothing } from "./mapping/reading.ts";

/** A reader over the lists in `catalogueDir`. A code of another year is kept with a warning; a spelling of no code is null with one. */
export function codeReader(catalogueDir: string): ReadCode {
  const lists = readCodeLists(catalogueDir);
  return (name, text, year) => {
    const list = lists.get(name);
    if (list === undefined) throw new Error(`The catalogue has no code list named ${name}.`);
    const code = findCode(list, text);
    if (code === undefined)
      return readNothing(text) ?? { value: null, issue: "CODE_UNKNOWN", valueClass: "unknown code" };
    if (year !== undefined && !isInForce(code, year))
      return { value: keptCode(code), issue: "CODE_NOT_IN_YEAR", valueClass: "code of another year" };
    return { value: keptCode(code) };
  };
}
