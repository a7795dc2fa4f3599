/** What the state column of a typed figure says: a state in place of a value, or a quality of the value there is. */
import { VALUE_QUALITIES, VALUE_STATES, type ValueQuality, type ValueState } from "../domain/value-state.ts";

/** Older words of the table for the same states. */
const OTHER_WORDS: Readonly<Record<string, ValueState>> = {
  "not-reported": "not-available",
  "not-applicable": "not-meaningful",
};

/** The state of an input without a value; anything not known is not available. */
export function stateTyped(text: string | null): Exclude<ValueState, "value"> {
  const state = (text ?? "").replaceAll("_", "-");
  const found = VALUE_STATES.find((known) => known === state) ?? OTHER_WORDS[state];
  return found === undefined || found === "value" ? "not-available" : found;
}

/** The quality of an input with a value; `null` for a plain one. */
export function qualityTyped(text: string | null): ValueQuality | null {
  const quality = (text ?? "").replaceAll("_", "-");
  return VALUE_QUALITIES.find((known) => known === quality) ?? null;
}
