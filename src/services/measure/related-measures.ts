/** Measures a reader of one is likely to want next, and why each is offered. */
import type { Measure } from "../../domain/measure.ts";
import { measuresOf, type ReconciliationRule } from "../../domain/reconciliation/rule.ts";
import type { Scorecard } from "../../domain/scorecard.ts";

export type RelatedMeasure = { readonly id: string; readonly title: string; readonly because: string };

type Known = {
  readonly measures: ReadonlyMap<string, Measure>;
  readonly scorecards: ReadonlyMap<string, Scorecard>;
  readonly reconciliation: ReadonlyMap<string, ReconciliationRule>;
};

const MOST = 8;

/** The closest first: bound by a rule, beside it on a scorecard, counted from the same rows, of the same area. */
export function relatedMeasures(
  { measures, scorecards, reconciliation }: Known,
  measure: Measure,
): readonly RelatedMeasure[] {
  const found = new Map<string, string>();
  const offer = (id: string, because: string): void => {
    if (id !== measure.id && measures.has(id) && !found.has(id)) found.set(id, because);
  };
  for (const rule of reconciliation.values()) {
    const named = measuresOf(rule);
    if (named.includes(measure.id)) for (const id of named) offer(id, "they must agree with each other");
  }
  for (const { title, sections } of scorecards.values())
    for (const { indicators } of sections) {
      const placed = indicators.map((one) => one.measure);
      const place = placed.indexOf(measure.id);
      if (place < 0) continue;
      for (const id of [placed[place - 1], placed[place + 1]]) if (id !== undefined) offer(id, `beside it on ${title}`);
    }
  for (const other of measures.values())
    if (tableOf(other) !== null && tableOf(other) === tableOf(measure) && other.area === measure.area)
      offer(other.id, "counted from the same records");
  for (const other of measures.values()) if (other.area === measure.area) offer(other.id, "of the same area");
  return [...found].slice(0, MOST).map(([id, because]) => ({ id, title: measures.get(id)?.title ?? id, because }));
}

function tableOf({ shape }: Measure): string | null {
  return shape.kind === "by-hand" ? null : shape.cohort.table;
}
