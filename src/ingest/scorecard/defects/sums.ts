/** Figures that hang together: parts and totals, percentages of two counts. Rules are found in the figures themselves: what holds in most periods and nearly in the rest. */
import { roundedDecimal } from "../../../domain/rounding.ts";
import type { ImportFinding } from "../finding.ts";
import type { ImportedFigure, ImportedIndicator } from "../imported.ts";
import { type CardRead, onIndicator } from "./card.ts";

/** One period with the figures of several rows. */
export type SharedPeriod = { readonly label: string; readonly values: readonly number[]; readonly column: string };

/** Looks through the rows of each section. */
export function sumDefects({ sections }: CardRead): readonly ImportFinding[] {
  return sections.flatMap(({ indicators }) => {
    const counts = indicators.filter(({ unit }) => unit === "count");
    const percentages = indicators.filter(({ unit }) => unit === "percentage");
    return [
      ...counts.flatMap((total) => partsOf(total, counts)),
      ...percentages.flatMap((percentage) => sharesOf(percentage, counts)),
    ];
  });
}

/** Periods in which every row has a value. */
export function sharedPeriods(rows: readonly ImportedIndicator[]): readonly SharedPeriod[] {
  const [first, ...others] = rows;
  return (first?.figures ?? []).flatMap((figure): SharedPeriod[] => {
    const same = others.map(
      (other) => other.figures.find(({ period }) => isSame(period, figure.period))?.value ?? null,
    );
    const values = [figure.value, ...same];
    return values.every((value) => value !== null)
      ? [{ label: figure.period.label, column: figure.column, values }]
      : [];
  });
}

function isSame(one: ImportedFigure["period"], other: ImportedFigure["period"]): boolean {
  return one.start === other.start && one.end === other.end;
}

/** Pairs that add up to the total at least twice, and never miss it by more than 4 in 100. */
function partsOf(total: ImportedIndicator, counts: readonly ImportedIndicator[]): readonly ImportFinding[] {
  const others = counts.filter((one) => one !== total);
  for (const [place, first] of others.entries())
    for (const second of others.slice(place + 1)) {
      const periods = sharedPeriods([first, second, total]);
      const missed = periods.filter(({ values: [one = 0, two = 0, sum = 0] }) => one + two !== sum);
      const isClose = missed.every(
        ({ values: [one = 0, two = 0, sum = 0] }) => Math.abs(one + two - sum) <= sum * 0.04,
      );
      const isReal = periods.filter(({ values: [one = 0, two = 0] }) => one > 0 && two > 0).length * 2 > periods.length;
      if (missed.length === 0 || periods.length - missed.length < 2 || !isClose || !isReal) continue;
      return missed.map(({ values: [one = 0, two = 0, sum = 0], label, column }) =>
        onIndicator(total, "PARTS_DO_NOT_ADD", {
          column,
          quote: `${one} + ${two}, ${sum}`,
          message: `${first.reference} + ${second.reference} = ${total.reference} fails in ${label}: ${one} + ${two} is ${one + two}, not ${sum}.`,
          remedy: "Find which of the three is wrong; a reconciliation rule watches it from now on if you add one.",
        }),
      );
    }
  return [];
}

/** Counts whose quotient, of one another or of their sum, is the percentage as printed in nearly every period. */
function sharesOf(percentage: ImportedIndicator, counts: readonly ImportedIndicator[]): readonly ImportFinding[] {
  for (const part of counts)
    for (const other of counts) {
      if (part === other) continue;
      for (const isOfSum of [true, false]) {
        const periods = sharedPeriods([part, other, percentage]).map((shared) => shareIn(shared, percentage, isOfSum));
        const wrong = periods.filter(({ isRight }) => !isRight);
        const enough = periods.length >= 5 && wrong.length * 4 <= periods.length;
        if (!enough || wrong.length === 0 || wrong.some(({ miss }) => miss > 5)) continue;
        const base = isOfSum ? `(${part.reference} + ${other.reference})` : other.reference;
        return wrong.map(({ label, column, share, printed }) =>
          onIndicator(percentage, "PERCENTAGE_WRONG", {
            column,
            quote: printed,
            message: `${percentage.reference} = ${part.reference} ÷ ${base} fails in ${label}: it works out at ${share}%, not ${printed}.`,
            remedy: "Enter numerator and denominator, and the percentage follows from them.",
          }),
        );
      }
    }
  return [];
}

function shareIn({ label, column, values }: SharedPeriod, percentage: ImportedIndicator, isOfSum: boolean) {
  const [part = 0, other = 0, value = 0] = values;
  const base = isOfSum ? part + other : other;
  const share = base === 0 ? Number.NaN : (part * 100) / base;
  const figure = percentage.figures.find((one) => one.column === column);
  const decimals = figure?.decimals ?? 0;
  const isRight = !Number.isNaN(share) && Number(roundedDecimal(share, decimals)) === value;
  const shown = Number.isNaN(share) ? "nothing" : roundedDecimal(share, Math.max(1, decimals));
  return { label, column, isRight, miss: Math.abs(share - value), share: shown, printed: figure?.written ?? "" };
}
