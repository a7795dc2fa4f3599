/** A measure's course through time: a control chart where its series suits one, otherwise a run chart; its notes; what it signals; its table. */
import { type ControlPoint, controlChart } from "../../../charts/control-chart.ts";
import { LEVEL_KINDS, type Level } from "../../../charts/level-line.ts";
import type { ChartNote } from "../../../charts/note-marks.ts";
import type { SeriesNote } from "../../../domain/judgement/series-note.ts";
import { monthLabel, parsePeriodSpan } from "../../../domain/period.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { WINDOW_WORDS } from "../../words.ts";
import type { MeasureAnswer } from "./answer.ts";
import { cellOf, type FigureTable, figureTable } from "./figure-table.ts";
import type { ListLinks } from "./list-links.ts";

/** A chart drawn for wide screens and for narrow. */
export type ChartView = { readonly wide: string; readonly narrow: string };

export type CourseView = {
  readonly chart: ChartView;
  /** Whether mean and limits are drawn, so that their key is printed. */
  readonly hasLimits: boolean;
  /** Sentences in the order of their numbers on the chart. */
  readonly notes: readonly string[];
  /** Sentences: what process control says or why it says nothing, its notes, streaks. */
  readonly signals: readonly string[];
  /** Newest first: the figure looked for is most often the last. */
  readonly table: FigureTable;
};

type Series = Pick<MeasureAnswer, "measure" | "window" | "columns" | "figures" | "judged" | "notes">;

/** The course in the window asked for. */
export function presentCourse(series: Series, links: ListLinks): CourseView {
  const { measure, window, columns, figures, judged } = series;
  const control = judged.signals.processControl;
  const byPeriod = new Map("points" in control ? control.points.map((point) => [point.period, point]) : []);
  const byColumn = new Map(figures.map((figure) => [figure.period, figure]));
  const points = columns.map(({ id, label, end }): ControlPoint => {
    const { value, shown } = cellOf(byColumn.get(id));
    return { label, short: shortName(label, end), value, shown, process: byPeriod.get(id) ?? null };
  });
  const notes = chartNotes(series);
  const signals = signalsOf(judged);
  const isPercentage = measure.unit === "percentage";
  const options = {
    title: `${measure.title}: ${WINDOW_WORDS[window].toLowerCase()}`,
    unit: isPercentage ? "percentage" : "number",
    levels: levelsOf(judged, isPercentage),
    sentence: signals.join(" "),
    notes,
  } as const;
  const rows = columns.map(({ id, label }) => ({ name: label, figure: byColumn.get(id) }));
  return {
    chart: {
      wide: controlChart(points, { ...options, id: "course-chart", width: 960, height: 340 }),
      narrow: controlChart(points, { ...options, id: "course-chart-narrow", width: 320, height: 260 }),
    },
    hasLimits: points.some(({ process }) => process !== null),
    notes: notes.map(({ sentence }) => sentence),
    signals,
    table: figureTable(rows.toReversed(), { measure, links }),
  };
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
function chartNotes({ notes, columns, window }: Pick<Series, "notes" | "columns" | "window">): readonly ChartNote[] {
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

function signalsOf({ signals }: Pick<ScoredIndicator, "signals">): readonly string[] {
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
function levelsOf({ target, comparators }: ScoredIndicator, isPercentage: boolean): readonly Level[] {
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
