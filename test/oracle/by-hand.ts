/** Figures collected by hand: what was typed in for a period, added up or the last of it. A count is what is counted, whatever it is out of. */
import type { FigureStatus, Measure } from "../../src/domain/measure.ts";
import type { ReportingPeriod } from "../../src/domain/period.ts";
import { VALUE_STATES } from "../../src/domain/value-state.ts";
import { divided, type OracleFigure } from "./evaluate.ts";
import { type Row, textOf, type World } from "./world.ts";

type Numbers = Omit<OracleFigure, "group">;

const NOT_AVAILABLE: Numbers = { numerator: null, denominator: null, value: null, status: "not-available" };

/** An input for the very period stands; else those that lie within it are added up (flow) or the last of them taken (snapshot). */
export function typedFigure(measure: Measure, world: World, period: ReportingPeriod): Numbers {
  const inputs = world
    .rows("aggregate_input")
    .filter((row) => row.measure === measure.id && row.area === "authority")
    .filter((row) => startOf(row) >= period.start && endOf(row) <= period.end)
    .sort((a, b) => (endOf(a) + startOf(b) < endOf(b) + startOf(a) ? -1 : 1));
  const exact = inputs.find((row) => startOf(row) === period.start && endOf(row) === period.end);
  if (exact !== undefined) return numbersOf(exact, measure);
  const last = inputs.at(-1);
  if (last === undefined) return NOT_AVAILABLE;
  const isSnapshot = measure.shape.kind === "by-hand" && measure.shape.basis === "snapshot";
  return isSnapshot ? numbersOf(last, measure) : addedUp(inputs, measure);
}

function numbersOf(row: Row, { unit }: Measure): Numbers {
  const numerator = numberOf(row, "numerator");
  const denominator = numberOf(row, "denominator");
  if (unit !== "count" && numerator !== null && denominator !== null) return divided(numerator, denominator, unit);
  const value = numberOf(row, "value") ?? numerator;
  if (value !== null) return { numerator, denominator, value, status: "value" };
  return { ...NOT_AVAILABLE, status: textOf(row, "text") === null ? statusOf(row) : "value" };
}

/** The state typed in place of a value: its word with hyphens, where it is one of the states. */
function statusOf(row: Row | undefined): FigureStatus {
  const typed = (row === undefined ? null : textOf(row, "state"))?.replaceAll("_", "-") ?? "";
  if (typed === "not-applicable") return "not-meaningful";
  return VALUE_STATES.find((state) => state === typed && state !== "value") ?? "not-available";
}

/** Quotients are re-summed; a percentage typed without its numbers cannot be added up. */
function addedUp(inputs: readonly Row[], { unit }: Measure): Numbers {
  const known = inputs.filter((row) => numberOf(row, "numerator") !== null || numberOf(row, "value") !== null);
  if (known.length === 0) return { ...NOT_AVAILABLE, status: statusOf(inputs.at(-1)) };
  const unknown = inputs.filter((row) => !known.includes(row));
  if (unknown.some((row) => statusOf(row) === "suppressed")) return { ...NOT_AVAILABLE, status: "suppressed" };
  if (
    unit !== "count" &&
    known.every((row) => numberOf(row, "numerator") !== null && numberOf(row, "denominator") !== null)
  )
    return divided(sumOf(known, "numerator"), sumOf(known, "denominator"), unit);
  if (unit !== "count" && unit !== "sum") return NOT_AVAILABLE;
  const value = known.reduce((sum, row) => sum + (numberOf(row, "value") ?? numberOf(row, "numerator") ?? 0), 0);
  return { numerator: value, denominator: null, value, status: "value" };
}

function numberOf(row: Row, column: string): number | null {
  const value = row[column] ?? null;
  return value === null ? null : Number(value);
}

function sumOf(rows: readonly Row[], column: string): number {
  return rows.reduce((sum, row) => sum + (numberOf(row, column) ?? 0), 0);
}

function startOf(row: Row): string {
  return textOf(row, "period_start") ?? "";
}

function endOf(row: Row): string {
  return textOf(row, "period_end") ?? "";
}
