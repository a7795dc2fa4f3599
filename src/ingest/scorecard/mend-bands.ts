/** Bands with the mends proposed for them made, one after the other, until they cover the scale or no mend is proposed. */
import type { Bands, JudgementDefect } from "../../domain/judgement/bands.ts";
import { parseBands } from "../../domain/judgement/parse-bands.ts";
import type { TargetFacts } from "../../domain/judgement/parse-target.ts";
import type { WrittenBands } from "../../domain/scorecard.ts";

export type MendedBands = {
  readonly written: WrittenBands;
  /** `null` where some defect has no mend. */
  readonly bands: Bands | null;
  /** Defects of the bands as they stood, and those each mend brought to light. */
  readonly defects: readonly JudgementDefect[];
};

/** Two cells each may need both ends mended. */
const MOST_MENDS = 8;

/** Mends bands; ones without a defect come back as they are. */
export function mendBands(written: WrittenBands, facts: TargetFacts): MendedBands {
  const found: JudgementDefect[] = [];
  let current = written;
  for (let mend = 0; mend <= MOST_MENDS; mend++) {
    const { bands, defects } = parseBands(current, facts);
    found.push(...defects.filter((one) => !found.some(({ message }) => message === one.message)));
    const next = defects.find(({ proposed }) => proposed !== undefined);
    if (next?.proposed === undefined) return { written: current, bands, defects: found };
    current = { ...current, [next.place]: next.proposed };
  }
  return { written: current, bands: null, defects: found };
}
