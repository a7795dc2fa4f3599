/** Who may enter a figure: its owner, and analysts, who may enter any. */
import { type Grant, isAuthorityWide, scopesFor } from "../../domain/access/policy.ts";
import type { FigureOwner } from "../../store/figure-owner.ts";
import type { HandMeasure } from "./hand-measures.ts";

export type Enterer = { readonly id: string; readonly grants: readonly Grant[] };

/** Whether somebody may enter every figure, and say who owes which. */
export function mayEnterAll({ grants }: Pick<Enterer, "grants">): boolean {
  return isAuthorityWide(scopesFor(grants, "load-data"));
}

/** The measures somebody may enter. */
export function enterable(
  measures: readonly HandMeasure[],
  owners: readonly FigureOwner[],
  who: Enterer,
): readonly HandMeasure[] {
  if (mayEnterAll(who)) return measures;
  const own = new Set(owners.filter(({ person }) => person === who.id).map(({ measure }) => measure));
  return measures.filter(({ id }) => own.has(id));
}
