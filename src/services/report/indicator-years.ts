/** An indicator's figures year by year: from the card, then from editions of earlier years, and for internal reports counted anew; beside each what others published. */
import type { ComparatorGroup, ComparatorValue } from "../../domain/comparator.ts";
import { isoDate } from "../../domain/dates.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Measure } from "../../domain/measure.ts";
import { financialYearOf, type ReportingPeriod, type WindowId, yearPair } from "../../domain/period.ts";
import { indicatorsOf, type ScoredCard } from "../../domain/scored-card.ts";
import type { ScoredIndicator } from "../../domain/scored-indicator.ts";
import { listEditions } from "../../store/edition.ts";
import { readComparators } from "../comparators.ts";
import { readFrozenEdition } from "../edition-workspace.ts";
import { scoreFigures } from "../score-figures.ts";
import { columnsEnding } from "../scorecard-figures.ts";
import { publishedBy } from "./beside-others.ts";
import type { Making } from "./making.ts";
import type { ShownValue } from "./shown-cells.ts";

export type Year = { readonly name: string; readonly end: string };

/** A value of one year; `null` where we have published none. */
export type YearValue = {
  readonly year: Year;
  readonly period: ReportingPeriod;
  readonly own: ShownValue | null;
  readonly others: readonly ComparatorValue[];
};

export type IndicatorYears = {
  readonly scored: ScoredIndicator;
  readonly window: WindowId;
  readonly values: readonly YearValue[];
};

/** Financial years, oldest first; the last ends where the card's period ends. */
export function yearsOf({ period }: Pick<ScoredCard, "period">, count: number): readonly Year[] {
  const last = financialYearOf(period.end);
  return Array.from({ length: count }, (_, index) => {
    const year = last - count + 1 + index;
    return { name: yearPair(year), end: year === last ? period.end : isoDate(year + 1, 3, 31) };
  });
}

type Asked = Pick<Making, "context" | "inputs" | "definitions" | "edition" | "audience">;

/** Every indicator of the card, over the years. */
export async function readYears(
  asked: Asked,
  card: ScoredCard,
  years: readonly Year[],
): Promise<readonly IndicatorYears[]> {
  const placed = indicatorsOf(card).map((scored): Placed => {
    const window = windowOf(scored, asked, card);
    return { scored, window, periods: years.map(({ end }) => lastIn(window, end)) };
  });
  const [others, earlier, counted] = await Promise.all([
    othersByYear(asked, card),
    earlierCards(asked, card, placed),
    countedAnew(asked, card, placed),
  ]);
  return placed.map(({ scored, window, periods }) => ({
    scored,
    window,
    values: years.map((year, index): YearValue => {
      const period = periods[index] ?? lastIn(window, year.end);
      const figure = onCards(scored, period, [card, ...earlier]) ?? counted.get(placeOf(scored.measure.id, period));
      return { year, period, own: figure === undefined ? null : shownOf(figure), others: others(scored, window, year) };
    }),
  }));
}

/** An indicator with the window its years are told in, and the period of each year. */
type Placed = {
  readonly scored: ScoredIndicator;
  readonly window: WindowId;
  readonly periods: readonly ReportingPeriod[];
};

const placeOf = (measure: string, { window, id }: Pick<ReportingPeriod, "window" | "id">): string =>
  `${measure} ${window} ${id}`;

/** Whether the card itself lacks the figure of a year. */
function lacksSome({ scored, periods }: Placed, card: ScoredCard): boolean {
  return periods.some((period) => onCards(scored, period, [card]) === undefined);
}

const SHORT: readonly WindowId[] = ["in-month", "quarter", "rolling-3-months", "fortnight", "term"];

/** A whole year's figure says more of a year than its last quarter's; the public sees only what a card shows. */
function windowOf({ indicator, measure }: ScoredIndicator, asked: Asked, { period }: ScoredCard): WindowId {
  const { window } = indicator;
  const hasYear = asked.definitions.measures.get(measure.id)?.timeBasis.includes("financial-year") === true;
  return mayCount(asked) && hasYear && SHORT.includes(window) && period.end.slice(5) === "03-31"
    ? "financial-year"
    : window;
}

/** Live internal reports only: a frozen card stays as it was, and true counts are not for the public. */
function mayCount({ audience, edition }: Pick<Asked, "audience" | "edition">): boolean {
  return audience === "internal" && edition === null;
}

function lastIn(window: WindowId, end: string): ReportingPeriod {
  const [period] = columnsEnding(window, end.slice(0, 7), 1);
  if (period === undefined) throw new RangeError(`No ${window} ends by ${end}.`);
  return period;
}

/** Figures the card lacks, one counting for each window. */
async function countedAnew(
  asked: Asked,
  card: ScoredCard,
  placed: readonly Placed[],
): Promise<ReadonlyMap<string, Figure>> {
  const wanted = mayCount(asked) ? placed.filter((one) => lacksSome(one, card)) : [];
  const found = new Map<string, Figure>();
  for (const [window, same] of Map.groupBy(wanted, (one) => one.window)) {
    const [first] = same;
    const [from, to] = [first?.periods[0]?.id ?? "", first?.periods.at(-1)?.id ?? ""];
    const measures = [...new Set(same.map(({ scored }) => scored.measure.id))];
    const question = { measures, window, from, to, authority: card.authority };
    for (const figure of await scoreFigures(asked.context.workspace, question))
      found.set(placeOf(figure.measure, { window, id: figure.period }), figure);
  }
  return found;
}

/** On the first of the cards that shows it; the same indicator is told by its reference and measure. */
function onCards(
  { reference, measure }: ScoredIndicator,
  { id, window }: ReportingPeriod,
  cards: readonly ScoredCard[],
): Figure | undefined {
  for (const card of cards) {
    const same = indicatorsOf(card).find((one) => one.reference === reference && one.measure.id === measure.id);
    const figure = same?.history.find((one) => one.period === id && one.window === window);
    if (figure !== undefined) return figure;
  }
  return undefined;
}

/** The newest edition of each year that some figure of the card does not reach back to. */
async function earlierCards(
  { context: { store }, audience }: Asked,
  card: ScoredCard,
  placed: readonly Placed[],
): Promise<readonly ScoredCard[]> {
  const lacking = placed.filter((one) => lacksSome(one, card));
  const wanted = new Set(
    lacking.flatMap(({ periods }) => periods.map(({ end }) => lastIn(card.period.window, end).id)),
  );
  wanted.delete(card.period.id);
  if (wanted.size === 0) return [];
  const editions = (await listEditions(store, { scorecard: card.scorecard })).filter(({ period }) =>
    wanted.has(period),
  );
  const newest = [...Map.groupBy(editions, ({ period }) => period).values()].map((same) =>
    same.reduce((last, one) => (one.number > last.number ? one : last)),
  );
  const frozen = await Promise.all(newest.map(({ id }) => readFrozenEdition(store, id)));
  return frozen.map(({ document, internal }) => (audience === "published" ? document.card : internal));
}

function shownOf({ value, shown, status, qualities = [] }: Figure): ShownValue {
  return { value, shown, state: status, qualities };
}

type OthersOf = (scored: ScoredIndicator, window: WindowId, year: Year) => readonly ComparatorValue[];

async function othersByYear(asked: Asked, card: ScoredCard): Promise<OthersOf> {
  const { context, definitions, inputs } = asked;
  const { laCode, neighbourMethod: method, neighbourEdition } = inputs.settings;
  const measures = indicatorsOf(card)
    .map(({ measure }) => definitions.measures.get(measure.id))
    .filter((measure): measure is Measure => measure !== undefined);
  const beside = await readComparators({ ...context.workspace, catalogue: definitions }, measures, card.authority, {
    ...{ laCode, method, neighbourEdition },
    ...publishedBy(asked),
  });
  return ({ measure: { id }, indicator }, window, year) => {
    const measure = definitions.measures.get(id);
    if (measure === undefined) return [];
    const wanted = (group: ComparatorGroup): boolean => indicator.comparators?.includes(group) ?? true;
    const before = isoDate(Number(year.name.slice(0, 4)), 3, 31);
    const then = beside(measure, { window, end: before });
    return beside(measure, { window, end: year.end })
      .filter(({ group }) => wanted(group))
      .map((one) => (isOfYearBefore(one, then) ? notReleased(one) : one));
  };
}

/** The last published is still that of the year before: this year's is not out yet. */
function isOfYearBefore({ group, state, period }: ComparatorValue, then: readonly ComparatorValue[]): boolean {
  return state === "value" && then.some((one) => one.group === group && one.period === period);
}

function notReleased(one: ComparatorValue): ComparatorValue {
  return { ...one, value: null, state: "not-released", shown: "[x]" };
}
