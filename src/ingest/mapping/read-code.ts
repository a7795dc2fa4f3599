/** One spelling of a code to the code it is kept as, or why it is none. */
import { type CodeList, findCode, isInForce, keptCode } from "../../domain/codes.ts";
import { type Reading, readNothing } from "./reading.ts";

/** Reads a spelling by a code list. A code of another year is kept and said so; without a year every code is in force. */
export function readCode(list: CodeList, spelling: string, year?: number): Reading {
  const code = findCode(list, spelling);
  if (code === undefined)
    return readNothing(spelling) ?? { value: null, issue: "CODE_UNKNOWN", valueClass: "unknown code" };
  if (year === undefined || isInForce(code, year)) return { value: keptCode(code) };
  return { value: keptCode(code), issue: "CODE_NOT_IN_YEAR", valueClass: "code of another year" };
}
