/** Reads what a heading says of a period: months, quarters and years in the spellings of real scorecards, damaged ones too. */

/** A year is the calendar year a financial year starts in: 2015 is 2015-16. `null` is not said. */
export type PeriodHeading =
  | { readonly kind: "month"; readonly month: number; readonly calendarYear: number | null }
  | {
      readonly kind: "quarter";
      readonly quarter: number;
      readonly year: number | null;
      /** What stands where a year belongs and is none: the "18" of "Qu 3 18". */
      readonly damage: string | null;
    }
  | { readonly kind: "year"; readonly year: number | null };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const YEAR_WORDS = /\b(annual|figure|outturn|year|yr|end|ye|full|total|financial|final|result|value)\b\.?/g;

/** @returns `null` when the heading names no period */
export function readPeriodHeading(heading: string): PeriodHeading | null {
  const text = heading
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/[*†‡]/g, "")
    .trim();
  return readMonth(text) ?? readQuarter(text) ?? readYear(text);
}

function readMonth(text: string): PeriodHeading | null {
  const iso = /^(\d{4})-(\d{2})(?:-\d{2})?$/.exec(text);
  if (iso !== null && Number(iso[2]) >= 1 && Number(iso[2]) <= 12 && !isPair(Number(iso[1]), iso[2] ?? ""))
    return { kind: "month", month: Number(iso[2]), calendarYear: Number(iso[1]) };
  if (/^\d{4}-\d{2}-\d{2}$/.test(text))
    return { kind: "month", month: Number(text.slice(5, 7)), calendarYear: Number(text.slice(0, 4)) };
  const slashed = /^(\d{1,2})\/(\d{4})$/.exec(text);
  if (slashed !== null && Number(slashed[1]) >= 1 && Number(slashed[1]) <= 12)
    return { kind: "month", month: Number(slashed[1]), calendarYear: Number(slashed[2]) };
  const named = /^([a-z]{3,9})\.?[\s'’/-]*(\d{2}|\d{4})?$/.exec(text);
  const month = MONTHS.findIndex((name) => named?.[1]?.startsWith(name) === true);
  if (named === null || month < 0 || !isMonthName(named[1] ?? "")) return null;
  return { kind: "month", month: month + 1, calendarYear: named[2] === undefined ? null : fullYear(named[2]) };
}

function isMonthName(word: string): boolean {
  const full = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
  ];
  return word === "sept" || full.some((name) => name === word || name.slice(0, 3) === word);
}

function readQuarter(text: string): PeriodHeading | null {
  const found = /\b(?:q(?:u|tr|uarter)?\.?\s*([1-4])|([1-4])(?:st|nd|rd|th) quarter)\b/.exec(text);
  if (found === null) return null;
  const quarter = Number(found[1] ?? found[2]);
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim();
  if (rest === "") return { kind: "quarter", quarter, year: null, damage: null };
  const year = yearPairIn(rest);
  if (year !== null) return { kind: "quarter", quarter, year, damage: null };
  return /^\d+$/.test(rest) ? { kind: "quarter", quarter, year: null, damage: rest } : null;
}

function readYear(text: string): PeriodHeading | null {
  const year = yearPairIn(text);
  const rest = text
    .replace(/\d{2,4}\s*[-/]\s*\d{2,4}/, "")
    .replace(YEAR_WORDS, "")
    .replace(/[^a-z]/g, "");
  if (rest !== "") return null;
  if (year !== null) return { kind: "year", year };
  return /\b(year|yr|annual|outturn|ye)\b/.test(text) && !/\d/.test(text) ? { kind: "year", year: null } : null;
}

/** The first year of 15-16, 2015-16, 2015/2016; `null` when the two do not follow each other. */
export function yearPairIn(text: string): number | null {
  const pair = /(?<!\d)(\d{4}|\d{2})\s*[-/]\s*(\d{4}|\d{2})(?!\d)/.exec(text);
  if (pair === null) return null;
  const year = fullYear(pair[1] ?? "");
  return isPair(year, pair[2] ?? "") ? year : null;
}

function isPair(year: number, next: string): boolean {
  return (year + 1) % 100 === Number(next) % 100 && (next.length === 2 || Number(next) === year + 1);
}

function fullYear(digits: string): number {
  return digits.length === 4 ? Number(digits) : 2000 + Number(digits);
}
