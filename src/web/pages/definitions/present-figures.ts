/** What the page of recalculated figures prints. */
import { comparisonChart } from "../../../charts/comparison-chart.ts";
import type { SeriesPoint } from "../../../charts/series.ts";
import type { Figure } from "../../../domain/figure.ts";
import type { Measure } from "../../../domain/measure.ts";
import type { Moved, RecalculatedPeriod, Recalculation } from "../../../services/definitions/recalculate.ts";
import { countOf, WINDOW_WORDS } from "../../words.ts";
import { draftHref } from "./words.ts";

export type FiguresView = {
  readonly heading: string;
  readonly sentence: string;
  readonly windows: readonly { readonly href: string; readonly text: string; readonly current: boolean }[];
  readonly chart: { readonly wide: string; readonly narrow: string };
  readonly head: readonly string[];
  readonly rows: readonly {
    readonly period: string;
    readonly before: string;
    readonly after: string;
    readonly differs: boolean;
    readonly moved: string;
    /** The list behind the figure in force, for those who may open it. */
    readonly listHref: string | null;
  }[];
  readonly note: string;
};

type Facts = { readonly id: number; readonly measure: Measure; readonly maySeeCases: boolean };

/** Both series, newest first in the table, oldest first in the chart. */
export function presentFigures(result: Recalculation, { id, measure, maySeeCases }: Facts): FiguresView {
  const { periods, window, isNew, differing, canMatch } = result;
  return {
    heading: `${WINDOW_WORDS[window]}: the definition in force beside the draft`,
    sentence: sentenceOf(result),
    windows: measure.timeBasis.map((one) => ({
      href: `${draftHref(id, "figures")}?window=${one}`,
      text: WINDOW_WORDS[one],
      current: one === window,
    })),
    chart: chartsOf(result, measure),
    head: ["Period", "In force", "Draft", "Cases that move"],
    rows: periods.toReversed().map((row) => ({
      period: row.period.label,
      before: row.before === null ? "–" : withParts(row.before),
      after: withParts(row.after),
      differs: row.differs,
      moved: movedWords(row),
      listHref:
        maySeeCases && canMatch && row.differs
          ? `/measures/${measure.id}/list?window=${window}&period=${row.period.id}&part=numerator`
          : null,
    })),
    note: noteOf(canMatch, isNew, differing),
  };
}

function sentenceOf({ isNew, differing, periods, window }: Recalculation): string {
  const span = `${periods.length} periods (${WINDOW_WORDS[window].toLowerCase()})`;
  if (isNew) return `The measure is new: these are its figures over the last ${span}.`;
  if (differing === 0) return `The draft gives the same figures as the definition in force in all of the last ${span}.`;
  const moved = periods.reduce((sum, { numerator, denominator }) => sum + sizeOf(numerator) + sizeOf(denominator), 0);
  const cases = moved === 0 ? "" : ` ${countOf(moved, "case")} move in or out over them.`;
  return `The draft gives another figure in ${differing} of the last ${span}.${cases} Say when you submit it whether the series breaks.`;
}

function sizeOf(moved: Moved | null): number {
  return moved === null ? 0 : moved.cameIn + moved.wentOut;
}

function noteOf(canMatch: boolean, isNew: boolean, differing: number): string {
  if (isNew) return "Figures are internal until the measure stands on a published scorecard.";
  if (!canMatch)
    return "The two definitions read different tables or count different things, so cases cannot be matched.";
  return differing === 0
    ? "Cases are matched one by one, so figures that agree by chance would still show movements."
    : "Cases are matched one by one: in are those only the draft counts, out those only the definition in force counts.";
}

/** "62.5% (5 of 8)". */
function withParts({ shown, numerator, denominator, status }: Figure): string {
  return status === "value" && numerator !== null && denominator !== null
    ? `${shown} (${numerator} of ${denominator})`
    : shown;
}

function movedWords({ numerator, denominator }: RecalculatedPeriod): string {
  const parts = [
    ["numerator", numerator],
    ["denominator", denominator],
  ] as const;
  const words = parts.flatMap(([name, moved]) =>
    moved === null || sizeOf(moved) === 0 ? [] : [`${name}: ${moved.cameIn} in, ${moved.wentOut} out`],
  );
  if (words.length > 0) return words.join("; ");
  return numerator === null && denominator === null ? "–" : "none";
}

function chartsOf({ periods }: Recalculation, measure: Measure): FiguresView["chart"] {
  const point = (label: string, figure: Figure | null): SeriesPoint => ({
    label,
    value: figure?.value ?? null,
    shown: figure?.shown ?? "no figure",
  });
  const before = { name: "In force", points: periods.map(({ period, before: was }) => point(period.label, was)) };
  const after = { name: "Draft", points: periods.map(({ period, after: is }) => point(period.label, is)) };
  const draw = (id: string, width: number) =>
    comparisonChart(before, after, {
      id,
      title: `${measure.title}: definition in force and draft`,
      unit: measure.unit === "percentage" ? "percentage" : "number",
      width,
    });
  return { wide: draw("recalculated", 900), narrow: draw("recalculated-narrow", 320) };
}
