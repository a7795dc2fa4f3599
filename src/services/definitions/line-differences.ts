/** What differs between two texts, line by line: the fewest lines taken out and put in that make the one the other. */

export type DifferenceLine = {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
  /** Line numbers in the earlier and the later text; `null` where it does not stand there. */
  readonly before: number | null;
  readonly after: number | null;
};

/** Every line of both texts in order. */
export function lineDifferences(before: string, after: string): readonly DifferenceLine[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const lengths = longestShared(old, fresh);
  const lines: DifferenceLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j])
      lines.push({ kind: "same", text: old[i] ?? "", before: ++i, after: ++j });
    else if (j >= fresh.length || (i < old.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1)))
      lines.push({ kind: "removed", text: old[i] ?? "", before: ++i, after: null });
    else lines.push({ kind: "added", text: fresh[j] ?? "", before: null, after: ++j });
  }
  return lines;
}

/** Only lines that differ, with a few of those around them; `null` stands for lines left out. */
export function nearDifferences(lines: readonly DifferenceLine[], around = 3): readonly (DifferenceLine | null)[] {
  const kept = lines.map((_, index) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== "same"),
  );
  return lines.flatMap((line, index): (DifferenceLine | null)[] => {
    if (kept[index]) return [line];
    return index > 0 && kept[index - 1] ? [null] : [];
  });
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.replace(/\r?\n$/, "").split(/\r?\n/);
}

/** Lengths of the longest shared run of lines from each place on. */
function longestShared(old: readonly string[], fresh: readonly string[]): readonly Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--) {
      const row = table[i];
      if (row === undefined) continue;
      row[j] = old[i] === fresh[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  return table;
}

function at(table: readonly Uint16Array[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}
