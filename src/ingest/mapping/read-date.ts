/** One spelling of a date to YYYY-MM-DD, or why it is not one. Years of two digits and American order are never guessed. */
import { fromEpochDay, isoDate, isRealDate, toEpochDay } from "../../domain/dates.ts";
import { type Reading, readNothing } from "./reading.ts";

const TIME = /(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp][Mm])?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d+)$/;
const PLAIN_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;
const NAMED_MONTH = /^(?:[A-Za-z]{3,9},?[ -])?(\d{1,2})(?:st|nd|rd|th)?[ -/.]*([A-Za-z]{3,9})[ -/.,]*(\d+)$/;
const MONTH_NAMED_FIRST = /^([A-Za-z]{3,9})[ -]+(\d{1,2})(?:st|nd|rd|th)?,?[ -]+(\d+)$/;
const EXCEL_SERIAL = /^(\d{5})(?:\.\d+)?$/;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAMES =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/;

/** Years outside which a date is taken for a slip or a system's stand-in for "never". */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** Excel counts days from here (it believes 1900 was a leap year; serials below 61 are not accepted anyway). */
const EXCEL_EPOCH = toEpochDay("1899-12-30");

/** Reads a date in any spelling seen in returns; a time of day after it is left out. */
export function readDate(spelling: string): Reading {
  const nothing = readNothing(spelling);
  if (nothing !== null) return nothing;
  const text = spelling.trim().replace(TIME, "").trim();
  const yearFirst = YEAR_FIRST.exec(text) ?? (text.length === 8 ? PLAIN_DIGITS.exec(text) : null);
  if (yearFirst !== null) {
    const parts = yearFirst.slice(1).filter((part) => /\d/.test(part));
    return fromParts(parts[0] ?? "", Number(parts[1]), Number(parts[2]));
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return fromDayFirst(dayFirst[4] ?? "", Number(dayFirst[3]), Number(dayFirst[1]));
  const named = readNamedMonth(text);
  if (named !== null) return named;
  const serial = EXCEL_SERIAL.exec(text);
  if (serial !== null) return fromSerial(Number(serial[1]));
  return { value: null, issue: "DATE_UNREADABLE", valueClass: "not a date" };
}

function readNamedMonth(text: string): Reading | null {
  const dayFirst = NAMED_MONTH.exec(text);
  const monthFirst = MONTH_NAMED_FIRST.exec(text);
  const month = (dayFirst?.[2] ?? monthFirst?.[1] ?? "").toLowerCase();
  if (!MONTH_NAMES.test(month)) return null;
  const day = Number(dayFirst?.[1] ?? monthFirst?.[2]);
  return fromParts(dayFirst?.[3] ?? monthFirst?.[3] ?? "", MONTHS.indexOf(month.slice(0, 3)) + 1, day);
}

function fromSerial(serial: number): Reading {
  const date = fromEpochDay(EXCEL_EPOCH + serial);
  return fromParts(date.slice(0, 4), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

/** 03/31/2025 can only be meant the American way, and then 03/04/2025 beside it cannot be trusted either: neither is turned round. */
function fromDayFirst(yearText: string, month: number, day: number): Reading {
  if (yearText.length === 4 && month > 12 && day <= 12 && isRealDate(Number(yearText), day, month))
    return { value: null, issue: "DATE_AMBIGUOUS", valueClass: "month before day" };
  return fromParts(yearText, month, day);
}

function fromParts(yearText: string, month: number, day: number): Reading {
  const year = Number(yearText);
  if (yearText.length === 2 || yearText.length === 1)
    return { value: null, issue: "TWO_DIGIT_YEAR", valueClass: "two-digit year" };
  if (yearText.length !== 4) return { value: null, issue: "DATE_UNREADABLE", valueClass: "not a date" };
  if (!isRealDate(year, month, day))
    return { value: null, issue: "DATE_IMPOSSIBLE", valueClass: "date that does not exist" };
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return { value: null, issue: "DATE_OUT_OF_RANGE", valueClass: "year out of range" };
  return { value: isoDate(year, month, day) };
}
