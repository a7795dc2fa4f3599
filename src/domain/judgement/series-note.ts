/** Something recorded about a measure's series: a step in how it behaves, a break in how it is made, or an event worth marking. */

export const SERIES_NOTE_KINDS = ["step-change", "series-break", "annotation"] as const;

export type SeriesNote = {
  readonly measure: string;
  /** `null`: every window. */
  readonly window: string | null;
  /** The first period of the new state, an id of any window. */
  readonly fromPeriod: string;
  readonly kind: (typeof SERIES_NOTE_KINDS)[number];
  readonly reason: string;
  readonly author: string;
};
