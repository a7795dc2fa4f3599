/** One figure of a report's own data: exact, with its state and what else was said of it. */
import { parsePeriod, parseWindow } from "../../domain/period.ts";
import { VALUE_QUALITIES, VALUE_STATES, type ValueState } from "../../domain/value-state.ts";
import type { ImportedFigure } from "./imported.ts";

/** @throws AppError PERIOD_INVALID */
export function readOwnFigure(cells: Readonly<Record<string, string>>): ImportedFigure {
  const { period = "", window = "", shown = "", qualities = "", note = "" } = cells;
  const value = numberOf(cells.value);
  const state = stateOf(cells.state ?? "");
  return {
    period: parsePeriod(period, parseWindow(window)),
    column: period,
    written: shown,
    state,
    value,
    numerator: numberOf(cells.numerator),
    denominator: numberOf(cells.denominator),
    decimals: /\.(\d+)/.exec(shown)?.[1]?.length ?? 0,
    isPercent: shown.endsWith("%"),
    text: state === "value" && value === null ? shown : null,
    quality: VALUE_QUALITIES.find((known) => qualities.split(" ").includes(known)) ?? null,
    note: note === "" ? null : note,
  };
}

/** `null` for a blank cell and for shorthand. */
export function numberOf(text: string | undefined): number | null {
  return text === undefined || !/^-?\d/.test(text) || !Number.isFinite(Number(text)) ? null : Number(text);
}

function stateOf(text: string): ValueState {
  return VALUE_STATES.find((known) => known === text) ?? "not-available";
}
