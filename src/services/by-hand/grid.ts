/** The grid of one month: every measure whose period ends in it, with what is known, and what a sent grid would save. */
import {
  ENTRY_FIELDS,
  type EnteredValues,
  type EntryFault,
  entryOf,
  readEntry,
  type TypedEntry,
} from "../../domain/entered-figure.ts";
import type { ReportingPeriod } from "../../domain/period.ts";
import { qualityTyped, stateTyped } from "../../engine/typed-state.ts";
import type { FigureToSave } from "../../store/entered-figure.ts";
import type { FiguresKnown, LoadedFigure } from "./figures-known.ts";
import { type HandMeasure, periodEndingIn } from "./hand-measures.ts";

export type GridRow = {
  readonly measure: HandMeasure;
  readonly period: ReportingPeriod;
  /** What stands in the cells. */
  readonly typed: TypedEntry;
  readonly version: number;
  /** Who entered it and when; `null` where it came from a file or is not there. */
  readonly entered: { readonly by: string; readonly at: string } | null;
  readonly isLoaded: boolean;
};

const EMPTY: TypedEntry = { numerator: "", denominator: "", value: "", state: "", note: "" };

/** Rows of the measures given, in their order. */
export function gridOf(measures: readonly HandMeasure[], known: FiguresKnown, month: string): readonly GridRow[] {
  return measures.flatMap((measure) => {
    const period = periodEndingIn(measure, month);
    return period === null ? [] : [rowOf(measure, period, known)];
  });
}

function rowOf(measure: HandMeasure, period: ReportingPeriod, known: FiguresKnown): GridRow {
  const entered = known.entered(measure.id, period.id);
  if (entered?.values != null)
    return {
      measure,
      period,
      typed: entryOf(entered.values),
      version: entered.version,
      entered: { by: entered.author, at: entered.at },
      isLoaded: false,
    };
  // A cleared entry lets a file speak again.
  const loaded = known.loaded(measure.id, period);
  return {
    measure,
    period,
    typed: loaded === null ? EMPTY : entryOf(valuesOf(loaded)),
    version: entered?.version ?? 0,
    entered: null,
    isLoaded: loaded !== null,
  };
}

/** What a file said, as it would have been entered. */
function valuesOf({ numerator, denominator, value, text, state, note }: LoadedFigure): EnteredValues {
  const hasFigure = numerator !== null || value !== null || (text ?? "") !== "";
  const said = hasFigure ? qualityTyped(state) : stateTyped(state);
  const isEnterable = said !== null && said !== "new" && said !== "not-released" && said !== "no-comparator";
  return { numerator, denominator, value, text: text === "" ? null : text, state: isEnterable ? said : null, note };
}

/** A row as it was sent: the version it was opened at, and its cells. */
export type SentRow = { readonly measure: string; readonly openedAt: number; readonly typed: TypedEntry };

export type GridChecked = {
  readonly toSave: readonly FigureToSave[];
  /** Faults by measure. */
  readonly faults: ReadonlyMap<string, readonly EntryFault[]>;
  /** Measures somebody else has entered since the grid was opened, and otherwise than it was sent. */
  readonly conflicts: ReadonlySet<string>;
};

/** Compares what was sent with what stands; rows nobody touched are passed over. */
export function checkGrid(rows: readonly GridRow[], sent: readonly SentRow[]): GridChecked {
  const byMeasure = new Map(sent.map((row) => [row.measure, row]));
  const toSave: FigureToSave[] = [];
  const faults = new Map<string, readonly EntryFault[]>();
  const conflicts = new Set<string>();
  for (const { measure, period, typed, version } of rows) {
    const row = byMeasure.get(measure.id);
    if (row === undefined || isSame(row.typed, typed)) continue;
    if (row.openedAt !== version) conflicts.add(measure.id);
    const read = readEntry(row.typed, measure.unit);
    if ("faults" in read) faults.set(measure.id, read.faults);
    else
      toSave.push({
        measure: measure.id,
        period: period.id,
        start: period.start,
        end: period.end,
        values: read.values,
        openedAt: row.openedAt,
      });
  }
  return { toSave, faults, conflicts };
}

function isSame(a: TypedEntry, b: TypedEntry): boolean {
  return ENTRY_FIELDS.every((field) => a[field].trim() === b[field].trim());
}
