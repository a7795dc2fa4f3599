/** A control chart: a run chart with the mean and limits of its process, its target and comparators, notes on the series, and each point of a pattern marked. */
import { scaleLinear } from "d3-scale";
import type { ProcessPoint } from "../domain/judgement/signal.ts";
import { axisLabel, FONT_SIZE, valueAxis, words } from "./axes.ts";
import { type EndLabel, endLabels, type Level, labelRoom, levelLine, levelStroke, stepLine } from "./level-line.ts";
import { type ChartNote, noteMarks } from "./note-marks.ts";
import { DARK_BLUE, INK } from "./palette.ts";
import { pointMark } from "./point-mark.ts";
import { type ChartOptions, chartFrame, chartGround, type Frame, lastFigure } from "./run-chart.ts";
import { type DrawnPoint, describeSeries, drawnPoints, linePath, type SeriesPoint } from "./series.ts";
import { meaningMark } from "./special-cause-mark.ts";
import { element, picture } from "./svg.ts";

/** A point of the series with what its process says of it; `process` is `null` where limits do not reach. */
export type ControlPoint = SeriesPoint & { readonly process: ProcessPoint | null };

export type ControlOptions = ChartOptions & {
  /** Lines at one height: the target, neighbours, England. */
  readonly levels: readonly Level[];
  /** What the signals say, spoken after the series. */
  readonly sentence: string;
  /** In the order of their numbers. */
  readonly notes?: readonly ChartNote[];
};

/** Under this width there is no room beside the lines: they are named in a key under the chart. */
const NARROW = 500;
const WIDEST_LABEL = 175;
const KEY_ROW = 22;

/** Draws the chart. Limits of a percentage are drawn within 0 and 100; the line is broken where figures are made in another way. */
export function controlChart(points: readonly ControlPoint[], options: ControlOptions): string {
  const { id, title, unit, levels, sentence, notes = [], width = 760, height = 320 } = options;
  const within = (value: number) => (unit === "percentage" ? Math.min(100, Math.max(0, value)) : value);
  const process = points.map((point) => point.process);
  const drawn = drawnPoints(points);
  const { domain, ticks } = valueAxis(
    [
      ...drawn.map(({ value }) => value),
      ...process.flatMap((point) => (point === null ? [] : [within(point.lower), within(point.upper)])),
      ...levels.map(({ value }) => value),
    ],
    unit,
  );
  const isNarrow = width < NARROW;
  const labels = isNarrow ? [] : labelsOf({ levels, process, last: drawn.at(-1), unit, within });
  const plain = chartFrame(ticks, { width, height, unit });
  const frame: Frame = {
    ...plain,
    right:
      labels.length === 0
        ? plain.right
        : width -
          labelRoom(
            labels.map(({ text }) => text),
            WIDEST_LABEL,
          ),
    top: plain.top + (notes.length === 0 ? 0 : 22),
  };
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [frame.left + 8, frame.right - 8]);
  const y = scaleLinear(domain, [frame.bottom, frame.top]);
  const heights = (of: "mean" | "upper" | "lower") =>
    process.map((point) => (point === null ? null : within(point[of])));
  const keyed = isNarrow ? levels : [];
  return picture(
    { id, width, height: height + keyed.length * KEY_ROW },
    { title, description: [describeSeries(points), sentence, ...notes.map(spokenNote)].join(" ").trim() },
    chartGround(points, { ticks, domain, frame, x, y, unit }),
    stepLine(heights("mean"), { x, y }),
    stepLine(heights("upper"), { x, y, dashes: "6 4" }),
    stepLine(heights("lower"), { x, y, dashes: "6 4" }),
    ...levels.map((level) => levelLine(level, frame, y)),
    noteMarks(notes, { x, ...frame }),
    seriesLine(points, notes, { x, y }),
    ...points.map((point, index) => markOf(point, { x: x(index), y: y(point.value ?? domain[0]) })),
    isNarrow || drawn.length === 0 ? lastFigure(drawn.at(-1), { x, y, frame }) : "",
    endLabels(
      labels.map(({ text, value, isBold }) => ({ text, y: y(value), isBold })),
      { sides: frame, widest: WIDEST_LABEL },
    ),
    ...keyed.map((level, row) => keyRow(level, height + row * KEY_ROW)),
  );
}

type Labelled = Omit<EndLabel, "y"> & { readonly value: number };

/** What is named at the right, the most wanted first: the last figure, the target, others, then mean and limits. */
function labelsOf({
  levels,
  process,
  last,
  unit,
  within,
}: Pick<ControlOptions, "levels" | "unit"> & {
  readonly process: readonly (ProcessPoint | null)[];
  readonly last: DrawnPoint | undefined;
  readonly within: (value: number) => number;
}): readonly Labelled[] {
  const limits = process.at(-1) ?? null;
  const rounded = (value: number) => axisLabel(Math.round(value * 10) / 10, unit);
  return [
    ...(last === undefined ? [] : [{ text: last.shown, value: last.value, isBold: true }]),
    ...levels.map(({ name, value }) => ({ text: name, value, isBold: false })),
    ...(limits === null
      ? []
      : [
          { text: `Mean ${rounded(limits.mean)}`, value: limits.mean, isBold: false },
          { text: `Upper limit ${rounded(within(limits.upper))}`, value: within(limits.upper), isBold: false },
          { text: `Lower limit ${rounded(within(limits.lower))}`, value: within(limits.lower), isBold: false },
        ]),
  ];
}

/** The line, broken at every break of the series: what lies on either side is not the same thing. */
function seriesLine(
  points: readonly SeriesPoint[],
  notes: readonly ChartNote[],
  { x, y }: { x: (index: number) => number; y: (value: number) => number },
): string {
  const breaks = notes.filter(({ kind }) => kind === "series-break").map(({ index }) => index);
  const starts = [0, ...breaks.filter((index) => index > 0).toSorted((a, b) => a - b)];
  return starts
    .map((start, place) => {
      const stretch = points.slice(start, starts[place + 1] ?? points.length);
      const path = linePath(stretch, { x: (index) => x(index + start), y });
      return path === null ? "" : element("path", { d: path, fill: "none", stroke: DARK_BLUE, "stroke-width": 2 });
    })
    .join("");
}

const MEANINGS = {
  "common-cause": "",
  improvement: " Improvement.",
  concern: " Concern.",
  "neutral-high": " Unusually high.",
  "neutral-low": " Unusually low.",
} as const;

function markOf(point: ControlPoint, at: { readonly x: number; readonly y: number }): string {
  const meaning = point.process?.meaning ?? "common-cause";
  if (point.value === null) return pointMark("", { ...at, reads: `${point.label}: no figure, ${point.shown}.` });
  return pointMark(meaningMark(meaning, at), { ...at, reads: `${point.label}: ${point.shown}.${MEANINGS[meaning]}` });
}

function spokenNote({ sentence }: ChartNote, place: number): string {
  return `Note ${place + 1}: ${sentence}`;
}

function keyRow({ kind, name }: Level, top: number): string {
  const middle = top + KEY_ROW / 2;
  return (
    levelStroke(kind, { x1: 2, x2: 38, y: middle }) + words(name, { x: 46, y: middle + FONT_SIZE / 2 - 2, fill: INK })
  );
}
