/** For how many periods running a figure has kept to something, up to the latest: "Fifth month running at or above 90%." (requirements 141) */
import type { Figure } from "../figure.ts";
import { compare, exactValue, type Fraction } from "./fraction.ts";
import { type End, isLevel, type Level, levelOf } from "./level.ts";
import { levelContext } from "./level-context.ts";
import { writtenLevel } from "./level-words.ts";
import { periodNoun } from "./period-words.ts";
import { breaksOf, follows, isRunningTotal, type SeriesContext } from "./series-context.ts";
import type { Streak } from "./signal.ts";

type Point = { readonly figure: Figure; readonly value: Fraction };
const SHORTEST = 2;

/** Every run of two periods or more that the latest figure continues, longest first. */
export function streaksOf(context: SeriesContext): readonly Streak[] {
  const points = currentRun(context);
  const latest = points.at(-1);
  if (latest === undefined) return [];
  const noun = periodNoun(context.window);
  const level = levelOf(context.target.target, levelContext(context));
  const ofLevel = isLevel(level) ? atLevel(points, level, context, noun) : [];
  const steps = points.slice(1).map(({ value }, place) => compare(value, points[place]?.value ?? value));
  const way = steps.at(-1) ?? 0;
  const moves = way === 0 || isRunningTotal(context) ? 0 : lengthOf(steps, (step) => step === way);
  const fillsHistory = points.length === context.history.length;
  const ofMoves = streakOf(moves, noun, way > 0 ? "up" : "down", fillsHistory && moves === steps.length);
  return [...ofLevel, ofMoves].filter(({ length }) => length >= SHORTEST).sort((a, b) => b.length - a.length);
}

/** The figures that stand next to each other up to the latest: a gap, a hidden figure or a new definition ends a run. */
function currentRun(context: SeriesContext): readonly Point[] {
  const { history, current, measure } = context;
  if (current === null || current !== history.at(-1)) return [];
  const breaks = breaksOf(context);
  const points: Point[] = [];
  for (const figure of history) {
    const before = points.at(-1)?.figure;
    const isFresh = before === undefined || breaks.has(figure.period) || !follows(figure, before, context.every);
    if (isFresh) points.length = 0;
    if (figure.status === "value" && figure.value !== null)
      points.push({ figure, value: exactValue(figure.value, figure, measure.unit) });
    else points.length = 0;
  }
  return points;
}

function atLevel(points: readonly Point[], level: Level, context: SeriesContext, noun: string): readonly Streak[] {
  const end = badEnd(level, context);
  const latest = points.at(-1);
  if (end === null || latest === undefined) return [];
  const isAbove = (value: Fraction) =>
    compare(value, end.at) > 0 || (compare(value, end.at) === 0 && countsAsAbove(end, level));
  const side = isAbove(latest.value);
  const length = lengthOf(points, ({ value }) => isAbove(value) === side);
  const isInclusive = side === countsAsAbove(end, level);
  const words = `${isInclusive ? "at or " : ""}${side ? "above" : "below"} ${writtenLevel(end.at, context.measure)}`;
  return [streakOf(length, noun, words, length === context.history.length)];
}

/** A run as long as the history may be longer still, and says so. */
function streakOf(length: number, noun: string, words: string, fillsHistory: boolean): Streak {
  if (fillsHistory) return { length, sentence: `At least ${length} ${noun}s running ${words}.` };
  return { length, sentence: `${ordinal(length)} ${noun} running ${words}.` };
}

/** The end of the target that a bad value passes first: of 90-95% where high is good, 90. */
function badEnd({ low, high }: Level, { measure }: SeriesContext): End | null {
  return measure.polarity === "low-is-good" ? (high ?? low) : (low ?? high);
}

/** Whether a value on the end itself is told with those above it: on whichever side the target is met. */
function countsAsAbove(end: End, { low }: Level): boolean {
  return end === low ? end.isIn : !end.isIn;
}

function lengthOf<Item>(items: readonly Item[], keeps: (item: Item) => boolean): number {
  const broken = items.findLastIndex((item) => !keeps(item));
  return items.length - 1 - broken;
}

const ORDINALS = [
  "",
  "First",
  "Second",
  "Third",
  "Fourth",
  "Fifth",
  "Sixth",
  "Seventh",
  "Eighth",
  "Ninth",
  "Tenth",
  "Eleventh",
  "Twelfth",
];

function ordinal(number: number): string {
  const named = ORDINALS[number];
  if (named !== undefined) return named;
  const isTeen = number % 100 >= 11 && number % 100 <= 13;
  const ending = isTeen ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}
