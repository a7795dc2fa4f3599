/** Whether an agreed action worked: the linked measure's figure when it was agreed, at the due day and now, read by the measure's direction rule. */
import type { Figure } from "../figure.ts";
import { changeWords } from "../judgement/change-words.ts";
import type { DirectionRule } from "../judgement/direction.ts";
import { exactValue, toNumber } from "../judgement/fraction.ts";
import { periodWords } from "../judgement/period-words.ts";
import { isRunningTotal, periodOf } from "../judgement/series-context.ts";
import { movementOf } from "../judgement/travel.ts";
import type { Measure } from "../measure.ts";
import { STATE_FACTS } from "../value-state.ts";

export const OUTCOME_WORDS = ["worked", "not-yet", "worse", "cannot-be-told"] as const;
export type OutcomeWord = (typeof OUTCOME_WORDS)[number];

export const OUTCOME_LABELS: Readonly<Record<OutcomeWord, string>> = {
  worked: "Worked",
  "not-yet": "Not yet",
  worse: "Worse",
  "cannot-be-told": "Cannot be told",
};

export type Outcome = { readonly word: OutcomeWord; readonly sentence: string };

export type OutcomeInput = {
  readonly measure: Pick<Measure, "id" | "unit" | "decimals" | "polarity" | "change">;
  readonly rule: DirectionRule;
  /** As it stood when the action was agreed. */
  readonly agreed: Figure | null;
  /** The period the due day lies in; `null` while that period has no figure. */
  readonly atDue: Figure | null;
  readonly now: Figure | null;
};

/** Below this many cases one child more or less moves a percentage by ten points. */
const FEW = 10;

/** Judges an action by the latest figure; what the due day said is told beside it, because a gain may not last. */
export function outcomeOf(input: OutcomeInput): Outcome {
  const { agreed, now, atDue, measure } = input;
  const unknown = whyUnknown(input);
  if (unknown !== null || agreed === null || now === null)
    return { word: "cannot-be-told", sentence: `Cannot be told: ${unknown ?? "there is no figure"}.` };
  const word = wordOf(agreed, now, input);
  const change = changeWords(asNumber(agreed, measure), asNumber(now, measure), measure);
  const good = measure.polarity === "high-is-good" ? "high is good" : "low is good";
  const parts = [
    `${OUTCOME_LABELS[word]}: ${told(now)} now, ${told(agreed)} when agreed: ${change} (${good}).`,
    ...atDueWords(atDue, input),
    ...(Math.min(agreed.denominator ?? FEW, now.denominator ?? FEW) < FEW
      ? [`Fewer than ${FEW} cases: one child moves it much.`]
      : []),
  ];
  return { word, sentence: parts.join(" ") };
}

function whyUnknown({ agreed, now, measure }: OutcomeInput): string | null {
  if (measure.polarity === "neutral") return "neither high nor low is good for this measure";
  if (agreed === null) return "there was no figure when it was agreed";
  if (agreed.status !== "value") return `the figure when it was agreed is: ${STATE_FACTS[agreed.status].label}`;
  if (isRunningTotal({ window: agreed.window, measure })) return "a count of the year to date only grows";
  if (now === null || periodOf(now).end <= periodOf(agreed).end) return `there is no figure after ${told(agreed)} yet`;
  if (now.status !== "value") return `the latest figure is: ${STATE_FACTS[now.status].label}`;
  if (agreed.value === null || now.value === null) return "the measure is in words";
  return null;
}

function wordOf(from: Figure, to: Figure, { measure, rule }: OutcomeInput): OutcomeWord {
  const moved = movementOf(
    exactValue(from.value ?? 0, from, measure.unit),
    exactValue(to.value ?? 0, to, measure.unit),
    // An action that changed nothing has not made things worse, whatever the rating.
    { rule: rule.kind === "two-state" ? { kind: "sign", tolerance: 0 } : rule, rating: "not-rated", measure },
  );
  if (moved.meaning === "improving") return "worked";
  return moved.meaning === "worse" ? "worse" : "not-yet";
}

function atDueWords(atDue: Figure | null, input: OutcomeInput): readonly string[] {
  const { agreed, now } = input;
  if (atDue === null || agreed === null || now === null || atDue.status !== "value" || atDue.value === null) return [];
  if (atDue.period === now.period || atDue.period === agreed.period) return [];
  const then = wordOf(agreed, atDue, input);
  const lasted = then === "worked" && wordOf(agreed, now, input) !== "worked" ? "; the gain did not last" : "";
  return [`At its due date: ${told(atDue)}${lasted}.`];
}

function told(figure: Figure): string {
  return `${figure.shown} (${periodWords(periodOf(figure))})`;
}

function asNumber(figure: Figure, { unit }: OutcomeInput["measure"]): number {
  return toNumber(exactValue(figure.value ?? 0, figure, unit));
}
