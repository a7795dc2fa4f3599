/** A chart of one indicator through time with the same figures as a table beside it: what the page of a measure draws, from the card alone. */
import { type ControlPoint, controlChart } from "../../../charts/control-chart.ts";
import { describeSeries } from "../../../charts/series.ts";
import { periodWords } from "../../../domain/judgement/period-words.ts";
import type { SeriesNote } from "../../../domain/judgement/series-note.ts";
import type { ProcessPoint } from "../../../domain/judgement/signal.ts";
import { monthLabel, parsePeriod, type ReportingPeriod } from "../../../domain/period.ts";
import type { Block, FigureBlock, ParagraphBlock, ReportCell, TableBlock } from "../../../domain/report/document.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { WINDOW_WORDS } from "../../../domain/window-words.ts";
import { courseLevels, courseNotes, coursePoints, courseSignals } from "../../measure/course-chart.ts";
import type { Making } from "../making.ts";
import { DASH, endColumn, startColumn, textCell, valueCell } from "../shown-cells.ts";

/** Periods drawn: as many as stand side by side in the table. Quarters' names are longer than months'. */
const MOST = 13;
const MOST_QUARTERS = 9;

export type ChartPlace = {
  /** Begins the ids of figure and table; unique in the report. */
  readonly id: string;
  readonly height?: number;
  /** Where room is scarce: below the picture only the first of what it signals; its own words hold the rest. */
  readonly isBrief?: boolean;
};

type Charted = Pick<Making, "inputs" | "audience">;

/** The chart, what it signals, and its figures as a table. */
export function chartBlocks(
  scored: ScoredIndicator,
  { inputs, audience }: Charted,
  place: ChartPlace,
): readonly Block[] {
  const columns = scored.history.slice(-mostOf(scored)).map(({ period, window }) => parsePeriod(period, window));
  const points = coursePoints(columns, scored.history, scored);
  if (points.every(({ value }) => value === null)) return nothingToDraw(scored, columns, place.id);
  const notes = courseNotes(notesOn(scored, inputs.notes, audience), columns, scored.indicator.window);
  const signals = courseSignals(scored);
  const isPercentage = scored.measure.unit === "percentage";
  const title = `${scored.title}: ${WINDOW_WORDS[scored.indicator.window].toLowerCase()}`;
  const levels = courseLevels(scored, isPercentage);
  const svg = controlChart(points, {
    id: place.id,
    title,
    unit: isPercentage ? "percentage" : "number",
    levels,
    sentence: signals.join(" "),
    notes,
    height: place.height ?? 250,
  });
  const lines = levels.length === 0 ? "" : ` Lines across: ${levels.map(({ name }) => name).join("; ")}.`;
  const figure: FigureBlock = {
    kind: "figure",
    id: place.id,
    caption: `${scored.reference} ${title}`,
    svg,
    alt: `A line through time. ${describeSeries(points)}${lines} ${signals.join(" ")}`.trim(),
    table: `${place.id}-figures`,
  };
  return [
    figure,
    ...beside(points, notes, { id: place.id, signals: place.isBrief === true ? signals.slice(0, 1) : signals }),
    figuresTable(scored, columns, place.id),
  ];
}

/** A picture of no figures tells nothing; the table tells why there are none. */
function nothingToDraw(scored: ScoredIndicator, columns: readonly ReportingPeriod[], id: string): readonly Block[] {
  const said: ParagraphBlock = { kind: "paragraph", id: `${id}-words`, text: ["There are no figures to draw."] };
  return columns.length === 0 ? [said] : [said, figuresTable(scored, columns, id)];
}

function mostOf({ indicator: { window } }: ScoredIndicator): number {
  return window === "quarter" || window === "term" || window === "fortnight" ? MOST_QUARTERS : MOST;
}

/** Reasons people typed may tell a number the public may not see: the public is told what and when, not why. */
function notesOn(
  { measure, indicator }: ScoredIndicator,
  notes: readonly SeriesNote[],
  audience: Making["audience"],
): readonly SeriesNote[] {
  return notes
    .filter((note) => note.measure === measure.id && (note.window === null || note.window === indicator.window))
    .filter(({ kind }) => audience === "internal" || kind !== "annotation")
    .map((note) => (audience === "internal" ? note : { ...note, reason: PUBLIC_REASONS[note.kind] }));
}

const PUBLIC_REASONS: Readonly<Record<SeriesNote["kind"], string>> = {
  "series-break": "figures from here are made in another way than those before.",
  "step-change": "the usual level is worked out anew from here.",
  annotation: "",
};

function beside(
  points: readonly ControlPoint[],
  notes: readonly { readonly sentence: string }[],
  { id, signals }: { readonly id: string; readonly signals: readonly string[] },
): readonly ParagraphBlock[] {
  const key = limitsKey(points);
  const numbered = notes.map(({ sentence }, index) => `Note ${index + 1} on the chart: ${sentence}`);
  const said = [...signals, ...numbered, key].filter((sentence) => sentence !== "").join(" ");
  return said === "" ? [] : [{ kind: "paragraph", id: `${id}-words`, text: [said] }];
}

const MARKS: Readonly<Record<Exclude<ProcessPoint["meaning"], "common-cause">, string>> = {
  improvement: "Triangle I: improvement.",
  concern: "Square C: concern.",
  "neutral-high": "Diamond H: unusually high.",
  "neutral-low": "Diamond L: unusually low.",
};

/** What the lines and the marks that occur stand for. */
function limitsKey(points: readonly ControlPoint[]): string {
  const meanings = new Set(points.flatMap(({ process }) => (process === null ? [] : [process.meaning])));
  if (meanings.size === 0) return "";
  const marks = Object.entries(MARKS).flatMap(([meaning, words]) =>
    meanings.has(meaning as ProcessPoint["meaning"]) ? [words] : [],
  );
  return ["On the chart, the thin solid line is the mean and short dashes are the limits.", ...marks].join(" ");
}

/** The figures in one row, a column for each period, as many as stand side by side. */
function figuresTable(scored: ScoredIndicator, columns: readonly ReportingPeriod[], id: string): TableBlock {
  const byPeriod = new Map(scored.history.map((figure) => [figure.period, figure]));
  const cellOf = ({ id: period }: ReportingPeriod): ReportCell => {
    const figure = byPeriod.get(period);
    return figure === undefined
      ? DASH
      : valueCell({ ...figure, state: figure.status, qualities: figure.qualities ?? [] }, scored.measure);
  };
  return {
    kind: "table",
    id: `${id}-figures`,
    caption: `${scored.reference} ${scored.title}: the figures through time`,
    columns: [
      startColumn("name", "Figures", 1.4, "Whose figures they are."),
      ...columns.map((period) =>
        endColumn(period.id, shortHeader(period), 1, `The figure for ${periodWords(period)}.`),
      ),
    ],
    rows: [{ cells: [textCell("Ours"), ...columns.map(cellOf)] }],
  };
}

/** "Mar 2026", "Q4 2025-26", or the period's id where it is short already. */
function shortHeader({ window, id, end, label }: ReportingPeriod): string {
  if (window === "quarter") return `${id.slice(-2)} ${id.slice(0, 7)}`;
  if (!label.endsWith(monthLabel(end))) return id;
  const [month = "", year = ""] = monthLabel(end).split(" ");
  return `${month.slice(0, 3)} ${year}`;
}
