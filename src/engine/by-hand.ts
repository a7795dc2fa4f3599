/** Figures collected by hand: rows of aggregate_input added up, or the last taken, for each period asked for. */
import { type Figure, type FigureNumbers, quotient, SHORTHAND, shownFigure } from "../domain/figure.ts";
import type { Measure, Unit } from "../domain/measure.ts";
import type { ReportingPeriod } from "../domain/period.ts";
import type { ValueQuality } from "../domain/value-state.ts";
import type { Database } from "../warehouse/database.ts";
import { literal } from "./dialect.ts";
import { qualityTyped, stateTyped } from "./typed-state.ts";

export type TypedInput = {
  readonly authority: string;
  readonly measure: string;
  readonly start: string;
  readonly end: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly text: string | null;
  readonly state: string | null;
  readonly note: string | null;
};

/** Whole-authority inputs of some measures, oldest first. */
export async function readTypedInputs(
  database: Database,
  measures: readonly Measure[],
): Promise<readonly TypedInput[]> {
  if (measures.length === 0) return [];
  const ids = measures.map(({ id }) => literal(id)).join(", ");
  const rows = await database.rows(
    `select authority, measure, period_start as start, period_end as "end", numerator, denominator, value, text, state, note
     from aggregate_input
     where measure in (${ids}) and (lower(area) = 'authority' or lower(area) = lower(authority))
     order by authority, measure, period_end, period_start desc`,
  );
  return rows as unknown as readonly TypedInput[];
}

/** Figures of one measure collected by hand. */
export function typedFigures(
  measure: Measure,
  inputs: readonly TypedInput[],
  request: { readonly periods: readonly ReportingPeriod[]; readonly authorities: readonly string[] },
): readonly Figure[] {
  return request.authorities.flatMap((authority) => {
    const own = inputs.filter((input) => input.authority === authority && input.measure === measure.id);
    return request.periods.map((period): Figure => {
      const place = {
        authority,
        measure: measure.id,
        window: period.window,
        period: period.id,
        by: null,
        breakdown: null,
      };
      if (!measure.timeBasis.includes(period.window))
        return {
          ...place,
          numerator: null,
          denominator: null,
          value: null,
          shown: SHORTHAND["not-meaningful"],
          status: "not-meaningful",
        };
      const { text, ...numbers } = typedNumbers(measure, own, period);
      const note = own.findLast((input) => input.note !== null && input.end === period.end)?.note;
      const quality = numbers.status === "value" ? qualityWithin(measure, own, period) : null;
      return {
        ...place,
        ...numbers,
        shown: shownFigure(
          { ...numbers, ...(text === undefined ? {} : { text }) },
          measure,
          measure.unit !== "count" && numbers.denominator !== null,
        ),
        ...(quality === null ? {} : { qualities: [quality] }),
        ...(note == null ? {} : { note }),
      };
    });
  });
}

const NOTHING: FigureNumbers = { numerator: null, denominator: null, value: null, status: "not-available" };

/** What the inputs of one authority and measure say of a period. */
export function typedNumbers(
  { shape, unit }: Measure,
  inputs: readonly TypedInput[],
  period: ReportingPeriod,
): FigureNumbers {
  if (shape.kind !== "by-hand") throw new Error("Only measures collected by hand have typed inputs.");
  const exact = inputs.find((input) => input.start === period.start && input.end === period.end);
  if (exact !== undefined) return numbersOf(exact, unit);
  const within = inputs.filter((input) => input.start >= period.start && input.end <= period.end);
  const last = within.at(-1);
  if (last === undefined) return NOTHING;
  return shape.basis === "snapshot" ? numbersOf(last, unit) : summed(within, unit);
}

/** What was typed of the very period, or of the last one within it, is said of the figure too. */
function qualityWithin(
  { shape }: Measure,
  inputs: readonly TypedInput[],
  period: ReportingPeriod,
): ValueQuality | null {
  const exact = inputs.find((input) => input.start === period.start && input.end === period.end);
  if (exact !== undefined) return qualityTyped(exact.state);
  const within = inputs.filter((input) => input.start >= period.start && input.end <= period.end);
  if (shape.kind === "by-hand" && shape.basis === "snapshot") return qualityTyped(within.at(-1)?.state ?? null);
  return within.map(({ state }) => qualityTyped(state)).find((quality) => quality !== null) ?? null;
}

function numbersOf({ numerator, denominator, value, text, state }: TypedInput, unit: Unit): FigureNumbers {
  // A count is its numerator, also where someone typed what it is out of.
  if (unit !== "count" && numerator !== null && denominator !== null) return quotient(numerator, denominator, unit);
  const plain = value ?? numerator;
  if (plain !== null) return { numerator, denominator, value: plain, status: "value" };
  if (text === null || text === "") return { ...NOTHING, status: stateTyped(state) };
  return { numerator: null, denominator: null, value: null, status: "value", text };
}

/**
 * Adds inputs up. Quotients are re-summed; a percentage given without its numbers cannot be added and is not available.
 * A sum with a suppressed part would be too small, so it is suppressed too.
 */
function summed(inputs: readonly TypedInput[], unit: Unit): FigureNumbers {
  const known = inputs.filter((input) => input.numerator !== null || input.value !== null);
  if (known.length === 0) return { ...NOTHING, status: stateTyped(inputs.at(-1)?.state ?? null) };
  if (inputs.some((input) => !known.includes(input) && stateTyped(input.state) === "suppressed"))
    return { ...NOTHING, status: "suppressed" };
  if (unit !== "count" && known.every((input) => input.numerator !== null && input.denominator !== null))
    return quotient(total(known, "numerator"), total(known, "denominator"), unit);
  if (unit !== "count" && unit !== "sum") return NOTHING;
  const value = known.reduce((sum, input) => sum + (input.value ?? input.numerator ?? 0), 0);
  return { numerator: value, denominator: null, value, status: "value" };
}

function total(inputs: readonly TypedInput[], column: "numerator" | "denominator"): number {
  return inputs.reduce((sum, input) => sum + (input[column] ?? 0), 0);
}
