/** Restatement drift: how far earlier periods' figures moved after they were first published (requirements, section 2.13). */
import type { Figure } from "../figure.ts";
import { inUnit } from "./change-words.ts";
import { absolute, compare, exactValue, type Fraction, minus, toNumber } from "./fraction.ts";
import { periodNoun } from "./period-words.ts";
import type { SeriesContext } from "./series-context.ts";
import type { RestatementDrift } from "./signal.ts";

/** A figure as an edition printed it. */
export type PublishedFigure = { readonly publishedAt: string; readonly figure: Figure };

/** Of fewer periods nobody can say what is usual. */
const FEWEST = 3;

/** The usual, least and most movement from first publication to now; `null` where too few periods were published. */
export function driftOf(
  { history, measure, window }: Pick<SeriesContext, "history" | "measure" | "window">,
  published: readonly PublishedFigure[],
): RestatementDrift | null {
  const moves = history.flatMap((now) => {
    const first = firstPublished(now, published);
    const [then, today] = [exactOf(first, measure.unit), exactOf(now, measure.unit)];
    return then === null || today === null ? [] : [minus(today, then)];
  });
  if (moves.length < FEWEST) return null;
  const sorted = moves.sort(compare).map(toNumber);
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  const usual = medianOf(sorted);
  const noun = `${periodNoun(window)}s`;
  const words = (number: number) => moveWords(number, measure);
  const sentence = `Over ${moves.length} ${noun} published earlier, the figure usually ${words(usual)} afterwards (at one end it ${words(least)}, at the other it ${words(most)}).`;
  return {
    periods: moves.length,
    usual,
    least,
    most,
    sentence:
      least === most
        ? `Over ${moves.length} ${noun} published earlier, the figure always ${words(usual)} afterwards.`
        : sentence,
  };
}

function firstPublished(now: Figure, published: readonly PublishedFigure[]): Figure | null {
  const same = published.filter(
    ({ figure }) => figure.period === now.period && figure.window === now.window && figure.breakdown === now.breakdown,
  );
  const [first] = [...same].sort((a, b) => a.publishedAt.localeCompare(b.publishedAt));
  return first?.figure ?? null;
}

function exactOf(figure: Figure | null, unit: SeriesContext["measure"]["unit"]): Fraction | null {
  if (figure === null || figure.status !== "value" || figure.value === null) return null;
  return exactValue(figure.value, figure, unit);
}

function moveWords(number: number, measure: SeriesContext["measure"]): string {
  if (number === 0) return "stayed the same";
  const size = absolute(exactValue(number, {}, measure.unit));
  return `${number > 0 ? "rose" : "fell"} by ${inUnit(size, measure.unit, measure.decimals)}`;
}

function medianOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
