/** What a measure's page prints: the latest figure, its series as chart and table, teams, definition and the state of its data. */
import { barChart } from "../../../charts/bar-chart.ts";
import type { Unit } from "../../../domain/measure.ts";
import { monthLabel } from "../../../domain/period.ts";
import { withThousands } from "../../../domain/rounding.ts";
import type { SelectOption } from "../../components/select/select.tsx";
import type { WindowLink } from "../../components/window-links/window-links.tsx";
import { type FigureCell, figureCell, inColumns, type Shorthand, seriesOf, shorthandsIn } from "../../figure-cell.ts";
import type { FigureRow, IssueCount, MeasureFigures } from "../../services.ts";
import { POLARITY_WORDS, WINDOW_WORDS } from "../../words.ts";
import { worstFirst } from "../loads/present.ts";
import { type CourseView, presentCourse } from "./course.ts";
import { type Fact, presentFacts } from "./facts.ts";

/** A chart drawn for wide screens and for narrow. */
export type ChartView = { readonly wide: string; readonly narrow: string };

export type FigureLine = {
  readonly name: string;
  readonly shown: string;
  readonly numerator: string;
  readonly denominator: string;
};

/** Figures as a table; a count has no denominator, so its column is left out. */
export type FigureTable = {
  readonly lines: readonly FigureLine[];
  readonly hasNumerator: boolean;
  readonly hasDenominator: boolean;
};

export type MeasureView = {
  readonly id: string;
  readonly title: string;
  readonly shows: string;
  readonly good: string;
  readonly latest: { readonly shown: string; readonly period: string; readonly made: string | null };
  readonly windows: readonly WindowLink[];
  readonly window: string;
  readonly windowId: string;
  readonly lastMonths: readonly SelectOption[];
  readonly course: CourseView;
  /** Newest first: the figure looked for is most often the last. */
  readonly series: FigureTable;
  readonly teams: { readonly period: string; readonly chart: ChartView; readonly table: FigureTable } | null;
  readonly shorthands: readonly Shorthand[];
  readonly facts: readonly Fact[];
  readonly examples: MeasureFigures["examples"];
  readonly sql: string;
  readonly versions: MeasureFigures["versions"];
  readonly issues: readonly IssueCount[];
  readonly scorecards: readonly { readonly href: string; readonly text: string }[];
};

/**
 * A measure as its page prints it.
 *
 * @param lastMonth the month asked for, kept from window to window though a quarter or year may end before it; the newest when none was
 */
export function presentMeasure(figures: MeasureFigures, lastMonth = figures.lastMonths[0]): MeasureView {
  const { columns, title, window } = figures;
  const rows = inColumns(figures.figures, columns);
  const cells = rows.map(figureCell);
  const teamCells = figures.byTeam.map(figureCell);
  const series = seriesOf(cells, columns);
  return {
    id: figures.id,
    title,
    shows: figures.shows,
    good: POLARITY_WORDS[figures.polarity],
    latest: latestOf(figures, rows.at(-1), cells.at(-1)),
    windows: figures.windows.map((id) => ({
      text: WINDOW_WORDS[id],
      href: `/measures/${figures.id}?window=${id}${lastMonth === undefined ? "" : `&lastMonth=${lastMonth}`}`,
      current: id === window,
    })),
    window: WINDOW_WORDS[window],
    windowId: window,
    lastMonths: figures.lastMonths.map((month) => ({
      value: month,
      text: monthLabel(month),
      selected: month === lastMonth,
    })),
    course: presentCourse(figures, series),
    series: tableOf(rows, { cells, names: columns.map(({ label }) => label), newestFirst: true }),
    teams: figures.byTeam.length === 0 ? null : presentTeams(figures, teamCells),
    shorthands: shorthandsIn([...cells, ...teamCells]),
    facts: presentFacts(figures),
    examples: figures.examples,
    sql: figures.sql,
    versions: figures.versions,
    issues: worstFirst(figures.issues),
    scorecards: figures.scorecards.map(({ id, title: name, reference }) => ({
      href: `/scorecards/${id}`,
      text: `${name}, ${reference}`,
    })),
  };
}

function latestOf(figures: MeasureFigures, row: FigureRow | undefined, cell: FigureCell | undefined) {
  const period = figures.columns.at(-1)?.label ?? "No period";
  return { shown: cell?.shown ?? "[x]", period, made: row?.status === "value" ? madeOf(row, figures.unit) : null };
}

/** "23 of 40" for a percentage; other figures do not read as parts of a whole. */
function madeOf({ numerator, denominator }: FigureRow, unit: Unit): string | null {
  if (unit !== "percentage" || numerator === null || denominator === null) return null;
  return `${number(numerator)} of ${number(denominator)}`;
}

function presentTeams(figures: MeasureFigures, cells: readonly FigureCell[]): NonNullable<MeasureView["teams"]> {
  const names = figures.byTeam.map(({ group }) => group ?? "No team recorded");
  const bars = cells.map(({ value, shown }, index) => ({ label: names[index] ?? "", value, shown }));
  const period = figures.columns.at(-1)?.label ?? "";
  const title = `${figures.title} by team, ${period}`;
  return {
    period,
    chart: {
      wide: barChart(bars, { id: "teams", title, width: 960 }),
      narrow: barChart(bars, { id: "teams-narrow", title, width: 320 }),
    },
    table: tableOf(figures.byTeam, { cells, names, newestFirst: false }),
  };
}

function tableOf(
  rows: readonly (FigureRow | undefined)[],
  { cells, names, newestFirst }: { cells: readonly FigureCell[]; names: readonly string[]; newestFirst: boolean },
): FigureTable {
  const lines = rows.map((row, index) => {
    const { shown = "[x]", shorthand = "x" } = cells[index] ?? {};
    // Where there is no figure its parts have none either, unless the denominator is the very reason: nought.
    const part = (count: number | null | undefined) => (count == null ? `[${shorthand ?? "z"}]` : number(count));
    return { name: names[index] ?? "", shown, numerator: part(row?.numerator), denominator: part(row?.denominator) };
  });
  return {
    lines: newestFirst ? lines.toReversed() : lines,
    hasNumerator: rows.some((row) => row?.numerator != null && row.denominator != null),
    hasDenominator: rows.some((row) => row?.denominator != null),
  };
}

function number(count: number): string {
  return withThousands(String(count));
}
