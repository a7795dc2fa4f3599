/** Months make quarters, quarters years, and two years to date tell the month between them: the relations of one series of flows. */
import { addDays } from "../dates.ts";
import { addNumber, addRelation, type DraftedSystem, type Series, type Spanned } from "./drafted-system.ts";

type Span = Spanned & { readonly start: string };

/**
 * Adds the stretches between all days that spans begin or end on, and says of each span which stretches make it. A stretch nobody prints but
 * everybody can work out is a number like any other, and as small.
 */
export function relateInTime(draft: DraftedSystem, series: Series, spans: readonly Span[]): void {
  const sums = sumsUpTo(spans);
  for (const { start, end, value } of spans) {
    const stretches = stretchesWithin(sums, start, addDays(end, 1));
    if (stretches === null || stretches.length < 2) continue;
    const whole = addNumber(draft, series, { start, end, value });
    addRelation(draft, [
      { key: whole, coefficient: 1 },
      ...stretches.map((stretch) => ({ key: addNumber(draft, series, stretch), coefficient: -1 })),
    ]);
  }
}

/** How many lie before each day, counted from the first day of its island; days no chain of spans connects are on islands of their own. */
type SumsUpTo = ReadonlyMap<string, { readonly island: number; readonly sum: number }>;

function sumsUpTo(spans: readonly Span[]): SumsUpTo {
  const steps = new Map<string, { readonly day: string; readonly step: number }[]>();
  const addStep = (from: string, day: string, step: number): void => {
    steps.set(from, [...(steps.get(from) ?? []), { day, step }]);
  };
  for (const { start, end, value } of spans) {
    addStep(start, addDays(end, 1), value);
    addStep(addDays(end, 1), start, -value);
  }
  const sums = new Map<string, { island: number; sum: number }>();
  for (const [island, first] of [...steps.keys()].sort().entries()) {
    if (sums.has(first)) continue;
    const days = [first];
    sums.set(first, { island, sum: 0 });
    for (const day of days)
      for (const { day: next, step } of steps.get(day) ?? []) {
        if (sums.has(next)) continue;
        sums.set(next, { island, sum: (sums.get(day)?.sum ?? 0) + step });
        days.push(next);
      }
  }
  return sums;
}

function stretchesWithin(sums: SumsUpTo, from: string, to: string): readonly Span[] | null {
  const island = sums.get(from)?.island;
  const days = [...sums.keys()].filter((day) => day >= from && day <= to && sums.get(day)?.island === island).sort();
  const stretches = days.slice(1).map((day, place) => {
    const before = days[place] ?? from;
    return { start: before, end: addDays(day, -1), value: (sums.get(day)?.sum ?? 0) - (sums.get(before)?.sum ?? 0) };
  });
  // Typed figures that contradict one another can make a stretch negative; nothing can be worked out from those.
  return stretches.some(({ value }) => value < 0) ? null : stretches;
}
