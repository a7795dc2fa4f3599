/** A measure's course through time: a control chart where its series suits one, otherwise a run chart; its notes; what it signals; its table. */
import { controlChart } from "../../../charts/control-chart.ts";
import { courseLevels, courseNotes, coursePoints, courseSignals } from "../../../services/measure/course-chart.ts";
import { WINDOW_WORDS } from "../../words.ts";
import type { MeasureAnswer } from "./answer.ts";
import { type FigureTable, figureTable } from "./figure-table.ts";
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
  const byColumn = new Map(figures.map((figure) => [figure.period, figure]));
  const points = coursePoints(columns, figures, judged);
  const notes = courseNotes(series.notes, columns, window);
  const signals = courseSignals(judged);
  const isPercentage = measure.unit === "percentage";
  const options = {
    title: `${measure.title}: ${WINDOW_WORDS[window].toLowerCase()}`,
    unit: isPercentage ? "percentage" : "number",
    levels: courseLevels(judged, isPercentage),
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
