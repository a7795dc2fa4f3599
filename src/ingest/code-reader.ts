/** Reads spelled codes against the code lists of a catalogue. */
import { AppError } from "../domain/errors.ts";
import { readCodeLists } from "./code-lists.ts";
import { readCode } from "./mapping/read-code.ts";
import type { ReadCode } from "./mapping/reading.ts";

/** A reader over the lists in `catalogueDir`; asking for a list that is not there is a fault of the catalogue. */
export function codeReader(catalogueDir: string): ReadCode {
  const lists = readCodeLists(catalogueDir);
  return (name, text, year) => {
    const list = lists.get(name);
    if (list === undefined)
      throw new AppError(
        "RETURN_INVALID",
        `There is no code list ${name}.`,
        `Add ${catalogueDir}/reference/codes/${name}.yaml.`,
      );
    return readCode(list, text, year);
  };
}
