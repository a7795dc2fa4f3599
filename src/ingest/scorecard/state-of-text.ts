/** What words say of a figure that is missing or not to be trusted: notes in its cell, or the comment beside an empty row. */
import type { ValueQuality, ValueState } from "../../domain/value-state.ts";

const STATES: readonly (readonly [Exclude<ValueState, "value">, RegExp])[] = [
  [
    "not-run",
    /process (was |only )?(commenced|began|started)|(commenced|began|started) in quarter|did not run|no .{0,20}took place/i,
  ],
  ["new", /(this is a|as a) new measure|data is currently being collected/i],
  [
    "not-yet-collected",
    /not been carried out yet|(available|published|reported) later|not be available until|will be available|just been (implemented|launched|established)|has been launched|being implemented/i,
  ],
  [
    "not-available",
    /no way to report|not (be )?report(ed|able)|not available|cannot be reported|previous academic year|point in time/i,
  ],
];

const QUALITIES: readonly (readonly [ValueQuality, RegExp])[] = [
  ["incomplete", /\bis incomplete|incomplete for|not (yet )?complete\b/i],
  [
    "unreliable",
    /not (yet )?reliable|under-?reporting|issues with (the )?(accuracy|recording)|(percentage|figure) may not be reflective/i,
  ],
  ["provisional", /\bprovisional\b|subject to (verification|validation)/i],
];

/** The state words give an empty cell; `null` when they give none. */
export function stateOfText(text: string): Exclude<ValueState, "value"> | null {
  return STATES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** What words say of the trust in a figure; `null` for nothing. */
export function qualityOfText(text: string): ValueQuality | null {
  return QUALITIES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
