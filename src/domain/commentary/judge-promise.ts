/** Whether what a comment promised came true: kept, not kept, not measurable, or not due yet, always in a sentence. */
import type { Figure } from "../figure.ts";
import { changeWords } from "../judgement/change-words.ts";
import { compare, exactValue, fractionOf, toNumber } from "../judgement/fraction.ts";
import { periodWords } from "../judgement/period-words.ts";
import type { Rating } from "../judgement/rating.ts";
import { isRunningTotal, periodOf } from "../judgement/series-context.ts";
import { movementOf } from "../judgement/travel.ts";
import type { Measure } from "../measure.ts";
import { STATE_FACTS } from "../value-state.ts";
import type { PromiseExpectation } from "./promises.ts";

export const PROMISE_WORDS = ["waiting", "kept", "not-kept", "not-measurable"] as const;
export type PromiseWord = (typeof PROMISE_WORDS)[number];

export const PROMISE_LABELS: Readonly<Record<PromiseWord, string>> = {
  waiting: "Not due yet",
  kept: "Kept",
  "not-kept": "Not kept",
  "not-measurable": "Not measurable",
};

export type JudgedPromise = { readonly word: PromiseWord; readonly sentence: string };

export type PromiseInput = {
  readonly expects: PromiseExpectation;
  readonly measure: Pick<Measure, "id" | "unit" | "decimals" | "polarity" | "change">;
  /** The figure of the comment's own period. */
  readonly made: Figure | null;
  /** The figure of the promised period; `null` while there is none. */
  readonly came: Figure | null;
  /** The rating of the promised period's figure. */
  readonly rating: Pick<Rating, "word" | "sentence"> | null;
  /** Whether the data reach the promised period's last day. */
  readonly isDue: boolean;
  /** "quarter 3 of 2025-26" */
  readonly when: string;
};

/** Compares the promised period's figure with what was promised of it. */
export function judgePromise(input: PromiseInput): JudgedPromise {
  const { came, isDue, when, expects } = input;
  if (!isDue) return { word: "waiting", sentence: `Not due yet: it will be looked at when ${when} is in.` };
  if (came === null) return unmeasurable(`there is no figure for ${when}`);
  if (came.status !== "value") return unmeasurable(`the figure for ${when} is: ${STATE_FACTS[came.status].label}`);
  if (came.value === null) return unmeasurable("the measure is in words");
  if (expects.kind === "reach-level") return byLevel(came, expects.level, input);
  return expects.kind === "reach-target" ? byTarget(came, input) : byMovement(came, expects.kind, input);
}

function byLevel(came: Figure, level: number, { measure, when }: PromiseInput): JudgedPromise {
  if (measure.polarity === "neutral") return unmeasurable("neither high nor low is good for this measure");
  const order = compare(exactValue(came.value ?? 0, came, measure.unit), fractionOf(level));
  const isKept = measure.polarity === "high-is-good" ? order >= 0 : order <= 0;
  const promised = `${level}${measure.unit === "percentage" ? "%" : ""}`;
  return settled(isKept, `${promised} was promised for ${when}; it was ${came.shown}`);
}

function byTarget(came: Figure, { rating, when }: PromiseInput): JudgedPromise {
  if (rating === null || rating.word === "not-rated") return unmeasurable(`no target could be read for ${when}`);
  return settled(
    rating.word === "green",
    `the target was promised for ${when}; ${came.shown} was rated ${rating.word}`,
  );
}

const WANTED = { improve: "an improvement", rise: "a rise", fall: "a fall" } as const;

function byMovement(came: Figure, kind: keyof typeof WANTED, input: PromiseInput): JudgedPromise {
  const { made, measure, when } = input;
  const why = whyNotCompared(kind, came, input);
  if (why !== null || made === null) return unmeasurable(why ?? "there was no figure when it was promised");
  const [from, to] = [exactValue(made.value ?? 0, made, measure.unit), exactValue(came.value ?? 0, came, measure.unit)];
  const moved = movementOf(from, to, { rule: { kind: "sign", tolerance: 0 }, rating: "not-rated", measure });
  const isKept = kind === "improve" ? moved.meaning === "improving" : moved.arrow === (kind === "rise" ? "up" : "down");
  const change = changeWords(toNumber(from), toNumber(to), measure);
  return settled(
    isKept,
    `${WANTED[kind]} was promised for ${when}; it was ${came.shown}, ${change} from ${made.shown} (${periodWords(periodOf(made))})`,
  );
}

function whyNotCompared(kind: keyof typeof WANTED, came: Figure, { made, measure }: PromiseInput): string | null {
  if (kind === "improve" && measure.polarity === "neutral") return "neither high nor low is good for this measure";
  if (isRunningTotal({ window: came.window, measure })) return "a count of the year to date only grows";
  if (made === null) return "there was no figure when it was promised";
  if (made.status !== "value") return `the figure when it was promised is: ${STATE_FACTS[made.status].label}`;
  return made.value === null ? "the measure is in words" : null;
}

function settled(isKept: boolean, words: string): JudgedPromise {
  return isKept ? { word: "kept", sentence: `Kept: ${words}.` } : { word: "not-kept", sentence: `Not kept: ${words}.` };
}

function unmeasurable(why: string): JudgedPromise {
  return { word: "not-measurable", sentence: `Not measurable: ${why}.` };
}
