/** What a scorecard page prints: every figure as a cell, every row's shape as a sparkline, and the choices of its form. */
import { describeSeries, drawnPoints } from "../../../charts/series.ts";
import { sparkline } from "../../../charts/sparkline.ts";
import { DIRECTION_MEANINGS } from "../../../domain/judgement/direction.ts";
import { RATING_FACTS, RATING_WORDS } from "../../../domain/judgement/rating.ts";
import { monthLabel, type ReportingPeriod } from "../../../domain/period.ts";
import { MEANING_WORDS } from "../../components/direction/direction.tsx";
import type { SelectOption } from "../../components/select/select.tsx";
import { type FigureCell, figureCell, inColumns, type Shorthand, seriesOf, shorthandsIn } from "../../figure-cell.ts";
import type { IndicatorFigures, Judged, ScorecardFigures, SectionFigures } from "../../services.ts";
import { shortMonth, WINDOW_WORDS } from "../../words.ts";

export type IndicatorView = {
  readonly reference: string;
  readonly title: string;
  readonly href: string;
  /** The window in words when it is not the column's own; `null` when it is. */
  readonly window: string | null;
  readonly note: string | null;
  readonly cells: readonly FigureCell[];
  /** SVG; `null` when there is nothing to draw. */
  readonly sparkline: string | null;
  readonly judged: Judged | null;
  /** "Statistical neighbours (10) 83.0%, England 81.0% (2024-25)"; `null` when nobody publishes the like. */
  readonly comparison: string | null;
};

export type SectionView = {
  readonly id: string;
  readonly title: string;
  readonly scope: string | null;
  readonly indicators: readonly IndicatorView[];
};

export type ScorecardView = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** "Wexcombe, 13 months to March 2026". */
  readonly span: string;
  readonly columns: readonly { readonly label: string; readonly short: string }[];
  readonly sections: readonly SectionView[];
  readonly lastMonths: readonly SelectOption[];
  readonly sectionOptions: readonly SelectOption[];
  readonly shorthands: readonly Shorthand[];
  /** "Red 7, Amber 29, Green 37, Not rated 31; 104 in all."; `null` where nothing is judged. */
  readonly counts: readonly string[];
};

/**
 * A scorecard as its page prints it.
 *
 * @param section the id of the only section to show; `null` for all
 * @param lastMonth the month asked for; the newest there is when none was
 */
export function presentScorecard(
  figures: ScorecardFigures,
  { section = null, lastMonth = figures.lastMonths[0] }: { section?: string | null; lastMonth?: string | undefined },
): ScorecardView {
  const { columns } = figures;
  const sections = figures.sections
    .filter(({ title }) => section === null || sectionId(title) === section)
    .map((one) => presentSection(one, { columns, lastMonth }));
  return {
    id: figures.id,
    title: figures.title,
    description: figures.description,
    span: `${figures.authority}, ${columns.length} ${columns[0]?.window === "in-month" ? "months" : "periods"} to ${columns.at(-1)?.label ?? "now"}`,
    columns: columns.map((column) => ({ label: column.label, short: shortLabel(column) })),
    sections,
    lastMonths: figures.lastMonths.map((month) => ({
      value: month,
      text: monthLabel(month),
      selected: month === lastMonth,
    })),
    sectionOptions: [
      { value: "", text: "All sections", selected: section === null },
      ...figures.sections.map(({ title }) => ({
        value: sectionId(title),
        text: title,
        selected: sectionId(title) === section,
      })),
    ],
    counts: figures.counts === undefined ? [] : countLines(figures.counts),
    shorthands: shorthandsIn(sections.flatMap(({ indicators }) => indicators.flatMap(({ cells }) => cells))),
  };
}

function countLines({ ratings, directions }: NonNullable<ScorecardFigures["counts"]>): readonly string[] {
  const rated = RATING_WORDS.map((word) => `${RATING_FACTS[word].label} ${ratings[word]}`);
  const travelled = DIRECTION_MEANINGS.map((meaning) => `${MEANING_WORDS[meaning]} ${directions[meaning]}`);
  return [`${rated.join(", ")}; ${ratings.total} in all.`, `${travelled.join(", ")}; ${directions.total} in all.`];
}

/** A section's title as part of an address: "Front door & early help" is front-door-early-help. */
export function sectionId(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

type Shown = { readonly columns: readonly ReportingPeriod[]; readonly lastMonth: string | undefined };

function presentSection(section: SectionFigures, shown: Shown): SectionView {
  const id = sectionId(section.title);
  return {
    id,
    title: section.title,
    scope: section.scope ?? null,
    indicators: section.indicators.map((indicator, index) =>
      presentIndicator(indicator, { ...shown, chartId: `${id}-${index}` }),
    ),
  };
}

function presentIndicator(
  indicator: IndicatorFigures,
  { columns, lastMonth, chartId }: Shown & { readonly chartId: string },
): IndicatorView {
  const { reference, title, measureId, window, note, judged = null } = indicator;
  const rows = inColumns(indicator.figures, columns);
  const cells = rows.map(figureCell);
  // A quarter ends in every third month: the months between are not gaps in its course, so they are left out of its shape.
  const series = seriesOf(cells, columns).filter((_, index) => rows[index] !== undefined);
  return {
    reference,
    title,
    href: `/measures/${measureId}?window=${window}${lastMonth === undefined ? "" : `&lastMonth=${lastMonth}`}`,
    window: window === columns[0]?.window ? null : WINDOW_WORDS[window],
    note: note ?? null,
    cells,
    judged,
    comparison: judged === null ? null : comparisonOf(judged),
    sparkline:
      drawnPoints(series).length === 0
        ? null
        : sparkline(series, { id: chartId, title: `${title}. ${describeSeries(series)}` }),
  };
}

/** Each period once: "Statistical neighbours (10) 84.2%, England 84.5% (2024-25)". */
function comparisonOf({ comparators }: Judged): string | null {
  if (comparators.length === 0) return null;
  const byPeriod = Map.groupBy(comparators, ({ period }) => period);
  return [...byPeriod]
    .map(([period, own]) => `${own.map(({ label, shown }) => `${label} ${shown}`).join(", ")} (${period})`)
    .join("; ");
}

function shortLabel(column: ReportingPeriod): string {
  return column.window === "in-month" ? shortMonth(column.id) : column.label;
}
