/** Rates against their counts, and stocks against what came and went, where the population is told by the map or a comment. */
import { roundedDecimal } from "../../../domain/rounding.ts";
import type { ImportFinding } from "../finding.ts";
import type { ImportOptions } from "../import-options.ts";
import type { ImportedIndicator } from "../imported.ts";
import { type CardRead, onIndicator } from "./card.ts";
import { sharedPeriods } from "./sums.ts";

/** Checks what a population allows to be checked. */
export function populationDefects(
  { indicators, lastPeriod, footnotes }: CardRead,
  options: ImportOptions,
): readonly ImportFinding[] {
  const population =
    options.population ?? populationInText([...indicators.map(({ comment }) => comment ?? ""), ...footnotes]);
  if (population === null) return [];
  const year = lastPeriod?.end ?? "";
  return [
    ...indicators.flatMap((rate, place) => rateDefects(rate, indicators[place - 1], { population, year })),
    ...stockDefects(indicators, population),
  ];
}

/** "using the population figure of 75,100", "mid-year population estimate 0-17 of 81,634" */
function populationInText(texts: readonly string[]): number | null {
  for (const text of texts) {
    const told = /population (?:figure |estimate )?(?:(?:aged )?0-17 )?of (\d{1,3}(?:,\d{3})+|\d{4,})/i.exec(text)?.[1];
    if (told !== undefined) return Number(told.replace(/,/g, ""));
  }
  return null;
}

/** A rate that stands under its own count; only periods of the last year, which the population is of. */
function rateDefects(
  rate: ImportedIndicator,
  count: ImportedIndicator | undefined,
  { population, year }: { readonly population: number; readonly year: string },
): readonly ImportFinding[] {
  if (rate.unit !== "rate-per-10000" || count?.unit !== "count") return [];
  const earliest = `${Number(year.slice(0, 4)) - 1}${year.slice(4)}`;
  return sharedPeriods([count, rate]).flatMap(({ values: [number = 0, printed = 0], label, column }) => {
    const figure = rate.figures.find((one) => one.column === column);
    if (figure === undefined || figure.period.end <= earliest) return [];
    const exact = (number * 10_000) / population;
    const worked = roundedDecimal(exact, figure.decimals);
    // A count and a rate of different things are far apart; only a near miss is a defect.
    if (Number(worked) === printed || Math.abs(exact - printed) > printed * 0.02) return [];
    return [
      onIndicator(rate, "RATE_DISAGREES", {
        column,
        quote: figure.written,
        message: `${number} of ${population.toLocaleString("en-GB")} is ${worked} per 10,000 in ${label}, not ${figure.written}.`,
        remedy: "Say how rates are rounded (half up, from exact counts), or correct count or population.",
      }),
    ];
  });
}

const STOCK = /rate of (cared for|looked after|children (looked after|in care))/i;
const IN = /admissions? to care|start(s|ing|ed) to be looked after/i;
const OUT = /discharges? from care|ceas(ing|ed) to be looked after/i;

function stockDefects(indicators: readonly ImportedIndicator[], population: number): readonly ImportFinding[] {
  const stock = indicators.find(({ title, unit }) => STOCK.test(title) && unit === "rate-per-10000");
  const coming = indicators.find(({ title, unit }) => IN.test(title) && unit === "count");
  const going = indicators.find(({ title, unit }) => OUT.test(title) && unit === "count");
  if (stock === undefined || coming === undefined || going === undefined) return [];
  const periods = sharedPeriods([stock, coming, going]);
  // Two printed rates may each be half a printed unit off.
  const rounding = population / 10_000 / 10 ** stock.decimals;
  return periods.slice(1).flatMap(({ values: [rate = 0, came = 0, went = 0], label, column }, place) => {
    const before = periods[place]?.values[0] ?? rate;
    const implied = ((rate - before) * population) / 10_000;
    const moved = came - went;
    if (Math.abs(implied - moved) <= rounding + 0.5) return [];
    return [
      onIndicator(stock, "STOCK_DISAGREES_WITH_FLOW", {
        column,
        quote: `${before} to ${rate}`,
        message: `${stock.reference} moves by ${signed(Math.round(implied))} children in ${label}, while ${coming.reference} less ${going.reference} is ${signed(moved)}.`,
        remedy: "Check admissions and discharges for the month: one recorded late shows here.",
      }),
    ];
  });
}

function signed(number: number): string {
  return number > 0 ? `+${number}` : String(number);
}
