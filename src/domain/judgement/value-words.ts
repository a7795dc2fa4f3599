/** Words and symbols that stand in place of a value (requirements 1.2; symbols: `rules.md` 4 and DfE open files), and words that lessen the trust in one. */
import type { ValueQuality, ValueState } from "../value-state.ts";

type Absent = Exclude<ValueState, "value">;

/** Whole cells, made even. */
const SYMBOLS: readonly (readonly [Absent, RegExp])[] = [
  ["suppressed", /^(c|\[c\]|supp?r?ess?ed|sup+res+ed|\*)$/],
  ["no-cohort", /^(na|no cohort|no cases|none in (the )?(period|cohort))$/],
  ["not-meaningful", /^(n\/a|n\.a\.?|z|\[z\]|not applicable|not meaningful)$/],
  ["not-run", /^(not run|no activity|none due|none planned)$/],
  ["not-yet-collected", /^(nyc|not yet (collected|complete|completed|due)|tbc|tba|awaited|awaiting data|pending)$/],
  ["not-released", /^((data )?not (yet )?(released|published)( yet)?|awaiting publication)$/],
  ["not-available", /^(|x|\[x\]|not (reported|available|known|recorded)|no data|unavailable|-+|\.{2,}|…|:|u|\[u\])$/],
  ["new", /^(new|new measure|this is a new measure)$/],
  ["no-comparator", /^(no comparator|none published)$/],
];

/** Rounds to nought and is not nought: still nought to the places printed. */
const ROUNDS_TO_NOUGHT = /^(k|\[k\]|low|\[low\]|~)$/;

/** Sentences about a missing value. */
const WORDS: readonly (readonly [Absent, RegExp])[] = [
  ["no-cohort", /\bno (cases|children|young people) (were|in|to)\b/],
  ["not-meaningful", /(only|can only) (be )?(measured|reported) (at )?a? ?(the )?point in time/],
  ["not-run", /process (was |only )?(commenced|began|started)|(commenced|began|started) in quarter|did not run/],
  ["new", /(this is|as) a new measure|data is (currently )?being collected/],
  ["not-released", /not (yet )?(been )?(released|published)/],
  [
    "not-yet-collected",
    /(not|has not) been carried out yet|(available|published|reported) later|not be available until|will be available|not yet (collected|complete|available)/,
  ],
  [
    "not-available",
    /no way to report|not (be )?report(ed|able)|not available|cannot be reported|reported annually|suspended/,
  ],
];

const QUALITIES: readonly (readonly [ValueQuality, RegExp])[] = [
  ["incomplete", /\bis incomplete|incomplete for|^incomplete\b|not (yet )?complete\b/],
  ["unreliable", /not (yet )?reliable|\bunreliable|under-?(reporting|record)|issues with (the )?(accuracy|recording)/],
  ["estimated", /\bestimate[ds]?\b/],
  ["provisional", /\bprovisional\b|subject to (verification|validation)/],
  ["revised", /\brevised\b/],
  ["series-break", /break in (the )?series|reports? (was|were) rebuilt|new definition/],
];

type Standing = {
  readonly state: ValueState;
  readonly number: number | null;
  readonly qualities: readonly ValueQuality[];
  readonly note: string | null;
  readonly isMisspelt: boolean;
};

/** What a whole cell of one known word or symbol stands for; `null` for any other. */
export function stateOfSymbol(even: string): Standing | null {
  const plain = { number: null, qualities: [], note: null, isMisspelt: false };
  if (ROUNDS_TO_NOUGHT.test(even))
    return { ...plain, state: "value", number: 0, note: "Rounds to nought and is not nought." };
  const state = SYMBOLS.find(([, pattern]) => pattern.test(even))?.[0];
  if (state === undefined) return null;
  const isMisspelt = state === "suppressed" && /^s/.test(even) && even !== "suppressed";
  return { ...plain, state, isMisspelt, qualities: /^\[?u\]?$/.test(even) ? ["unreliable"] : [] };
}

/** The state a sentence gives; `null` when it gives none. */
export function stateOfWords(even: string): Absent | null {
  return WORDS.find(([, pattern]) => pattern.test(even))?.[0] ?? null;
}

/** What a sentence says of the trust in a figure. */
export function qualitiesOfWords(even: string): readonly ValueQuality[] {
  return QUALITIES.filter(([, pattern]) => pattern.test(even)).map(([quality]) => quality);
}
