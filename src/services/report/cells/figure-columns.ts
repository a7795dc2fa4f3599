/** Columns of the authority's own figures: this period, those before, whole years, and the counts behind. */
import { changeWords } from "../../../domain/judgement/change-words.ts";
import { parsePeriod, periodContaining, type ReportingPeriod } from "../../../domain/period.ts";
import type { ReportCell } from "../../../domain/report/document.ts";
import type { ScoredIndicator } from "../../../domain/scored-indicator.ts";
import { countCell, DASH, stateCell } from "../shown-cells.ts";
import type { CardFacts, ColumnMaker, ColumnSpec } from "./column-spec.ts";
import { periodInFull, shortPeriod, yearSoFar } from "./period-names.ts";
import { figureCell, stateHere, wordsCell } from "./plain-cells.ts";
import { lastYearEnd } from "./year-figures.ts";

/** The periods "history" shows: up to as many as the layout asks for, none before the first anybody has a figure for. */
export function periodsShown({ card, layout }: Pick<CardFacts, "card" | "layout">): readonly ReportingPeriod[] {
  const asked = card.columns.slice(-layout.periods);
  const first = asked.findIndex(
    ({ id }, index) =>
      id === card.period.id ||
      card.sections.some(({ indicators }) =>
        indicators.some((scored) => {
          const figure = figureEnding(scored, asked[index]?.end ?? "");
          return figure !== undefined && (figure.status === "value" || figure.status === "suppressed");
        }),
      ),
  );
  return asked.slice(Math.max(0, first));
}

export const valueColumn: ColumnMaker = ({ card: { period } }) => [
  {
    ...ofPeriod("value", period),
    cell: ({ value, shown, state, qualities }) => figureCell({ value, shown, status: state, qualities }),
  },
];

export const previousColumn: ColumnMaker = ({ card: { columns } }) => {
  const period = columns.at(-2);
  return period === undefined ? [] : [{ ...ofPeriod("previous", period), cell: cellEnding(period.end) }];
};

export const historyColumns: ColumnMaker = ({ periods }) =>
  periods.map((period) => ({
    ...ofPeriod(`history-${period.id}`, period),
    cell: cellEnding(period.end),
  }));

export const yearToDateColumn: ColumnMaker = ({ card: { period }, years }) => [
  yearColumn("year-to-date", period.end, years),
];

export const lastYearColumn: ColumnMaker = ({ card: { period }, years }) => [
  yearColumn("last-year", lastYearEnd(period.end), years),
];

export const baselineColumn: ColumnMaker = () => [
  {
    id: "baseline",
    header: "Baseline",
    words: "The figure progress is counted from.",
    weight: 1.5,
    align: "end",
    cell: ({ indicator: { baseline }, measure: { unit } }) => {
      if (baseline === undefined) return DASH;
      const shown = `${baseline}${unit === "percentage" ? "%" : ""}`;
      return figureCell({ value: baseline, shown, status: "value" });
    },
  },
];

export const changeColumn: ColumnMaker = () => [
  {
    id: "change",
    header: "Change",
    words:
      "How far the figure has moved since the one it is compared with: the baseline, or an earlier period. " +
      "Percentages move by percentage points.",
    weight: 2.2,
    align: "start",
    cell: (scored) => wordsCell(capital(changeOf(scored))),
  },
];

export const numeratorColumn: ColumnMaker = () => [
  {
    id: "numerator",
    header: "Counted",
    words: "How many were counted in this period, where the figure is a share of others.",
    weight: 1.3,
    align: "end",
    cell: (scored) => partCell(scored, "numerator"),
  },
];

export const denominatorColumn: ColumnMaker = () => [
  {
    id: "denominator",
    header: "Out of",
    words: "How many they were counted among.",
    weight: 1.3,
    align: "end",
    cell: (scored) => partCell(scored, "denominator"),
  },
];

function ofPeriod(id: string, period: ReportingPeriod): Omit<ColumnSpec, "cell"> {
  return {
    id,
    header: shortPeriod(period),
    words:
      `The figure for ${periodInFull(period)}. A measure of a longer stretch, such as the last 12 months, ` +
      "stands here by the day it ends.",
    weight: 1.4,
    align: "end",
    periodWords: shortPeriod(period),
  };
}

function yearColumn(id: "year-to-date" | "last-year", end: string, years: CardFacts["years"]): ColumnSpec {
  const isWhole = periodContaining("financial-year", end).end === end;
  return {
    id,
    header: `${isWhole ? "Year " : ""}${yearSoFar(end)}`,
    words: `The figure for ${isWhole ? "the financial year" : "the year so far,"} ${yearSoFar(end)}.`,
    weight: 1.4,
    align: "end",
    periodWords: yearSoFar(end),
    cell: (scored) => {
      const told = years(scored, end);
      return typeof told === "string" ? stateHere("not-available", told) : figureCell(told);
    },
  };
}

function cellEnding(end: string): (scored: ScoredIndicator) => ReportCell {
  return (scored) => {
    const figure = figureEnding(scored, end);
    return figure === undefined
      ? stateHere("not-meaningful", "The measure has no figure for this period.")
      : figureCell(figure);
  };
}

/** The figure of the indicator's own window that ends on a day. */
function figureEnding({ history }: ScoredIndicator, end: string): ScoredIndicator["history"][number] | undefined {
  return history.find(({ period, window }) => parsePeriod(period, window).end === end);
}

function partCell(scored: ScoredIndicator, part: "numerator" | "denominator"): ReportCell {
  const figure = scored.history.find(({ period }) => period === scored.period);
  if (figure === undefined) return stateCell("not-meaningful");
  if (figure.status === "suppressed") return stateCell("suppressed");
  const count = figure[part];
  return count === null ? DASH : countCell(count);
}

/** "up 25 percentage points"; empty where nothing can be compared. */
function changeOf({ indicator, measure, direction, history, value }: ScoredIndicator): string {
  if (value === null || direction.comparedWith === null) return "";
  const earlier =
    direction.comparedWith === "baseline"
      ? indicator.baseline
      : history.find(({ period }) => period === direction.comparedWith)?.value;
  return earlier === undefined || earlier === null ? "" : changeWords(earlier, value, measure);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
