/** Places labels along an edge so that none overlaps another or leaves the frame, each as near as may be to what it names. */

export type WantedLabel = {
  /** Where its middle would best be. */
  readonly at: number;
  /** How much of the edge it takes. */
  readonly size: number;
};

/**
 * The middles of labels, in the order given; `null` for a label there is no room for. The last given are the first to go.
 *
 * @param edge the ends of the edge, and the room kept between labels
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  edge: { readonly from: number; readonly to: number; readonly gap: number },
): readonly (number | null)[] {
  const kept = asManyAsFit(wanted, edge);
  const sorted = kept.toSorted((a, b) => a.at - b.at);
  const apart = (one: WantedLabel, next: WantedLabel): number => (one.size + next.size) / 2 + edge.gap;
  // Pushed along until none overlaps the one before, then back until the last is inside.
  const middles: number[] = [];
  for (const [place, label] of sorted.entries()) {
    const before = sorted[place - 1];
    const least =
      before === undefined ? edge.from + label.size / 2 : (middles[place - 1] ?? edge.from) + apart(before, label);
    middles.push(Math.max(label.at, least));
  }
  for (const [place, label] of [...sorted.entries()].reverse()) {
    const next = sorted[place + 1];
    const most = next === undefined ? edge.to - label.size / 2 : (middles[place + 1] ?? edge.to) - apart(label, next);
    middles[place] = Math.min(middles[place] ?? most, most);
  }
  return wanted.map((label) => middles[sorted.indexOf(label)] ?? null);
}

function asManyAsFit(
  wanted: readonly WantedLabel[],
  { from, to, gap }: { readonly from: number; readonly to: number; readonly gap: number },
): readonly WantedLabel[] {
  let room = to - from + gap;
  return wanted.filter(({ size }) => {
    if (size + gap > room) return false;
    room -= size + gap;
    return true;
  });
}
