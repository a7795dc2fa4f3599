/** Reads a target as people write it (requirements 1.5 and 1.15): "90%", "<20", "Below 8%", "80%+", "90-95%", "6 per month", "5% reduction", "Below regional average", "Monitor". */
import type { Polarity, Unit } from "../measure.ts";
import type { JudgementDefect } from "./bands.ts";
import { parseSidedNumber } from "./parse-sided-number.ts";
import type { DurationUnit, Target } from "./target.ts";
import { evenText, LONGEST_LEVEL, NUMBER, numberOf, quoted } from "./written-text.ts";

/** What is known of the measure a target is set for. */
export type TargetFacts = { readonly unit?: Unit; readonly polarity?: Polarity };

/** A target, or what is wrong with its text. */
export type TargetRead = { readonly target: Target } | { readonly defect: JudgementDefect };

/** Reads a target; blank text is a target of kind "none". */
export function parseTarget(text: string, facts: TargetFacts = {}): TargetRead {
  const written = evenText(text);
  if (written.length > LONGEST_LEVEL) return { defect: notUnderstood(text) };
  const even = written.replace(/\s*\*+$/, "");
  const target =
    parseWord(even) ?? parseChange(even) ?? parseComparator(even) ?? parseRange(even, facts) ?? parseLevel(even, facts);
  if (target === null) return { defect: notUnderstood(text) };
  return isOtherQuantity(target, facts.unit) ? { defect: otherQuantity(text) } : { target };
}

function parseWord(text: string): Target | null {
  if (/^(|-+|n\/?a|none|no target|no target set|not set)$/.test(text)) return { kind: "none" };
  if (/^(monitor|monitored|monitoring|monitor only)$/.test(text)) return { kind: "monitor" };
  return /^(new|new measure|new target|tbc|tba|to be (set|agreed|confirmed))$/.test(text) ? { kind: "new" } : null;
}

const MORE = "increase|rise|growth";
const FEWER = "decrease|reduction|reduce|fall";
const CHANGE = new RegExp(`^(?:an? )?(?:(${MORE})|(?:${FEWER}))$`);
const FROM = "(?: (?:from|on|against|over) (?:the )?(baseline|last year|previous year|year before))?";
const RELATIVE = new RegExp(`^(${NUMBER}) ?% (?:(${MORE})|(?:${FEWER}))${FROM}$`);
const RELATIVE_BY = new RegExp(`^(?:an? )?(?:(${MORE})|(?:${FEWER})) (?:of|by) (${NUMBER}) ?%${FROM}$`);

function parseChange(text: string): Target | null {
  const change = CHANGE.exec(text);
  if (change !== null) return { kind: "change", wanted: change[1] === undefined ? "decrease" : "increase" };
  const [, percent, more, base] = RELATIVE.exec(text) ?? [];
  if (percent !== undefined) return relative(percent, more, base);
  const [, moreBy, percentBy, baseBy] = RELATIVE_BY.exec(text) ?? [];
  return percentBy === undefined ? null : relative(percentBy, moreBy, baseBy);
}

function relative(percent: string, more: string | undefined, base: string | undefined): Target {
  const from = base === undefined || base === "baseline" ? "baseline" : "previous-year";
  return { kind: "relative", wanted: more === undefined ? "decrease" : "increase", percent: numberOf(percent), from };
}

const COMPARATOR =
  /^(?:(below|under|lower than|less than|<)|above|over|higher than|more than|>) ?(?:the )?(?:(region(?:al|'s)?|north west|nw)|(national|england|england's)|(?:sn|stat(?:istical)? neigh(?:bour)?s?'?)) ?(?:average|av|mean|figure)?$/;

function parseComparator(text: string): Target | null {
  const found = COMPARATOR.exec(text);
  if (found === null) return null;
  const [, below, region, england] = found;
  const of = region !== undefined ? "region" : england !== undefined ? "england" : "neighbours";
  return { kind: "comparator", side: below === undefined ? "above" : "below", of };
}

const BEYOND =
  "(?:,? ?\\(?(?:(or better|or above|or higher|above is good|below is good|beyond is good)|(and not beyond|no further|above is not good|below is not good|beyond is not good|only))\\)?)?";
const RANGE = new RegExp(`^(?:between )?(-?${NUMBER}) ?(%)? ?(?:-|to|and) ?(-?${NUMBER}) ?(%)?${BEYOND}$`);

/** "90-95%" does not say whether 97 is good; text that does ("or better", "and not beyond") settles it, and so does the end of the scale. */
function parseRange(text: string, { unit, polarity }: TargetFacts): Target | null {
  const [, first, firstSign, second, secondSign, better, notBeyond] = RANGE.exec(text) ?? [];
  if (first === undefined || second === undefined) return null;
  const low = Math.min(numberOf(first), numberOf(second));
  const high = Math.max(numberOf(first), numberOf(second));
  const isPercent = firstSign !== undefined || secondSign !== undefined || unit === "percentage";
  const isWholeEnd =
    (polarity === "high-is-good" && isPercent && high === 100) || (polarity === "low-is-good" && low === 0);
  const said = better !== undefined || isWholeEnd ? "meets" : "unsaid";
  return { kind: "range", low, high, isPercent, beyondGoodEnd: notBeyond === undefined ? said : "misses" };
}

const PER = /^(.*?) ?(?:per|a|each|every|\/) ?(month|quarter|year|annum)$/;
const DURATION = /^(.*?\d) ?(working ?days?|days?|weeks?|months?|years?)( .*|\+)?$/;
const PER_POPULATION = / ?per (?:10,?000|100,?000)(?: .*)?$/;

function parseLevel(text: string, facts: TargetFacts): Target | null {
  const [, activity, per] = PER.exec(text) ?? [];
  if (activity !== undefined && per !== undefined) return parseActivity(activity, per, facts);
  const [, before, unit, after] = DURATION.exec(text) ?? [];
  if (before !== undefined && unit !== undefined) return parseDuration(`${before}${after ?? ""}`, unit);
  const level = parseSidedNumber(text.replace(PER_POPULATION, "").replace(/(\d) ?r$/, "$1"));
  if (level === null) return null;
  const isPercent = level.isPercent || facts.unit === "percentage";
  return { kind: "level", value: level.value, side: level.side, isPercent };
}

/** Activity has no side of its own: more is met unless the measure says that low is good; a text that says otherwise is not understood. */
function parseActivity(text: string, per: string, { polarity }: TargetFacts): Target | null {
  const read = parseSidedNumber(text);
  if (read === null || read.isPercent) return null;
  const usual = polarity === "low-is-good" ? "at-most" : "at-least";
  if (read.side !== "by-polarity" && read.side !== usual) return null;
  return { kind: "activity", value: read.value, per: per === "month" || per === "quarter" ? per : "year" };
}

function parseDuration(text: string, written: string): Target | null {
  const read = parseSidedNumber(text.trim());
  if (read === null || read.isPercent) return null;
  const { value, side } = read;
  if (written.startsWith("year")) return { kind: "duration", value: value * 12, unit: "months", side };
  const unit: DurationUnit = written.startsWith("working")
    ? "working-days"
    : written.startsWith("day")
      ? "days"
      : written.startsWith("week")
        ? "weeks"
        : "months";
  return { kind: "duration", value, unit, side };
}

/** A percentage aimed at by a count or an average (requirements 110). */
function isOtherQuantity(target: Target, unit: Unit | undefined): boolean {
  if (unit === undefined || unit === "percentage" || unit === "text") return false;
  return (target.kind === "level" || target.kind === "range") && target.isPercent;
}

function notUnderstood(text: string): JudgementDefect {
  return {
    code: "TARGET_NOT_UNDERSTOOD",
    place: "target",
    message: `The target ${quoted(text)} is not understood.`,
    remedy:
      "Write it like one of: 90%, below 8%, 80%+, 90-95% or better, 6 per month, 5% reduction from baseline, Monitor.",
  };
}

function otherQuantity(text: string): JudgementDefect {
  return {
    code: "TARGET_OTHER_QUANTITY",
    place: "target",
    message: `The target ${quoted(text)} is a percentage and the measure is not.`,
    remedy: "Give the target in the measure's own unit, or set it for the measure that counts the percentage.",
  };
}
