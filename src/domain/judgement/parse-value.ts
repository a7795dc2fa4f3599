/** Reads one figure as people print or type it (requirements 1.1 and 1.2): a number, a percentage with its count, a duration, or the words that stand in place of one. */
import type { ValueQuality, ValueState } from "../value-state.ts";
import type { DurationUnit } from "./target.ts";
import { qualitiesOfWords, stateOfSymbol, stateOfWords } from "./value-words.ts";
import { decimalsOf, evenText, LONGEST_LEVEL, NUMBER, numberOf } from "./written-text.ts";

export type BesideCount = {
  readonly value: number;
  /** "8% (1)" does not say which part of the quotient the 1 is; "93% (14 of 15)" does. */
  readonly is: "numerator" | "denominator" | "undecided";
};

export type ParsedValue = {
  readonly state: ValueState;
  readonly number: number | null;
  /** Places it was written with; the measure's own precision decides how it is shown. */
  readonly decimals: number;
  readonly isPercent: boolean;
  /** Counts written with a percentage. */
  readonly beside: readonly BesideCount[];
  /** "5-6 months": both ends inclusive. */
  readonly range: { readonly low: number; readonly high: number } | null;
  readonly duration: DurationUnit | null;
  /** A value that is words, as written. */
  readonly text: string | null;
  readonly qualities: readonly ValueQuality[];
  /** Words that say why there is no value or what is wrong with it, as written. */
  readonly note: string | null;
  /** The word was meant but misspelt: "supressed". */
  readonly isMisspelt: boolean;
};

/** Reads a cell; `null` when it is words that say nothing of a value. A blank is a value not reported. */
export function parseValue(written: string): ParsedValue | null {
  const text = written.replace(/\s+/g, " ").trim();
  const even = evenText(written);
  const isShort = even.length <= LONGEST_LEVEL;
  const number = isShort ? (parseNumber(even) ?? parseCounted(even) ?? parseStretch(even, text)) : null;
  if (number !== null) return number;
  const symbol = isShort ? stateOfSymbol(even) : null;
  if (symbol !== null) return { ...EMPTY, ...symbol };
  const qualities = qualitiesOfWords(even);
  const state = stateOfWords(even) ?? (qualities.length > 0 ? "not-available" : null);
  return state === null ? null : { ...EMPTY, state, qualities, note: text };
}

const EMPTY: ParsedValue = {
  state: "value",
  number: null,
  decimals: 0,
  isPercent: false,
  beside: [],
  range: null,
  duration: null,
  text: null,
  qualities: [],
  note: null,
  isMisspelt: false,
};

// A letter r after a number is short for rate; only "[r]" says revised.
const SIGNED = `-?(?:${NUMBER})`;
const PLAIN = new RegExp(String.raw`^£?(${SIGNED}) ?(%)? ?r?((?: ?\[(?:p|r|e|u|b)\])*) ?\*?$`);
const QUALITY_OF: Readonly<Record<string, ValueQuality>> = {
  p: "provisional",
  r: "revised",
  e: "estimated",
  u: "unreliable",
  b: "series-break",
};

function parseNumber(text: string): ParsedValue | null {
  const [, digits, sign, marks = ""] = PLAIN.exec(text) ?? [];
  if (digits === undefined) return null;
  const qualities = [...marks.matchAll(/\[(.)\]/g)].flatMap(([, mark = ""]) => QUALITY_OF[mark] ?? []);
  return { ...numeric(digits, sign !== undefined), qualities };
}

function numeric(digits: string, isPercent: boolean): ParsedValue {
  return { ...EMPTY, number: numberOf(digits), decimals: decimalsOf(digits), isPercent };
}

const PERCENT_FIRST = new RegExp(String.raw`^(${NUMBER}) ?% ?\((${NUMBER})(?: (?:out )?of (?:the )?(${NUMBER}))?\)$`);
const COUNT_FIRST = new RegExp(String.raw`^(${NUMBER})(?: (?:out )?of (?:the )?(${NUMBER}))? ?\((${NUMBER}) ?%\)$`);
const FRACTION = new RegExp(`^(${NUMBER}) (?:out )?of (?:the )?(${NUMBER})$`);

/** "8% (1)", "93% (14 of 15)", "19 (86%)", "14 of 15": the percentage is the value where there is one. */
function parseCounted(text: string): ParsedValue | null {
  const [, percent, count, total] = PERCENT_FIRST.exec(text) ?? [];
  if (percent !== undefined && count !== undefined)
    return { ...numeric(percent, true), beside: counts(count, total, total === undefined ? "undecided" : "numerator") };
  const [, first, whole, share] = COUNT_FIRST.exec(text) ?? [];
  if (first !== undefined && share !== undefined)
    return { ...numeric(share, true), beside: counts(first, whole, "numerator") };
  const [, part, all] = FRACTION.exec(text) ?? [];
  if (part === undefined || all === undefined || numberOf(all) === 0) return null;
  return {
    ...EMPTY,
    number: (numberOf(part) * 100) / numberOf(all),
    isPercent: true,
    beside: counts(part, all, "numerator"),
  };
}

function counts(count: string, total: string | undefined, is: BesideCount["is"]): readonly BesideCount[] {
  const first: BesideCount = { value: numberOf(count), is };
  return total === undefined ? [first] : [first, { value: numberOf(total), is: "denominator" }];
}

const STRETCH = new RegExp(
  String.raw`^((?:less than |more than |over |under |up to |about |around |c\.? ?|<|>)?)(${NUMBER}) ?%?(?: ?(?:-|to) ?(${NUMBER}))? ?(%)? ?(working ?days?|days?|weeks?|months?|hours?|years?)?$`,
);

/** "5-6 months", "3 months", "less than 3 months", "35-40%": words, with what can be counted in them. */
function parseStretch(even: string, text: string): ParsedValue | null {
  const [, about = "", low, high, sign, unit] = STRETCH.exec(even) ?? [];
  if (low === undefined || (high === undefined && unit === undefined)) return null;
  const range = high === undefined ? null : { low: numberOf(low), high: numberOf(high) };
  const number = range === null && about === "" ? numberOf(low) : null;
  const facts = { number, decimals: decimalsOf(low), range, isPercent: sign !== undefined, text };
  return { ...EMPTY, ...facts, duration: unit === undefined ? null : durationUnit(unit) };
}

function durationUnit(written: string): DurationUnit | null {
  if (written.startsWith("working")) return "working-days";
  const units: readonly DurationUnit[] = ["days", "weeks", "months"];
  return units.find((unit) => unit.startsWith(written.replace(/s$/, ""))) ?? null;
}
