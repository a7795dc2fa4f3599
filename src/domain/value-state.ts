/** The states a value can be in (requirements 1.2 and 1.15): each with its words, its shorthand in exports, and what it does to a rating and a direction. */

export const VALUE_STATES = [
  "value",
  "suppressed",
  "no-cohort",
  "not-meaningful",
  "not-run",
  "not-yet-collected",
  "not-available",
  "new",
  "not-released",
  "no-comparator",
] as const;

/** "value" means there is a number or a text; every other state stands in place of one. */
export type ValueState = (typeof VALUE_STATES)[number];

/** What may be said of a value besides the value itself. */
export const VALUE_QUALITIES = [
  "incomplete",
  "unreliable",
  "estimated",
  "provisional",
  "revised",
  "series-break",
] as const;
export type ValueQuality = (typeof VALUE_QUALITIES)[number];

type StateFacts = {
  /** As a person reads it in place of the value. */
  readonly label: string;
  /** As exports and tables carry it (rules 4). */
  readonly shorthand: string;
  /** Counts as something the owner still owes. */
  readonly isGap: boolean;
  /** What it means for whoever reads the card. */
  readonly words: string;
};

/** Facts of every state but "value". A state in place of a value is never rated and never compared. */
export const STATE_FACTS: Readonly<Record<Exclude<ValueState, "value">, StateFacts>> = {
  suppressed: {
    label: "Suppressed",
    shorthand: "[c]",
    isGap: false,
    words: "Hidden because it could tell of a person.",
  },
  "no-cohort": {
    label: "No cases",
    shorthand: "[z]",
    isGap: false,
    words: "There was nobody to count in this period.",
  },
  "not-meaningful": {
    label: "Not applicable",
    shorthand: "[z]",
    isGap: false,
    words: "The measure has no meaning over this period.",
  },
  "not-run": { label: "Not run", shorthand: "[z]", isGap: false, words: "The process did not run in this period." },
  "not-yet-collected": { label: "Not yet collected", shorthand: "[x]", isGap: true, words: "The figure is due later." },
  "not-available": {
    label: "Not reported",
    shorthand: "[x]",
    isGap: true,
    words: "The figure was not reported or cannot be told.",
  },
  new: { label: "New", shorthand: "[z]", isGap: false, words: "The measure is new and has no history yet." },
  "not-released": {
    label: "Not yet released",
    shorthand: "[x]",
    isGap: false,
    words: "The figure has not been published yet.",
  },
  "no-comparator": { label: "No comparator", shorthand: "[z]", isGap: false, words: "Nobody publishes such a figure." },
};

type QualityFacts = {
  readonly label: string;
  readonly shorthand: string;
  /** The value may not be a point in statistical process control. */
  readonly barsSignals: boolean;
  /** The rating carries this warning; `null` for none. */
  readonly warning: string | null;
};

/** Facts of every quality. A break in the series also blocks a direction across it. */
export const QUALITY_FACTS: Readonly<Record<ValueQuality, QualityFacts>> = {
  incomplete: { label: "Incomplete", shorthand: "[p]", barsSignals: true, warning: "The figure is incomplete." },
  unreliable: { label: "Unreliable", shorthand: "[u]", barsSignals: true, warning: "The figure is not reliable." },
  estimated: { label: "Estimated", shorthand: "[e]", barsSignals: false, warning: "The figure is an estimate." },
  provisional: { label: "Provisional", shorthand: "[p]", barsSignals: false, warning: "The figure is provisional." },
  revised: { label: "Revised", shorthand: "[r]", barsSignals: false, warning: null },
  "series-break": {
    label: "Break in the series",
    shorthand: "[b]",
    barsSignals: false,
    warning: null,
  },
};
