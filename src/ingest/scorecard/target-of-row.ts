/** What a row aims at, wherever it stands: the target's column, or words under a threshold that are no band ("Increase", "Below regional average", "5% reduction"). */
import { parseTarget } from "../../domain/judgement/parse-target.ts";

export type RowTarget = {
  readonly text: string | null;
  /** It stood under thresholds: their cells are no bands. */
  readonly isFromBands: boolean;
};

/** @param bandCells requires improvement, good, outstanding */
export function targetOfRow(written: string, bandCells: readonly string[]): RowTarget {
  if (written !== "") return { text: written, isFromBands: false };
  const aims = bandCells.filter((cell) => cell !== "" && isAim(cell));
  if (aims.length === 0) return { text: null, isFromBands: false };
  // Three steps of a reduction: what counts as good is the aim.
  return { text: aims.length === 1 ? (aims[0] ?? null) : (bandCells[1] ?? null), isFromBands: true };
}

function isAim(cell: string): boolean {
  const read = parseTarget(cell);
  return "target" in read && ["change", "comparator", "relative"].includes(read.target.kind);
}
