/** A measure's course as a chart draws it: points with what their process says, level lines, numbered notes and the sentences beside it. Pages and reports draw the same. */
import type { ControlPoint } from "../../charts/control-chart.ts";
import { LEVEL_KINDS, type Level } from "../../charts/level-line.ts";
import type { ChartNote } from "../../charts/note-marks.ts";
import type { Figure } from "../../domain/figure.ts";
import type { SeriesNote } from "../../domain/judgement/series-note.ts";
import { monthLabel, parsePeriodSpan, type ReportingPeriod, type WindowId } from "../../domain/period.ts";
import type { ScoredIndicator } from "../../domain/scored-indicator.ts";
import { STATE_FACTS } from "../../domain/value-state.ts";

type Shown = Pick<Figure, "period" | "value" | "shown" | "status">;

/** One point for each column; a column without a figure is a gap. */
export function coursePoints(
  columns: readonly ReportingPeriod[],
  figures: readonly Shown[],
  { signals }: Pick<ScoredIndicator, "signals">,
): readonly ControlPoint[] {
  const control = signals.processControl;
  const byPeriod = new Map("points" in control ? control.points.map((point) => [point.period, point]) : []);
  const byColumn = new Map(figures.map((figure) => [figure.period, figure]));
  return columns.map(({ id, label, end }): ControlPoint => {
    const figure = byColumn.get(id);
    const hasValue = figure?.status === "value";
    return {
      label,
      short: shortName(label, end),
      value: hasValue ? figure.value : null,
      shown: hasValue ? figure.shown : STATE_FACTS[figure?.status ?? "not-meaningful"].shorthand,
      process: byPeriod.get(id) ?? null,
    };
  });
}

/** The window is said above the chart: under its axis the month it ends in is enough. */
function shortName(label: string, end: string): string {
  return label.endsWith(monthLabel(end)) ? monthLabel(end) : label;
}

const KIND_WORDS: Readonly<Record<SeriesNote["kind"], string>> = {
  "series-break": "series break",
  "step-change": "step change",
  annotation: "event",
};

/** Each note at the first period that has not ended before it begins; those before the chart or after it are left out. */
export function courseNotes(
  notes: readonly SeriesNote[],
  columns: readonly ReportingPeriod[],
  window: WindowId,
): readonly ChartNote[] {
  const placed = notes.flatMap(({ fromPeriod, kind, reason }): readonly ChartNote[] => {
    const { start } = parsePeriodSpan(fromPeriod, window);
    const index = columns.findIndex(({ end }) => end >= start);
    const first = columns[0];
    if (index < 0 || first === undefined || start < first.start) return [];
    const from = columns[index]?.label ?? "";
    return [{ index, kind, sentence: `${from}, ${KIND_WORDS[kind]}: ${reason}` }];
  });
  return placed.toSorted((a, b) => a.index - b.index);
}

/** Sentences: what process control says or why it says nothing, its notes, streaks, how figures move after publication. */
export function courseSignals({ signals }: Pick<ScoredIndicator, "signals">): readonly string[] {
  const { processControl, streaks, drift } = signals;
  const notes = "points" in processControl ? processControl.notes : [];
  return [
    processControl.sentence,
    ...notes,
    ...streaks.map(({ sentence }) => sentence),
    ...(drift === null ? [] : [drift.sentence]),
  ];
}

/** A level target is a line, and so is each comparator that has a value; the rest are words under the chart. */
export function courseLevels(
  { target, comparators }: Pick<ScoredIndicator, "target" | "comparators">,
  isPercentage: boolean,
): readonly Level[] {
  const aim = target.target;
  const levels: readonly Level[] =
    aim.kind === "level" && aim.isPercent === isPercentage
      ? [{ name: `Target ${target.shown}`, value: aim.value, kind: "target" }]
      : [];
  const beside = comparators.flatMap(({ group, label, shown, value, state }): Level[] =>
    state === "value" && value !== null ? [{ name: `${label} ${shown}`, value, kind: group }] : [],
  );
  return [...levels, ...beside.toSorted((a, b) => LEVEL_KINDS.indexOf(a.kind) - LEVEL_KINDS.indexOf(b.kind))];
}
