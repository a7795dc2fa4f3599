/** Cells of a report's tables from figures, comparators, ratings and directions: numbers stay numbers, what is missing says why. */
import { describeSeries, type SeriesPoint } from "../../charts/series.ts";
import { sparkline } from "../../charts/sparkline.ts";
import type { ComparatorValue } from "../../domain/comparator.ts";
import { ARROW_SYMBOLS, type Direction } from "../../domain/judgement/direction.ts";
import { RATING_FACTS, type Rating } from "../../domain/judgement/rating.ts";
import type { Measure } from "../../domain/measure.ts";
import type { ReportCell, ReportColumn, Text } from "../../domain/report/document.ts";
import { MEANING_WORDS } from "../../domain/report/indicator-rows.ts";
import { QUALITY_FACTS, STATE_FACTS, type ValueQuality, type ValueState } from "../../domain/value-state.ts";

/** A value as it is shown, whoever it is of. */
export type ShownValue = {
  readonly value: number | null;
  readonly shown: string;
  readonly state: ValueState;
  readonly qualities?: readonly ValueQuality[];
};

export function textCell(...parts: Text): ReportCell {
  return { kind: "text", text: parts };
}

/** Nothing belongs here. */
export const DASH: ReportCell = textCell("–");

export function countCell(value: number): ReportCell {
  return { kind: "number", shown: value.toLocaleString("en-GB"), value, format: { decimals: 0, sign: "" } };
}

/** A number, words where the value is words, or why there is neither. */
export function valueCell(
  { value, shown, state, qualities = [] }: ShownValue,
  { unit }: Pick<Measure, "unit">,
): ReportCell {
  if (state !== "value") return stateCell(state);
  if (value === null) return textCell(shown === "" ? "–" : shown);
  const marks = [...new Set(qualities.map((quality) => QUALITY_FACTS[quality].shorthand))];
  const places = /\.(\d+)/.exec(shown)?.[1]?.length ?? 0;
  return {
    kind: "number",
    shown,
    value,
    // What others publish may be printed to fewer places than ours.
    format: { decimals: places, sign: unit === "percentage" ? "%" : "" },
    ...(marks.length === 0 ? {} : { marks }),
  };
}

export function stateCell(state: Exclude<ValueState, "value">): ReportCell {
  const { shorthand, words } = STATE_FACTS[state];
  return { kind: "state", shorthand, words };
}

/** What others publish; `undefined` where nobody does. */
export function comparatorCell(
  comparator: Pick<ComparatorValue, "value" | "shown" | "state"> | undefined,
  measure: Pick<Measure, "unit">,
): ReportCell {
  return comparator === undefined ? stateCell("no-comparator") : valueCell(comparator, measure);
}

export function ratingCell({ word, sentence }: Pick<Rating, "word" | "sentence">): ReportCell {
  const { symbol, label } = RATING_FACTS[word];
  return { kind: "rating", word, label: `${symbol} ${label}`, sentence };
}

export function directionCell({
  arrow,
  meaning,
  sentence,
}: Pick<Direction, "arrow" | "meaning" | "sentence">): ReportCell {
  const symbol = ARROW_SYMBOLS[arrow];
  return { kind: "direction", arrow: symbol, label: `${symbol} ${MEANING_WORDS[meaning]}`, meaning, sentence };
}

/** The shape of a series; a dash where fewer than two figures make no shape. @param id unique in the report */
export function trendCell(
  points: readonly SeriesPoint[],
  { id, title }: { readonly id: string; readonly title: string },
): ReportCell {
  if (points.filter(({ value }) => value !== null).length < 2) return DASH;
  return { kind: "trend", svg: sparkline(points, { id, title }), alt: `${title}. ${describeSeries(points)}` };
}

/** A column of words at its start. */
export function startColumn(id: string, header: string, weight: number, words: string): ReportColumn {
  return { id, header, weight, align: "start", words };
}

/** A column of numbers. */
export function endColumn(id: string, header: string, weight: number, words: string): ReportColumn {
  return { id, header, weight, align: "end", words };
}
