/** Cells: what scans counted, by part, group and period index; every window's figure is a sum, maximum or merge over them. */

/** Which group of which breakdown of which authority; the breakdown of a total is "". */
export type GroupKey = string;

export function groupKey(authority: string, breakdown: string, group: string): GroupKey {
  return `${authority}\u0000${breakdown}\u0000${group}`;
}

export function splitGroupKey(key: GroupKey): {
  readonly authority: string;
  readonly breakdown: string;
  readonly group: string;
} {
  const [authority = "", breakdown = "", group = ""] = key.split("\u0000");
  return { authority, breakdown, group };
}

/** One part's numbers for one group, from index `from` on; NaN where a maximum has no rows. */
export type Series = { readonly from: number; readonly numbers: Float64Array };

/** How often each value comes, by period index: what medians are made of. */
export type Histogram = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** The sum of a series over indexes, both ends inclusive; outside it there is nothing to add. */
export function sumOver(series: Series | undefined, from: number, to: number): number {
  if (series === undefined) return 0;
  let sum = 0;
  const last = Math.min(to - series.from, series.numbers.length - 1);
  for (let index = Math.max(0, from - series.from); index <= last; index++) sum += series.numbers[index] ?? 0;
  return sum;
}

/** The largest number of a series over indexes, or `null` when there is none. */
export function maximumOver(series: Series | undefined, from: number, to: number): number | null {
  if (series === undefined) return null;
  let most: number | null = null;
  for (let index = from; index <= to; index++) {
    const number = series.numbers[index - series.from];
    if (number !== undefined && !Number.isNaN(number) && (most === null || number > most)) most = number;
  }
  return most;
}

/** The median of all values of some periods together: the middle one, or half-way between the middle two; `null` when there are none. */
export function medianOver(histogram: Histogram | undefined, from: number, to: number): number | null {
  const merged = new Map<number, number>();
  let total = 0;
  for (let index = from; index <= to; index++) {
    for (const [value, count] of histogram?.get(index) ?? []) {
      merged.set(value, (merged.get(value) ?? 0) + count);
      total += count;
    }
  }
  if (total === 0) return null;
  const values = [...merged.entries()].sort(([a], [b]) => a - b);
  const at = (place: number): number => {
    let seen = 0;
    for (const [value, count] of values) {
      seen += count;
      if (seen > place) return value;
    }
    return Number.NaN;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}
