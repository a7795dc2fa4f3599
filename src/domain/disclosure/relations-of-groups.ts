/** Teams make the service: the groups of a breakdown add up to the whole, and what is left over is a number too. */
import { addNumber, addRelation, type DraftedSystem } from "./drafted-system.ts";
import type { PlacedNumber } from "./figure-system.ts";

/** Names of groups nobody prints; no group of a breakdown can be called so. */
const LEFT_OVER = "\u0001left over";
const COUNTED_TWICE = "\u0001counted twice";

/**
 * Relates the groups of each breakdown to the whole of the same thing at the same time. Where they make less than the whole (one team of
 * several was asked for), the remainder anybody can work out is guarded; where more (a child of two teams), the excess is told of nobody.
 */
export function relateGroups(draft: DraftedSystem, placed: readonly PlacedNumber[]): void {
  for (const together of Map.groupBy(placed, sameThing).values()) {
    const whole = together.find(({ series }) => series.by === null);
    if (whole === undefined) continue;
    const groups = Map.groupBy(
      together.filter(({ series }) => series.by !== null),
      ({ series }) => series.by,
    );
    for (const [by, numbers] of groups) relateToWhole(draft, { whole, by, numbers });
  }
}

type Breakdown = {
  readonly whole: PlacedNumber;
  readonly by: string | null;
  readonly numbers: readonly PlacedNumber[];
};

function relateToWhole(draft: DraftedSystem, { whole, by, numbers }: Breakdown): void {
  const parts = new Map(numbers.map((number) => [number.key, number.value]));
  const left = whole.value - [...parts.values()].reduce((sum, value) => sum + value, 0);
  const terms = [{ key: whole.key, coefficient: 1 }, ...[...parts.keys()].map((key) => ({ key, coefficient: -1 }))];
  if (left === 0) {
    addRelation(draft, terms);
    return;
  }
  const isShort = left > 0;
  const key = addNumber(
    draft,
    { ...whole.series, by, group: isShort ? LEFT_OVER : COUNTED_TWICE, isProtected: isShort && whole.isProtected },
    { start: whole.timing === "day" ? null : whole.start, end: whole.end, value: Math.abs(left) },
  );
  addRelation(draft, [...terms, { key, coefficient: isShort ? -1 : 1 }]);
}

function sameThing({ series, timing, start, end }: PlacedNumber): string {
  return JSON.stringify([series.authority, series.counts, timing === "day" ? null : start, end]);
}
