/** Reads one figure as a scorecard prints it: numbers, percentages, counts in brackets, rates with a letter, ranges in words, and every word that stands in place of one. */
import type { ValueState } from "../../domain/value-state.ts";

export type ValueCell = {
  readonly state: ValueState;
  readonly value: number | null;
  readonly decimals: number;
  readonly isPercent: boolean;
  /** The number in brackets after a percentage. */
  readonly bracket: number | null;
  readonly text: string | null;
  readonly isMisspelt: boolean;
};

const NUMBER = String.raw`[-−–]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-−–]?\d+(?:\.\d+)?`;
// A letter r after a rate is short for rate; it does not mean revised.
const PLAIN = new RegExp(String.raw`^[£]?(${NUMBER})\s*(%)?\s*r?\s*(?:\((${NUMBER})\))?\s*\*?$`, "i");
const COUNT_FIRST = new RegExp(String.raw`^(${NUMBER})\s*\((${NUMBER})\s*%\)$`);
const SPAN =
  /^(less than |more than |over |under |up to |about |c\.? ?)?\d+(\.\d+)?( ?[-–to]+ ?\d+(\.\d+)?)? ?(working )?(day|week|month|year|hour)s?$/i;
const RANGE = new RegExp(String.raw`^(?:${NUMBER})\s*%?\s*(?:-|–|to)\s*(?:${NUMBER})\s*%?$`);

const STATES: readonly (readonly [ValueState, RegExp])[] = [
  ["suppressed", /^(\[?c\]?|supp?r?ess?ed|suppressed?|x+|<\s*5|\*)$/i],
  ["not-run", /^(not run|no activity|none due|none planned)$/i],
  [
    "not-yet-collected",
    /^(nyc|not yet (collected|complete|available|due)|tbc|tba|awaited|awaiting( data)?|pending|due)$/i,
  ],
  ["not-released", /^(data )?not (yet )?(released|published)( yet)?$/i],
  [
    "not-available",
    /^(not (reported|available|known|recorded)|no data|unavailable|-+|–|\.\.+|#[a-z/0]+[!?]?|err(or)?)$/i,
  ],
  ["not-meaningful", /^(not applicable|not meaningful|z|\[z\])$/i],
  ["new", /^(new( measure)?|this is a new measure)$/i],
];

/** @returns `null` when the cell is prose or nothing that is known; a blank cell is not available */
export function readValueCell(written: string): ValueCell | null {
  const text = written.replace(/\s+/g, " ").trim();
  if (text === "") return stateCell("not-available");
  if (/^n\.?\/?a\.?$/i.test(text)) return stateCell(/\//.test(text) ? "not-meaningful" : "no-cohort");
  for (const [state, pattern] of STATES)
    if (pattern.test(text)) return { ...stateCell(state), isMisspelt: state === "suppressed" && isMisspelt(text) };
  const plain = PLAIN.exec(text);
  if (plain !== null) return numberCell(plain[1] ?? "", plain[2] === "%", plain[3]);
  const counted = COUNT_FIRST.exec(text);
  if (counted !== null) return numberCell(counted[2] ?? "", true, counted[1]);
  return SPAN.test(text) || RANGE.test(text) ? { ...stateCell("value"), text } : null;
}

function isMisspelt(text: string): boolean {
  return /^s/i.test(text) && text.toLowerCase() !== "suppressed";
}

function stateCell(state: ValueState): ValueCell {
  return { state, value: null, decimals: 0, isPercent: false, bracket: null, text: null, isMisspelt: false };
}

function numberCell(digits: string, isPercent: boolean, bracket: string | undefined): ValueCell {
  return {
    ...stateCell("value"),
    value: numberOf(digits),
    decimals: digits.split(".")[1]?.length ?? 0,
    isPercent,
    bracket: bracket === undefined ? null : numberOf(bracket),
  };
}

function numberOf(digits: string): number {
  return Number(digits.replace(/,/g, "").replace(/^[−–]/, "-"));
}
