/** One measure row as an indicator with its history. */
import type { Unit } from "../../domain/measure.ts";
import { periodContaining, type WindowId } from "../../domain/period.ts";
import { LINK_KINDS, type WrittenBands } from "../../domain/scorecard.ts";
import type { ColumnRole } from "./column-heading.ts";
import type { ImportOptions } from "./import-options.ts";
import type { ImportedComparator, ImportedFigure, ImportedIndicator } from "./imported.ts";
import type { Column } from "./layout.ts";
import { polarityOfRow } from "./polarity-of-row.ts";
import { readValueCell, type ValueCell } from "./read-value-cell.ts";
import type { RowReference } from "./reference-of-row.ts";
import type { SettledRow } from "./settle-cells.ts";
import { qualityOfText, stateOfText } from "./state-of-text.ts";
import { targetOfRow } from "./target-of-row.ts";
import { changeOfUnit, decimalsOfRow, namesPercentage, unitOfRow } from "./unit-of-row.ts";
import { windowOfName } from "./window-of-name.ts";

export type RowContext = {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly options: ImportOptions;
  readonly period: keyof typeof BASE_WINDOW;
  readonly section: string;
  readonly reference: RowReference;
};
const BASE_WINDOW = { month: "in-month", quarter: "quarter", "financial-year": "financial-year" } as const;
const FURTHER: readonly ColumnRole[] = ["owner", "unknown"];

/** Reads a settled row. */
export function readIndicator(row: SettledRow, context: RowContext): ImportedIndicator {
  const { columns, reference, section, table } = context;
  const at = (role: ColumnRole): string => textAt(row, columns, role);
  const title = at("measure");
  const comment = at("comment");
  const read = periodFigures(row, columns, comment);
  const aims = aimsOf(at, read);
  const comparators = comparatorsOf(row, columns);
  const mapped = context.options.polarity?.[reference.text];
  const { polarity, from } = polarityOfRow({ column: at("polarity"), mapped, ...aims });
  const unit = unitOfRow({
    title,
    comment,
    figures: read,
    hasPercentElsewhere: aims.hasPercent || comparators.some(({ written }) => /%/.test(written)),
    countsBehindName: isRelativeChange(at("change"), aims.baseline, read) && namesPercentage(title),
  });
  return {
    table,
    row: row.row,
    reference: reference.text,
    isReferenceMade: reference.isMade,
    measure: `${context.options.id}-${reference.slug}`,
    section,
    title,
    shows: at("shows") || null,
    unit,
    decimals: unit === "text" ? 0 : decimalsOfRow(read),
    polarity,
    polarityFrom: from,
    change: changeOfUnit(unit),
    ...windowed(title, inUnit(read, unit), BASE_WINDOW[context.period]),
    baseline: aims.baseline,
    isBaselineSlipped: aims.isBaselineSlipped,
    target: aims.target,
    targetBasis: at("target") === "" && at("year-end-target") !== "" ? "year-end" : "each-period",
    bands: aims.bands,
    comparators,
    rating: at("rating") || null,
    direction: at("direction") || null,
    printedChange: at("change") || null,
    comment: comment || null,
    links: linksOf(at),
    further: { ...furtherOf(row, columns), ...(aims.isFromBands ? stepsBeside(row, columns, aims.target) : {}) },
  };
}

/** What the row aims at and counts from, each from the cell it really stands in. */
function aimsOf(at: (role: ColumnRole) => string, figures: readonly ImportedFigure[]) {
  const bandCells = [at("requires-improvement"), at("good"), at("outstanding")];
  const { text: aimed, isFromBands } = targetOfRow(at("target") || at("year-end-target"), bandCells);
  const written = readValueCell(at("baseline"))?.value ?? null;
  const slipped = written === null ? slippedBaseline(at("change"), aimed ?? "", figures) : null;
  const target = slipped === null ? aimed : null;
  return {
    bandCells,
    isFromBands,
    bands: isFromBands ? null : bandsOf(at),
    target,
    baseline: written ?? slipped,
    isBaselineSlipped: slipped !== null,
    hasPercent: /%/.test((isFromBands ? "" : bandCells.join("")) + (target ?? "")),
  };
}

/** A percentage is NA when there was nobody; a count only when the thing counted did not take place. */
function inUnit(figures: readonly ImportedFigure[], unit: Unit): readonly ImportedFigure[] {
  if (unit !== "count") return figures;
  return figures.map((one) => (one.state === "no-cohort" ? { ...one, state: "not-run" } : one));
}

/** The window the name gives, where the columns can be true of it; else the columns' own. */
function windowed(title: string, figures: readonly ImportedFigure[], own: WindowId) {
  const { window, basis } = windowOfName(title);
  const moved = inWindow(figures, window ?? own);
  return { window: moved === null ? own : (window ?? own), basis, figures: moved ?? figures };
}

function textAt(row: SettledRow, columns: readonly Column[], role: ColumnRole): string {
  for (const column of columns)
    if (column.role === role && row.cells[column.index]) return row.cells[column.index] ?? "";
  return "";
}

function periodFigures(row: SettledRow, columns: readonly Column[], comment: string): readonly ImportedFigure[] {
  const periods = columns.flatMap(({ index, heading, period }) =>
    period === undefined ? [] : [{ index, heading, period }],
  );
  const lastFilled = periods.findLast(({ index }) => (row.cells[index] ?? "") !== "");
  const isEmpty = lastFilled === undefined;
  return periods.map(({ index, heading, period }): ImportedFigure => {
    const written = row.cells[index] ?? "";
    const note = row.spread.get(index) ?? null;
    const cell = note === null ? readValueCell(written) : null;
    const isLast = isEmpty ? index === periods.at(-1)?.index : index === lastFilled.index;
    const hasOthers = periods.some((other) => other.index !== index && /\d/.test(row.cells[other.index] ?? ""));
    const said = note ?? (cell === null ? written : written === "" && isLast ? comment : "");
    const figure = figureOf(cell, said, written === "");
    // NA for a year whose quarters have figures: a measure of a moment has no figure for a year.
    const isMoment = figure.state === "no-cohort" && period.window === "financial-year" && hasOthers;
    return {
      ...figure,
      ...(isMoment ? { state: "not-meaningful" } : {}),
      period,
      column: heading,
      written,
      quality: cell?.quality ?? (isLast && figure.state === "value" ? qualityOfText(comment) : null),
      note: note ?? (cell === null ? written : null),
    };
  });
}

type CellFigure = Omit<ImportedFigure, "period" | "column" | "written" | "quality" | "note">;

function figureOf(cell: ValueCell | null, said: string, isBlank: boolean): CellFigure {
  const none = { value: null, numerator: null, denominator: null, decimals: 0, isPercent: false, text: null };
  if (cell === null || (isBlank && said !== "")) return { ...none, state: stateOfText(said) ?? "not-available" };
  const { state, value, decimals, isPercent, text } = cell;
  return { ...besideOf(cell), state, value, decimals, isPercent, text };
}

/** A number in brackets is the count behind the percentage, unless only reading it as the base gives that percentage. */
function besideOf({ value, bracket, isPercent, decimals, numerator, denominator }: ValueCell) {
  if (bracket === null || value === null || !isPercent) return { numerator, denominator };
  return isBase(value, bracket, decimals)
    ? { numerator: null, denominator: bracket }
    : { numerator: bracket, denominator: null };
}

/** Whether the bracket can only be what the percentage is of. */
export function isBase(value: number, bracket: number, decimals: number): boolean {
  const scale = 10 ** decimals;
  const prints = (part: number, whole: number): boolean =>
    whole > 0 && part <= whole && Math.round((part * 100 * scale) / whole) === Math.round(value * scale);
  const asBase = prints(Math.round((value * bracket) / 100), bracket);
  const whole = value === 0 ? 0 : (bracket * 100) / value;
  const asPart = bracket === 0 || [Math.floor(whole), Math.ceil(whole)].some((base) => prints(bracket, base));
  return asBase && !asPart;
}

/**
 * The figures moved into a rolling window or year to date, each by the day its period ends; `null` when the year's own column
 * differs from the last period's, so that the name cannot be true of both.
 */
function inWindow(figures: readonly ImportedFigure[], window: WindowId): readonly ImportedFigure[] | null {
  if (window !== "year-to-date" && !window.startsWith("rolling")) return figures;
  const byEnd = new Map<string, ImportedFigure>();
  for (const figure of figures) {
    // A year's own figure is not the last three months'.
    const isYear = figure.period.window === "financial-year" && window === "rolling-3-months";
    const key = isYear ? figure.period.id : figure.period.end;
    const earlier = byEnd.get(key);
    if (earlier !== undefined && differs(earlier, figure)) return null;
    if (earlier === undefined || earlier.state !== "value")
      byEnd.set(key, isYear ? figure : { ...figure, period: periodContaining(window, figure.period.end) });
  }
  return [...byEnd.values()];
}

function differs(one: ImportedFigure, other: ImportedFigure): boolean {
  return one.value !== null && other.value !== null && Math.abs(one.value - other.value) >= 1;
}

function bandsOf(at: (role: ColumnRole) => string): WrittenBands | null {
  const cells = {
    "requires-improvement": at("requires-improvement"),
    good: at("good"),
    outstanding: at("outstanding"),
  };
  const filled = Object.entries(cells).filter(([, text]) => text !== "" && /\d/.test(text));
  return filled.length === 0 ? null : Object.fromEntries(filled);
}

function comparatorsOf(row: SettledRow, columns: readonly Column[]): readonly ImportedComparator[] {
  return columns.flatMap(({ index, role, heading, region }): ImportedComparator[] => {
    if (role !== "neighbours" && role !== "region" && role !== "england") return [];
    const written = row.cells[index] ?? "";
    const cell = readValueCell(written);
    if (written === "") return [];
    const none = cell?.state === "not-meaningful" || cell?.state === "no-cohort";
    return [
      {
        group: role,
        label: role === "region" ? (region ?? heading) : role === "england" ? "England" : "Statistical neighbours",
        written,
        state: cell === null ? "not-available" : none ? "no-comparator" : cell.state,
        value: cell?.value ?? null,
      },
    ];
  });
}

function linksOf(at: (role: ColumnRole) => string): ImportedIndicator["links"] {
  return Object.fromEntries(LINK_KINDS.map((kind) => [kind, at(kind)]).filter(([, text]) => text !== ""));
}

function furtherOf(row: SettledRow, columns: readonly Column[]): Readonly<Record<string, string>> {
  const entries = columns
    .filter(({ role, index }) => FURTHER.includes(role) && (row.cells[index] ?? "") !== "")
    .map(({ heading, index }) => [heading === "" ? `column ${index + 1}` : heading, row.cells[index] ?? ""]);
  return Object.fromEntries(entries);
}

/** Steps of an aim written under thresholds: one of them is the target, the others are kept in words. */
function stepsBeside(
  row: SettledRow,
  columns: readonly Column[],
  target: string | null,
): Readonly<Record<string, string>> {
  const entries = columns
    .filter(({ role }) => role === "requires-improvement" || role === "good" || role === "outstanding")
    .map(({ heading, index }) => [heading, row.cells[index] ?? ""] as const)
    .filter(([, text]) => text !== "" && text !== target);
  return Object.fromEntries(entries);
}

/** A baseline that slipped under the target's heading: the printed change counts from it. */
function slippedBaseline(change: string, target: string, figures: readonly ImportedFigure[]): number | null {
  const level = readValueCell(target)?.value ?? null;
  return isRelativeChange(change, level, figures) ? level : null;
}

/** Whether the printed change is a percentage of the baseline and not the difference. */
export function isRelativeChange(
  printed: string,
  baseline: number | null,
  figures: readonly Pick<ImportedFigure, "value">[],
): boolean {
  const change = readValueCell(printed)?.value ?? null;
  const latest = figures.findLast(({ value }) => value !== null)?.value ?? null;
  if (change === null || baseline === null || latest === null || baseline === 0) return false;
  const isDifference = Math.abs(latest - baseline - change) < 0.06;
  return !isDifference && Math.abs(((latest - baseline) * 100) / baseline - change) < 0.06;
}
