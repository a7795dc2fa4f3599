/** Which figures are owed, by whom and since when. */
import { addDays, type IsoDate } from "../../domain/dates.ts";
import type { ReportingPeriod } from "../../domain/period.ts";
import type { FigureOwner } from "../../store/figure-owner.ts";
import { type FiguresKnown, isKnown } from "./figures-known.ts";
import { DUE_DAYS, type HandMeasure, lastEnded } from "./hand-measures.ts";

export type FigureDue = {
  readonly measure: HandMeasure;
  readonly period: ReportingPeriod;
  readonly due: IsoDate;
  readonly isOverdue: boolean;
  /** The id of the person who owes it; `null` where nobody was asked to. */
  readonly owner: string | null;
};

/** Figures of the last period that has ended and that nobody has entered or loaded, soonest due first. */
export function figuresDue(
  measures: readonly HandMeasure[],
  {
    owners,
    known,
    today,
  }: { readonly owners: readonly FigureOwner[]; readonly known: FiguresKnown; readonly today: IsoDate },
): readonly FigureDue[] {
  const ownerOf = new Map(owners.map((owner) => [owner.measure, owner]));
  return measures
    .map((measure): FigureDue => {
      const period = lastEnded(measure, today);
      const owner = ownerOf.get(measure.id);
      const due = addDays(period.end, owner?.dueDays ?? DUE_DAYS[measure.shape.cadence]);
      return { measure, period, due, isOverdue: due < today, owner: owner?.person ?? null };
    })
    .filter(({ measure, period }) => !isKnown(known, measure.id, period))
    .toSorted((a, b) => (a.due === b.due ? (a.measure.title < b.measure.title ? -1 : 1) : a.due < b.due ? -1 : 1));
}

export type Chaser = {
  readonly person: string | null;
  readonly figures: readonly FigureDue[];
  readonly overdue: number;
  readonly soonest: IsoDate;
};

/** What is owed by each person, those longest overdue first; figures nobody was asked for last. */
export function chasersOf(due: readonly FigureDue[]): readonly Chaser[] {
  return [...Map.groupBy(due, ({ owner }) => owner)]
    .map(([person, figures]) => ({
      person,
      figures,
      overdue: figures.filter(({ isOverdue }) => isOverdue).length,
      soonest: figures[0]?.due ?? "",
    }))
    .toSorted((a, b) => Number(a.person === null) - Number(b.person === null) || (a.soonest < b.soonest ? -1 : 1));
}
