/** The figures that stand beside a comment while it is written: latest value, target, rating, course, and what is published by others. */
import { runChart } from "../../../charts/run-chart.ts";
import type { SeriesPoint } from "../../../charts/series.ts";
import type { CommentSubject } from "../../../domain/commentary.ts";
import type { Figure } from "../../../domain/figure.ts";
import { parsePeriod } from "../../../domain/period.ts";
import { indicatorsOf, type ScoredCard } from "../../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { WINDOW_WORDS } from "../../words.ts";

export type FactsBeside = {
  readonly reference: string;
  readonly title: string;
  readonly href: string;
  readonly shown: string;
  /** "103 of 144", or nothing where the figure is no part of a whole. */
  readonly made: string;
  readonly window: string;
  readonly target: string;
  readonly rating: ScoredIndicator["rating"];
  readonly direction: ScoredIndicator["direction"];
  readonly comparators: readonly string[];
  /** `null` where many indicators stand beside one comment: their charts would bury the words. */
  readonly chart: string | null;
  /** Newest first. */
  readonly history: readonly { readonly label: string; readonly shown: string; readonly made: string }[];
};

/** Charts are drawn for so many indicators at most. */
const MOST_CHARTS = 3;

/** Figures for the indicators a comment is on; for a whole card those that are red. */
export function factsBeside(card: ScoredCard, subject: CommentSubject): readonly FactsBeside[] {
  const chosen = indicatorsOf(card).filter((scored) => isOn(scored, subject));
  const hasCharts = chosen.length <= MOST_CHARTS;
  return chosen.map((scored, index) => presentFacts(scored, hasCharts ? `beside-${index}` : null));
}

function isOn({ reference, section, rating }: ScoredIndicator, subject: CommentSubject): boolean {
  if (subject.kind === "references") return subject.references.includes(reference);
  return subject.kind === "section" ? section === subject.section : rating.word === "red";
}

function presentFacts(scored: ScoredIndicator, chartId: string | null): FactsBeside {
  const { reference, title, measure, indicator, history, rating, direction } = scored;
  const latest = history.at(-1);
  return {
    reference,
    title,
    href: `/measures/${measure.id}?window=${indicator.window}`,
    shown: scored.shown,
    made: latest === undefined ? "" : madeOf(latest),
    window: WINDOW_WORDS[indicator.window],
    target: targetWords(scored),
    rating,
    direction,
    comparators: scored.comparators
      .filter(({ state }) => state === "value")
      .map(({ label, shown, period }) => `${label}: ${shown} (${period})`),
    chart: chartId === null ? null : chartOf(scored, chartId),
    history: history.toReversed().map((figure) => ({
      label: labelOf(figure),
      shown: figure.shown,
      made: madeOf(figure),
    })),
  };
}

function targetWords({ target: { target, shown } }: ScoredIndicator): string {
  if (target.kind === "monitor") return "Watched, with no target";
  return shown === "" ? "No target" : `Target ${shown}`;
}

function chartOf({ title, reference, measure, history }: ScoredIndicator, id: string): string {
  const points: readonly SeriesPoint[] = history.map((figure) => ({
    label: labelOf(figure),
    value: figure.status === "value" ? figure.value : null,
    shown: figure.shown,
  }));
  const unit = measure.unit === "percentage" ? "percentage" : "number";
  return runChart(points, { id, title: `${reference} ${title}`, unit, width: 420, height: 220 });
}

function madeOf({ numerator, denominator }: Figure): string {
  return numerator === null || denominator === null ? "" : `${numerator} of ${denominator}`;
}

function labelOf({ period, window }: Figure): string {
  return parsePeriod(period, window).label;
}
