/** Mends bands on request: every mend a defect proposes is made, one after another, and each change is kept so that it can be recorded. */
import type { WrittenBands } from "../scorecard.ts";
import { BAND_PLACES } from "./band-cell.ts";
import type { Bands, JudgementDefect } from "./bands.ts";
import { parseBands } from "./parse-bands.ts";
import type { TargetFacts } from "./parse-target.ts";

/** A cell that was rewritten, and why. */
export type BandChange = {
  readonly place: string;
  readonly from: string;
  readonly to: string;
  readonly because: JudgementDefect;
};

export type NormalisedBands = {
  readonly written: WrittenBands;
  /** `null` where a defect without a proposed mend is left. */
  readonly bands: Bands | null;
  readonly changes: readonly BandChange[];
  readonly defects: readonly JudgementDefect[];
};

/** More mends than cells, with both edges of each, means that mending does not end. */
const MOST_MENDS = 2 * BAND_PLACES.length;

/** Bands as they would stand after every proposed mend. Bands without a defect come back as written. */
export function normaliseBands(written: WrittenBands, facts: TargetFacts = {}): NormalisedBands {
  const changes: BandChange[] = [];
  let mended = written;
  for (let mends = 0; mends <= MOST_MENDS; mends++) {
    const { bands, defects } = parseBands(mended, facts);
    const next = defects.flatMap((defect) => mendOf(mended, defect) ?? [])[0];
    if (next === undefined || mends === MOST_MENDS) return { written: mended, bands, changes, defects };
    changes.push(next);
    mended = { ...mended, [next.place]: next.to };
  }
  throw new RangeError("Bands cannot be mended for ever.");
}

function mendOf(written: WrittenBands, defect: JudgementDefect): BandChange | null {
  const place = BAND_PLACES.find((name) => name === defect.place);
  if (place === undefined || defect.proposed === undefined) return null;
  return { place, from: written[place] ?? "", to: defect.proposed, because: defect };
}
