/** What the judgement page prints: the indicator as the rule rates it, what people said otherwise, and notes on its series. */

import { AppError } from "../../../domain/errors.ts";
import { RATING_FACTS, type RatingWord } from "../../../domain/judgement/rating.ts";
import { parsePeriod } from "../../../domain/period.ts";
import { indicatorsOf, type ScoredCard } from "../../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { listPeople } from "../../../services/people/people.ts";
import { listRatings, listSeriesNotes } from "../../../services/typed.ts";
import type { Desk } from "../../desk.ts";
import { longDate, longInstant } from "../../words.ts";
import { commentaryOf } from "../comments/commentary-of.ts";

export type JudgePlace = { readonly scorecard: string; readonly period: string; readonly reference: string };
export type JudgeError = { readonly text: string; readonly href: string };

export type JudgeTyped = {
  readonly word?: string;
  readonly ratingReason?: string;
  readonly kind?: string;
  readonly fromPeriod?: string;
  readonly noteReason?: string;
  readonly errors: readonly JudgeError[];
  readonly done: string | null;
};

export type JudgeModel = JudgePlace & {
  readonly cardTitle: string;
  readonly periodLabel: string;
  readonly scored: ScoredIndicator;
  /** The periods a note may begin at, newest first. */
  readonly periods: readonly { readonly id: string; readonly label: string }[];
  readonly judged: { readonly id: number; readonly words: string; readonly reason: string } | null;
  readonly notes: readonly { readonly id: number; readonly words: string; readonly reason: string }[];
  readonly typed: JudgeTyped;
};

export const NOTE_WORDS: Readonly<Record<string, string>> = {
  "step-change": "Step change: from here the process behaves differently, and its limits begin anew",
  "series-break": "Break in the series: from here it is counted otherwise, and is not compared with before",
  annotation: "Something worth marking on the chart",
};

/** The page. @throws AppError USAGE when the card has no such reference */
export async function judgeModel(desk: Desk, place: JudgePlace, typed: JudgeTyped): Promise<JudgeModel> {
  const { card, period } = await commentaryOf(desk, place);
  const scored = scoredNamed(card, place.reference);
  const names = new Map((await listPeople(desk.store)).map(({ email, name }) => [email, name]));
  const nameOf = (actor: string): string => names.get(actor) ?? actor;
  const ratings = await listRatings(desk.store, { scorecard: card.scorecard, period: period.id });
  const own = ratings.findLast(({ reference }) => reference === scored.reference);
  const notes = (await listSeriesNotes(desk.store)).filter(
    ({ measure, window }) => measure === scored.measure.id && (window === null || window === scored.indicator.window),
  );
  return {
    scorecard: card.scorecard,
    period: period.id,
    reference: scored.reference,
    cardTitle: card.title,
    periodLabel: period.label,
    scored,
    periods: scored.history
      .map((figure) => ({ id: figure.period, label: parsePeriod(figure.period, figure.window).label }))
      .toReversed(),
    judged:
      own === undefined
        ? null
        : {
            id: own.id,
            words: `${RATING_FACTS[own.word as RatingWord].label}, by ${nameOf(own.author)} on ${longDate(own.on)}`,
            reason: own.reason,
          },
    notes: notes.map(({ id, kind, fromPeriod, reason, author, at }) => ({
      id,
      words: `${(NOTE_WORDS[kind] ?? kind).split(":")[0]} from ${fromPeriod}, by ${nameOf(author)}, ${longInstant(at)}`,
      reason,
    })),
    typed,
  };
}

function scoredNamed(card: ScoredCard, reference: string): ScoredIndicator {
  const scored = indicatorsOf(card).find((one) => one.reference === reference);
  if (scored !== undefined) return scored;
  throw new AppError("PAGE_UNKNOWN", `${card.title} has no reference "${reference}".`, "Choose it from the scorecard.");
}
