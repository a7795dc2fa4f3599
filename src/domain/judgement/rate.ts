/** The rating of one figure by the rule of its scorecard, with the sentence that says why (requirements 1.7 and 1.15, kinds A to F). */
import type { Figure } from "../figure.ts";
import { monthLabel } from "../period.ts";
import { QUALITY_FACTS, STATE_FACTS } from "../value-state.ts";
import type { ComparisonBasis } from "./direction.ts";
import { exactValue, type Fraction } from "./fraction.ts";
import { isLevel, type Level, levelOf, type NoLevel } from "./level.ts";
import { levelContext } from "./level-context.ts";
import { rateByBands } from "./rate-by-bands.ts";
import { rateByTarget } from "./rate-by-target.ts";
import { type JudgedByPerson, RATING_FACTS, type Rating, type RatingRule, type RatingWord } from "./rating.ts";
import type { SeriesContext } from "./series-context.ts";
import type { Assurance, Signals } from "./signal.ts";

export type RatingInput = SeriesContext & {
  readonly rule: RatingRule;
  /** A person's own rating. */
  readonly judgement: JudgedByPerson | null;
  /** Rule D judges by what they say of the target. */
  readonly signals: Pick<Signals, "processControl">;
  /** What "Increase" and "Decrease" compare with; the period before unless said. */
  readonly basis?: ComparisonBasis;
};

/** The same with a figure there to judge. */
export type FigureToRate = RatingInput & { readonly current: Figure };

/** A rule's answer before warnings and a person's judgement are put with it; `words` follow "Red: ". */
export type Verdict = { readonly word: RatingWord; readonly because: string; readonly words: string };

/** Rates a figure. The value is judged unrounded, because 89.96% prints as 90.0% and would seem to meet 90%. */
export function rate(input: RatingInput): Rating {
  const level = levelOf(input.target.target, levelContext(input, input.basis));
  const verdict = verdictOf(input, level);
  const isRated = verdict.word !== "not-rated";
  const warnings = isRated || isJudged(input) ? warningsOf(input, level) : [];
  const base = { because: verdict.because, warnings, rule: input.rule.kind };
  const sentence = sentenceOf(verdict);
  const { judgement } = input;
  if (!isJudged(input) || judgement === null) return { ...base, word: verdict.word, sentence };

  const judged = `${RATING_FACTS[judgement.word].label}, judged by ${judgement.author} on ${dayWords(judgement.on)}: ${asSentence(judgement.reason)}`;
  if (input.rule.kind === "judgement")
    return { ...base, because: "judged", word: judgement.word, sentence: judged, judgement };
  return {
    ...base,
    because: "judged",
    word: judgement.word,
    sentence: `${judged} By rule: ${sentence}`,
    byRule: { word: verdict.word, sentence },
    judgement,
  };
}

/** A judgement stands on what a reader sees: over a suppressed figure it would tell what is hidden. */
function isJudged({ judgement, current }: RatingInput): boolean {
  return judgement !== null && current?.status !== "suppressed";
}

function verdictOf(input: RatingInput, level: Level | NoLevel): Verdict {
  const { current: figure, measure, rule } = input;
  if (figure === null) return notRated("no-value", "there is no figure for this period");
  if (figure.status !== "value") {
    const { label, words } = STATE_FACTS[figure.status];
    return notRated(figure.status, `${label.toLowerCase()}. ${words}`);
  }
  if (rule.kind === "monitor") return notRated("monitor", "watched, not rated");
  if (rule.kind === "judgement") return notRated("not-judged", "a person rates this, and nobody has");
  if (rule.kind === "assurance") return byAssurance(input, level);
  if (figure.value === null) return notRated("text-value", `"${figure.shown}" is not a number`);
  const value: Fraction = exactValue(figure.value, figure, measure.unit);
  if (rule.kind === "bands") {
    if (input.bands === null) return notRated("no-bands", "the rule is by bands, and none that hold are set");
    return rateByBands(value, { ...input, current: figure, bands: input.bands, rule });
  }
  if (!isLevel(level)) return notRated(level.because, level.words);
  return rateByTarget(value, level, { ...input, current: figure, rule });
}

const ASSURED: Readonly<Record<Assurance, Verdict>> = {
  "consistently-passing": {
    word: "green",
    because: "consistently-passing",
    words: "as things go, the target is met every time",
  },
  "hit-and-miss": {
    word: "amber",
    because: "hit-and-miss",
    words: "as things go, the target is met at some times and missed at others",
  },
  "consistently-failing": {
    word: "red",
    because: "consistently-failing",
    words: "as things go, the target is missed every time",
  },
};

function byAssurance({ signals, target }: RatingInput, level: Level | NoLevel): Verdict {
  if (!isLevel(level)) return notRated(level.because, level.words);
  const chart = signals.processControl;
  const assurance = "assurance" in chart ? chart.assurance : null;
  if (assurance === null)
    return notRated("no-assurance", "there is no chart of usual variation to tell whether the target would be met");
  const verdict = ASSURED[assurance];
  return { ...verdict, words: verdict.words.replace("the target", `the target of ${target.shown}`) };
}

function notRated(because: string, words: string): Verdict {
  return { word: "not-rated", because, words };
}

function warningsOf({ current, target, rule }: RatingInput, level: Level | NoLevel): readonly string[] {
  const usesTarget =
    rule.kind === "relative-tolerance" || rule.kind === "absolute-tolerance" || rule.kind === "assurance";
  const ofTarget = [
    ...(target.isUnderReview
      ? [`The target is under review${target.reviewBy === undefined ? "" : `, until ${target.reviewBy}`}.`]
      : []),
    ...(target.basis === "year-end" && current !== null && !isYearEnd(current)
      ? ["The target is for the end of the year."]
      : []),
    ...(isLevel(level) && level.warning !== undefined ? [level.warning] : []),
  ];
  const ofValue = (current?.qualities ?? []).flatMap((quality) => QUALITY_FACTS[quality].warning ?? []);
  return [...ofValue, ...(usesTarget ? ofTarget : [])];
}

function isYearEnd({ period, window }: Figure): boolean {
  if (window.endsWith("-year")) return true;
  return period.endsWith("-03") || period.endsWith("-Q4");
}

function sentenceOf({ word, words }: Verdict): string {
  return asSentence(`${RATING_FACTS[word].label}: ${words}`);
}

/** "3 April 2026" of an ISO day. */
function dayWords(day: string): string {
  return `${Number(day.slice(8))} ${monthLabel(day)}`;
}

function asSentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
