/** One spelling of a number to plain digits, or why it is not one. */
import { type Reading, readNothing } from "./reading.ts";

type Options = { readonly whole?: boolean; readonly between?: readonly [number, number] };

const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const THOUSANDS = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;

/** Reads a number: plain, with thousands separators, a pound sign or a percent sign (12% is 12). A whole number may be written 3.0. */
export function readNumber(spelling: string, { whole = false, between }: Options = {}): Reading {
  const nothing = readNothing(spelling);
  if (nothing !== null) return nothing;
  const text = spelling.replace(/^£\s*|\s*%$|\s/g, "");
  if (!PLAIN.test(text) && !THOUSANDS.test(text))
    return { value: null, issue: "NUMBER_UNREADABLE", valueClass: "not a number" };
  const value = Number(text.replaceAll(",", ""));
  if (!Number.isFinite(value)) return { value: null, issue: "NUMBER_OUT_OF_RANGE", valueClass: "number out of range" };
  if (whole && !Number.isSafeInteger(value))
    return { value: null, issue: "NUMBER_NOT_WHOLE", valueClass: "number not whole" };
  if (between !== undefined && (value < between[0] || value > between[1]))
    return { value: null, issue: "NUMBER_OUT_OF_RANGE", valueClass: "number out of range" };
  return { value: String(value) };
}
