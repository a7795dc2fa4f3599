/** A measure's course through time: a control chart where its series suits one, otherwise a run chart; what it signals; and what cards say. */
import { type ControlPoint, controlChart } from "../../../charts/control-chart.ts";
import type { Level } from "../../../charts/level-line.ts";
import type { SeriesPoint } from "../../../charts/series.ts";
import type { ComparatorValue } from "../../../domain/comparator.ts";
import type { CardJudgement } from "../../card-judgement.ts";
import type { MeasureFigures } from "../../services.ts";
import { WINDOW_WORDS } from "../../words.ts";
import type { ChartView } from "./present.ts";

export type CourseView = {
  readonly chart: ChartView;
  /** Whether mean and limits are drawn, so that their key is printed. */
  readonly hasLimits: boolean;
  /** Sentences: what process control says or why it says nothing, its notes, streaks. */
  readonly signals: readonly string[];
  readonly comparators: readonly ComparatorValue[];
  readonly judgements: readonly CardJudgement[];
};

/** The course in the window asked for; signals and comparators are those of the first card that has the measure in that window. */
export function presentCourse(figures: MeasureFigures, series: readonly SeriesPoint[]): CourseView {
  const { title, unit, window, columns, judgements = [] } = figures;
  const here = judgements.filter(({ indicator, period }) => indicator.window === window && period !== null);
  const judged = here[0];
  const control = judged?.signals.processControl;
  const byPeriod = new Map(control && "points" in control ? control.points.map((point) => [point.period, point]) : []);
  const points: readonly ControlPoint[] = series.map((point, index) => ({
    ...point,
    process: byPeriod.get(columns[index]?.id ?? "") ?? null,
  }));
  const signals = judged === undefined ? [] : signalsOf(judged);
  const options = {
    title: `${title}: ${WINDOW_WORDS[window].toLowerCase()}`,
    unit: unit === "percentage" ? "percentage" : "number",
    levels: judged === undefined ? [] : levelsOf(judged, unit === "percentage"),
    sentence: signals.join(" "),
  } as const;
  return {
    chart: {
      wide: controlChart(points, { ...options, id: "run", width: 960 }),
      narrow: controlChart(points, { ...options, id: "run-narrow", width: 320, height: 260 }),
    },
    hasLimits: points.some(({ process }) => process !== null),
    signals,
    comparators: judged?.comparators ?? [],
    judgements: here,
  };
}

function signalsOf({ signals }: CardJudgement): readonly string[] {
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
function levelsOf({ target, comparators }: CardJudgement, isPercentage: boolean): readonly Level[] {
  const aim = target.target;
  const levels: readonly Level[] =
    aim.kind === "level" && aim.isPercent === isPercentage
      ? [{ name: `Target ${target.shown}`, value: aim.value, kind: "target" }]
      : [];
  const beside = comparators.flatMap(({ group, label, shown, value, state }): Level[] =>
    state === "value" && value !== null ? [{ name: `${label} ${shown}`, value, kind: group }] : [],
  );
  return [...levels, ...beside];
}
