/** A system being put together: numbers by what they count, where and when, so that one number printed in many places is one. */
import type { DisclosureNumber, Relation, Term } from "./system.ts";

/** What is counted, of whom: all its numbers differ only in time. */
export type Series = {
  readonly authority: string;
  readonly counts: string;
  readonly by: string | null;
  readonly group: string | null;
  readonly isProtected: boolean;
};

/** One number of a series. Read on a day, it has no `start`. */
export type Spanned = { readonly start: string | null; readonly end: string; readonly value: number };

export type DraftedSystem = {
  readonly numbers: Map<string, DisclosureNumber>;
  readonly relations: Relation[];
};

/** Names a number and adds it. The value is in the name: a number restated in a later edition is another number, an unchanged one the same. */
export function addNumber(draft: DraftedSystem, series: Series, { start, end, value }: Spanned): string {
  const { authority, counts, by, group, isProtected } = series;
  const key = [authority, counts, by ?? "", group ?? "", start ?? "", end, String(value)].join("\u0000");
  if (!draft.numbers.has(key)) draft.numbers.set(key, { key, value, isProtected });
  return key;
}

/** Adds a relation where it says something and holds; figures that contradict one another tell nothing by subtraction. */
export function addRelation(draft: DraftedSystem, terms: Relation): void {
  const coefficients = new Map<string, number>();
  for (const { key, coefficient } of terms) coefficients.set(key, (coefficients.get(key) ?? 0) + coefficient);
  const merged: readonly Term[] = [...coefficients]
    .filter(([, coefficient]) => coefficient !== 0)
    .map(([key, coefficient]) => ({ key, coefficient }));
  const sum = merged.reduce(
    (total, { key, coefficient }) => total + coefficient * (draft.numbers.get(key)?.value ?? 0),
    0,
  );
  if (merged.length > 0 && sum === 0) draft.relations.push(merged);
}
