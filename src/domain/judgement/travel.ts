/** Direction of travel: how the latest figure moved, and whether that is good (requirements 1.8 and 1.15, kinds 1 to 4). */
import type { Polarity } from "../measure.ts";
import { QUALITY_FACTS, STATE_FACTS } from "../value-state.ts";
import { changeWords, inUnit } from "./change-words.ts";
import { type ComparedFigure, comparedFigure } from "./compared-figure.ts";
import type { Arrow, ComparisonBasis, Direction, DirectionMeaning, DirectionRule } from "./direction.ts";
import { absolute, compare, exactValue, type Fraction, fractionOf, minus, toNumber, ZERO } from "./fraction.ts";
import { isMoreThan } from "./level-words.ts";
import type { RatingWord } from "./rating.ts";
import type { SeriesContext } from "./series-context.ts";
import type { ProcessControl, Signals } from "./signal.ts";

export type TravelInput = Omit<SeriesContext, "target" | "bands" | "comparators"> & {
  readonly rule: DirectionRule;
  readonly basis: ComparisonBasis;
  /** Rule 2 calls a red figure that does not move worse. */
  readonly rating: RatingWord;
  /** Rule 4 moves only when these do. */
  readonly signals: Pick<Signals, "processControl">;
};

/** How the latest figure moved against the value its basis names; never across a break, a gap of meaning or something hidden. */
export function travel(input: TravelInput): Direction {
  const { current, rule, basis } = input;
  if (current === null) return cannot(input, "no-value", "there is no figure for this period");
  if (current.status !== "value")
    return cannot(input, current.status, `this period's figure is: ${STATE_FACTS[current.status].label.toLowerCase()}`);
  if (current.value === null) return cannot(input, "text-value", `"${current.shown}" is not a number`);
  if (rule.kind === "signal") return bySignal(input);
  const compared = comparedFigure(input, basis);
  if (compared.kind === "blocked") return cannot(input, compared.blockedBy, compared.words);

  const value = exactValue(current.value, current, input.measure.unit);
  const { arrow, meaning } = movementOf(compared.value, value, input);
  return {
    arrow,
    meaning,
    sentence: sentenceOf(value, compared, { arrow, meaning }, input),
    rule: rule.kind,
    basis,
    comparedWith: compared.with,
    blockedBy: null,
  };
}

type Movement = { readonly arrow: Arrow; readonly meaning: DirectionMeaning };

/** The rule's own reading of two values; flat is what lies within the tolerance, both ends of it. */
export function movementOf(
  from: Fraction,
  to: Fraction,
  {
    rule,
    rating,
    measure,
  }: Pick<TravelInput, "rule" | "rating"> & { readonly measure: { readonly polarity: Polarity } },
): Movement {
  const tolerance = rule.kind === "sign" || rule.kind === "sign-and-level" ? rule.tolerance : 0;
  const moved = isMoreThan(absolute(minus(to, from)), fractionOf(tolerance));
  const arrow = moved ? (compare(to, from) > 0 ? "up" : "down") : "level";
  if (moved) return { arrow, meaning: meaningOf(arrow === "up", measure.polarity) };
  const isStuck = rule.kind === "sign-and-level" && rating === "red";
  const isNotBetter = rule.kind === "two-state" && measure.polarity !== "neutral";
  return { arrow, meaning: isStuck || isNotBetter ? "worse" : "similar" };
}

function meaningOf(isUp: boolean, polarity: Polarity): DirectionMeaning {
  if (polarity === "neutral") return "changed";
  return isUp === (polarity === "high-is-good") ? "improving" : "worse";
}

function bySignal(input: TravelInput): Direction {
  const { current, signals, measure } = input;
  const chart = signals.processControl;
  if (!("points" in chart)) return cannot(input, chart.reason, lowerFirst(chart.sentence).replace(/\.$/, ""));
  const latest = chart.points.at(-1);
  if (latest === undefined || latest.period !== current?.period)
    return cannot(input, "not-a-point", "this period's figure is not sure enough to be a point of the chart");
  const isUp = isUpward(chart);
  const arrow = latest.rule === null ? "level" : isUp ? "up" : "down";
  const meaning = latest.rule === null ? "similar" : meaningOf(isUp, measure.polarity);
  return {
    arrow,
    meaning,
    sentence: `${chart.sentence} ${meaningWords(meaning, input, arrow)}`,
    rule: "signal",
    basis: input.basis,
    comparedWith: null,
    blockedBy: null,
  };
}

function isUpward({ latest, points }: ProcessControl): boolean {
  const point = points.at(-1);
  const before = points.at(-2);
  if (latest === "neutral-high") return true;
  if (latest === "neutral-low" || point === undefined) return false;
  return point.rule === "trend" ? point.value > (before?.value ?? point.value) : point.value > point.mean;
}

function sentenceOf(
  value: Fraction,
  compared: ComparedFigure,
  { arrow, meaning }: Movement,
  input: TravelInput,
): string {
  const { rule, measure, current } = input;
  const without =
    compared.without.length === 0 ? "" : `; ${listed(compared.without)} ${hasWord(compared.without)} no figure`;
  const tolerance = rule.kind === "sign" || rule.kind === "sign-and-level" ? rule.tolerance : 0;
  const moved = isMoreThan(absolute(minus(value, compared.value)), fractionOf(tolerance));
  // Doubles that differ by a hair are the same figure.
  const isSame = !isMoreThan(absolute(minus(value, compared.value)), ZERO);
  const within =
    tolerance === 0 || isSame
      ? ""
      : `, ${moved ? "more than" : "within"} the tolerance of ${toleranceWords(tolerance, input)}`;
  const warnings = (current?.qualities ?? []).flatMap((quality) => QUALITY_FACTS[quality].warning ?? []);
  const movement = isSame ? "No change" : upperFirst(changeWords(toNumber(compared.value), toNumber(value), measure));
  return [
    `${movement} since ${compared.since}${without}${within}.`,
    meaningWords(meaning, input, arrow),
    ...warnings,
  ].join(" ");
}

function toleranceWords(tolerance: number, { measure }: TravelInput): string {
  const decimals = Math.max(measure.decimals, (String(tolerance).split(".")[1] ?? "").length);
  return inUnit(fractionOf(tolerance), measure.unit, decimals);
}

/** "Improving (high is good).": the word, and which way is good. */
function meaningWords(meaning: DirectionMeaning, { measure: { polarity }, rule }: TravelInput, arrow: Arrow): string {
  const good = polarity === "high-is-good" ? "high is good" : "low is good";
  switch (meaning) {
    case "improving":
      return `Improving (${good}).`;
    case "worse":
      if (arrow !== "level") return `Worse (${good}).`;
      return rule.kind === "two-state" ? `Not better (${good}).` : `Worse (${good}; red and not improving).`;
    case "changed":
      return "Changed (neither high nor low is good).";
    case "similar":
      return "Similar.";
    case "cannot-compare":
      return "";
  }
}

function cannot({ rule, basis }: TravelInput, blockedBy: string, words: string): Direction {
  return {
    arrow: "none",
    meaning: "cannot-compare",
    sentence: `Cannot compare: ${words}.`,
    rule: rule.kind,
    basis,
    comparedWith: null,
    blockedBy,
  };
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function hasWord(names: readonly string[]): string {
  return names.length > 1 || names[0]?.includes("periods") ? "have" : "has";
}

function upperFirst(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
