/** What bands are, once read: requirements 1.6. How people write them and what is refused: `parse-bands.ts`, `check-bands.ts`. */

export const BAND_NAMES = ["inadequate", "requires-improvement", "good", "outstanding", "beyond-cap"] as const;
/** "inadequate" is the bottom the documents leave unnamed; "beyond-cap" is too much of a good thing ("30-50*"). */
export type BandName = (typeof BAND_NAMES)[number];

/** Half-open: lower ≤ value < upper; `null` is the end of the scale. */
export type Band = { readonly name: BandName; readonly lower: number | null; readonly upper: number | null };

export type Bands = {
  readonly polarity: "high-is-good" | "low-is-good";
  /** Decimal places the value is rounded to (half up) before it is banded. */
  readonly places: number;
  /** Lowest values first; together they cover the whole scale, each starting where the one before ends. */
  readonly bands: readonly Band[];
};

/** A defect in a target or in bands: where it is, what is wrong, and the mend proposed. */
export type JudgementDefect = {
  readonly code: string;
  /** The cell at fault: "good", "requires-improvement", "target". */
  readonly place: string;
  readonly message: string;
  readonly remedy: string;
  /** What the place would read after the mend. */
  readonly proposed?: string;
};
