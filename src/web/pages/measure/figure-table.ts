/** Figures as rows of a table: the figure, its numerator and denominator, what was missed, each with the list behind it. */
import type { ShownFigure } from "../../../domain/disclosure/shown-figure.ts";
import type { Breakdown, Measure } from "../../../domain/measure.ts";
import { withThousands } from "../../../domain/rounding.ts";
import { type FigureCell, figureCell } from "../../figure-cell.ts";
import type { FigureRow } from "../../services.ts";
import type { ListLinks } from "./list-links.ts";

/** A number as printed, and the list behind it where there is one. */
export type Linked = { readonly text: string; readonly href: string | null };

export type FigureLine = {
  readonly name: string;
  readonly figure: Linked;
  readonly numerator: Linked;
  readonly denominator: Linked;
  readonly missed: Linked;
  /** "of few", "withheld": what else is to be known of it. */
  readonly remarks: readonly string[];
};

/** Columns that say nothing of a measure are left out: a count has no denominator. */
export type FigureTable = {
  readonly lines: readonly FigureLine[];
  readonly hasParts: boolean;
  readonly hasMissed: boolean;
};

export type NamedFigure = {
  readonly name: string;
  readonly figure: ShownFigure | undefined;
  /** The group it is of, as the list is asked for it. */
  readonly group?: { readonly by: Breakdown; readonly name: string };
};

/** A table of figures in the order given. */
export function figureTable(
  rows: readonly NamedFigure[],
  { measure, links }: { readonly measure: Pick<Measure, "shape" | "unit">; readonly links: ListLinks },
): FigureTable {
  const isProportion = measure.shape.kind === "proportion";
  const hasParts = rows.some(({ figure }) => figure?.denominator != null && figure.numerator !== null);
  return {
    lines: rows.map((row) => lineOf(row, { isProportion, hasParts, links })),
    hasParts,
    hasMissed: isProportion && hasParts,
  };
}

/** The cell of a figure as every page prints it. */
export function cellOf(figure: ShownFigure | undefined): FigureCell {
  return figureCell(figure === undefined ? undefined : rowOf(figure));
}

function rowOf({ by, breakdown, ...figure }: ShownFigure): FigureRow {
  return { ...figure, by, group: breakdown, breakdown: by === null ? null : `${by}=${breakdown}` };
}

function lineOf(
  { name, figure, group }: NamedFigure,
  {
    isProportion,
    hasParts,
    links,
  }: { readonly isProportion: boolean; readonly hasParts: boolean; readonly links: ListLinks },
): FigureLine {
  const { shown, shorthand } = cellOf(figure);
  const period = figure?.period ?? "";
  const place = group === undefined ? { period } : { period, group };
  // Where there is no figure its parts have none either, unless the denominator is the very reason: nought.
  const linked = (count: number | null | undefined, part: "numerator" | "denominator" | "missed"): Linked =>
    count == null
      ? { text: `[${shorthand ?? "z"}]`, href: null }
      : { text: withThousands(String(count)), href: count === 0 ? null : links({ ...place, part }) };
  const [above, below] = [figure?.numerator, figure?.denominator];
  const missed = isProportion && above != null && below != null ? below - above : null;
  const hasList = !hasParts && above != null && above > 0;
  return {
    name,
    figure: { text: shown, href: hasList ? links({ ...place, part: "numerator" }) : null },
    numerator: linked(above, "numerator"),
    denominator: linked(below, "denominator"),
    missed: linked(missed, "missed"),
    remarks: remarksOn(figure),
  };
}

const QUALITY_WORDS: Readonly<Record<string, string>> = {
  incomplete: "incomplete",
  unreliable: "unreliable",
  estimated: "estimated",
  provisional: "provisional",
  revised: "revised",
  "series-break": "series break",
};

function remarksOn(figure: ShownFigure | undefined): readonly string[] {
  if (figure === undefined || figure.status === "suppressed") return [];
  return [
    ...(figure.isOfFew ? ["of few"] : []),
    ...(figure.qualities ?? []).map((quality) => QUALITY_WORDS[quality] ?? quality),
    ...(figure.hiddenBecause === null ? [] : ["withheld"]),
  ];
}
