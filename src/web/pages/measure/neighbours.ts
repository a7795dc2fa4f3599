/** A measure beside other authorities: where ours stands, neighbours as dots, and what each publishes. */
import { type Dot, dotChart } from "../../../charts/dot-chart.ts";
import type { Level } from "../../../charts/level-line.ts";
import type { ComparatorValue } from "../../../domain/comparator.ts";
import { longDate } from "../../words.ts";
import type { MeasureAnswer } from "./answer.ts";
import type { ChartView } from "./course.ts";

export type NeighboursView = {
  /** "3rd of 11, best first." and the like. */
  readonly standing: readonly string[];
  readonly chart: ChartView | null;
  /** Every neighbour and ours, best first. */
  readonly rows: readonly {
    readonly name: string;
    readonly shown: string;
    readonly rank: string;
    readonly isOurs: boolean;
  }[];
  readonly averages: readonly {
    readonly label: string;
    readonly shown: string;
    readonly period: string;
    readonly from: string;
  }[];
  /** What the published figure is of, and how it differs from ours. */
  readonly notes: readonly string[];
};

type Compared = Pick<MeasureAnswer, "measure" | "judged" | "comparison" | "authority">;

/** `null` where nobody publishes such a figure. */
export function presentNeighbours({ measure, judged, comparison, authority }: Compared): NeighboursView | null {
  const averages = judged.comparators.map(averageOf);
  if (comparison === null)
    return averages.length === 0 ? null : { standing: [], chart: null, rows: [], averages, notes: [] };
  const { ranked, own, ownPublished, neighbours, rankAmongNeighbours, quarterOfAll, indicator } = comparison;
  const ours: Dot = {
    label: authority,
    isOurs: true,
    ...(ranked === "published" ? figureOf(ownPublished) : { value: own.value, shown: own.shown }),
  };
  const others = neighbours.map(({ name, value, shown, rank }) => ({ label: name, value, shown, rank, isOurs: false }));
  const hasFigures = others.some(({ value }) => value !== null);
  const rows = [...others, { ...ours, rank: rankAmongNeighbours?.rank ?? null }].toSorted(byRank);
  return {
    standing: standingWords({ rankAmongNeighbours, quarterOfAll, ranked, ownPublished }),
    chart: hasFigures ? chartOf(rows, { measure, comparators: judged.comparators }) : null,
    rows: rows.map(({ label, shown, rank, isOurs }) => ({
      name: label,
      shown,
      rank: rank === null ? "–" : String(rank),
      isOurs,
    })),
    averages,
    notes: [
      `Published figures are from ${indicator.title} (${indicator.publication}, ${indicator.publisher}).`,
      ...new Set(judged.comparators.flatMap(({ note }) => (note === undefined ? [] : [note]))),
    ],
  };
}

type Standing = Pick<
  NonNullable<MeasureAnswer["comparison"]>,
  "rankAmongNeighbours" | "quarterOfAll" | "ranked" | "ownPublished"
>;

function standingWords({ rankAmongNeighbours, quarterOfAll, ranked, ownPublished }: Standing): readonly string[] {
  const which = ranked === "published" ? `as published, ${ownPublished.shown}` : "as counted from our own records";
  return [
    ...(rankAmongNeighbours === null
      ? []
      : [`Among its statistical neighbours, ${rankAmongNeighbours.words} (${which}).`]),
    ...(quarterOfAll === null ? [] : [`It is ${quarterOfAll.words}.`]),
  ];
}

function figureOf({ value, shown }: { readonly value: number | null; readonly shown: string }) {
  return { value, shown };
}

function chartOf(
  rows: readonly Dot[],
  { measure, comparators }: Pick<Compared, "measure"> & { readonly comparators: readonly ComparatorValue[] },
): ChartView {
  const levels = comparators.flatMap(({ group, label, shown, value, state }): Level[] =>
    state === "value" && value !== null ? [{ name: `${label} ${shown}`, value, kind: group }] : [],
  );
  const unit = measure.unit === "percentage" ? "percentage" : "number";
  const title = `${measure.title}: this authority and its statistical neighbours`;
  const draw = (id: string, width: number) => dotChart(rows, { id, title, unit, levels, width });
  return { wide: draw("neighbours-chart", 760), narrow: draw("neighbours-chart-narrow", 320) };
}

function averageOf({ label, shown, members, period, edition, publishedOn }: ComparatorValue) {
  const of = members ? ` (${members.withValue} of ${members.all} had a figure)` : "";
  return {
    label,
    shown: `${shown}${of}`,
    period: period || "None published",
    from: [edition, publishedOn ? `published ${longDate(publishedOn)}` : ""].filter((part) => part !== "").join("; "),
  };
}

function byRank(a: { readonly rank: number | null; readonly label: string }, b: typeof a): number {
  return (a.rank ?? 999) - (b.rank ?? 999) || (a.label < b.label ? -1 : 1);
}
