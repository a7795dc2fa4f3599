/** What differs between two versions of a text, word by word: for showing what an editor changed. */

export type WordRun = { readonly kind: "same" | "removed" | "added"; readonly text: string };

/** Beyond so many pairs of words, texts are shown whole: the table of the comparison would grow too large. */
const MOST_PAIRS = 4_000_000;

/** Runs of words in the order of reading; what was taken out stands before what was put in its place. */
export function wordDifferences(before: string, after: string): readonly WordRun[] {
  const [earlier, later] = [wordsOf(before), wordsOf(after)];
  if (before === after) return joined(earlier.map((text) => ({ kind: "same", text })));
  if (earlier.length * later.length > MOST_PAIRS)
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  return joined(runsOf(earlier, later));
}

/** Words with the blanks after them, so that the runs joined are the text again. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

/** Walks the table of longest common sequences from its start. */
function runsOf(earlier: readonly string[], later: readonly string[]): readonly WordRun[] {
  const width = later.length + 1;
  const common = commonLengths(earlier, later);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  const runs: WordRun[] = [];
  let [row, column] = [0, 0];
  while (row < earlier.length || column < later.length) {
    const [was, is] = [earlier[row], later[column]];
    if (was !== undefined && is !== undefined && isSameWord(was, is)) {
      runs.push({ kind: "same", text: is });
      row++;
      column++;
    } else if (was !== undefined && (is === undefined || at(row + 1, column) >= at(row, column + 1))) {
      runs.push({ kind: "removed", text: was });
      row++;
    } else {
      runs.push({ kind: "added", text: is ?? "" });
      column++;
    }
  }
  return runs;
}

/** Length of the longest common sequence of the words from each pair of places on. */
function commonLengths(earlier: readonly string[], later: readonly string[]): Uint32Array {
  const width = later.length + 1;
  const lengths = new Uint32Array((earlier.length + 1) * width);
  for (let row = earlier.length - 1; row >= 0; row--)
    for (let column = later.length - 1; column >= 0; column--)
      lengths[row * width + column] = isSameWord(earlier[row] ?? "", later[column] ?? "")
        ? 1 + (lengths[(row + 1) * width + column + 1] ?? 0)
        : Math.max(lengths[(row + 1) * width + column] ?? 0, lengths[row * width + column + 1] ?? 0);
  return lengths;
}

/** Blanks and line ends are no change of words. */
function isSameWord(one: string, other: string): boolean {
  return one.trim() === other.trim();
}

function joined(runs: readonly WordRun[]): readonly WordRun[] {
  const together: WordRun[] = [];
  for (const run of runs) {
    const last = together.at(-1);
    if (last?.kind === run.kind) together[together.length - 1] = { kind: run.kind, text: last.text + run.text };
    else together.push(run);
  }
  return together;
}
