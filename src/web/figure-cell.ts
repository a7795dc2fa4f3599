/** A figure as a table cell prints it: its value, or the shorthand of the Government Analysis Function for why there is none. */

import type { SeriesPoint } from "../charts/series.ts";
import { parsePeriod, type ReportingPeriod } from "../domain/period.ts";
import { STATE_FACTS, type ValueState } from "../domain/value-state.ts";
import type { FigureRow } from "./services.ts";

export const SHORTHAND = {
  c: "confidential: hidden because it could tell of a person",
  z: "not applicable: there was nothing to count, or the measure has no meaning for that period",
  x: "not available: the data it needs has not been loaded or is not yet due",
} as const;

export type Shorthand = keyof typeof SHORTHAND;

export type FigureCell = {
  /** The figure as printed, or its shorthand in brackets. */
  readonly shown: string;
  readonly shorthand: Shorthand | null;
  readonly value: number | null;
};

/** A cell of a figure; with no figure at all, a cell that says it does not apply. */
export function figureCell(figure: FigureRow | undefined): FigureCell {
  if (figure?.status === "value") return { shown: figure.shown, shorthand: null, value: figure.value };
  const shorthand = figure === undefined ? "z" : shorthandOf(figure.status);
  return { shown: `[${shorthand}]`, shorthand, value: null };
}

function shorthandOf(state: Exclude<ValueState, "value">): Shorthand {
  const letter = STATE_FACTS[state].shorthand.slice(1, -1);
  return letter === "c" || letter === "z" ? letter : "x";
}

/**
 * Figures in the order of a table's columns: under their own period where the columns are of their window, otherwise under the month their
 * period ends in, so that a quarter stands under its last month.
 */
export function inColumns(
  figures: readonly FigureRow[],
  columns: readonly ReportingPeriod[],
): readonly (FigureRow | undefined)[] {
  const byPeriod = new Map(figures.map((figure) => [`${figure.window} ${figure.period}`, figure]));
  const byMonth = new Map(figures.map((figure) => [lastMonthOf(figure), figure]));
  return columns.map((column) => {
    const inMonth = byMonth.get(column.end.slice(0, 7));
    return inMonth?.window === column.window ? byPeriod.get(`${column.window} ${column.id}`) : inMonth;
  });
}

/** The cells of a row as a series to draw. */
export function seriesOf(cells: readonly FigureCell[], columns: readonly ReportingPeriod[]): readonly SeriesPoint[] {
  return cells.map(({ value, shown }, index) => ({ label: columns[index]?.label ?? "", value, shown }));
}

/** The shorthands that occur, for the key above a table. */
export function shorthandsIn(cells: readonly FigureCell[]): readonly Shorthand[] {
  return (Object.keys(SHORTHAND) as Shorthand[]).filter((sign) => cells.some((cell) => cell.shorthand === sign));
}

/** Windows whose periods are named by the month they end in need no calendar. */
const NAMED_BY_MONTH: readonly string[] = ["in-month", "year-to-date", "rolling-3-months", "rolling-12-months"];

function lastMonthOf({ period, window }: FigureRow): string {
  return NAMED_BY_MONTH.includes(window) ? period : parsePeriod(period, window).end.slice(0, 7);
}
