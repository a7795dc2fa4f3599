/** The window and basis a measure's name gives: "(rolling 12 months)", "(year to date)", "(month end snapshot)". */
import type { WindowId } from "../../domain/period.ts";

export type NamedWindow = {
  readonly window: WindowId | null;
  readonly basis: "flow" | "snapshot";
  /** The words that give two spans at once; `null` when there are none. */
  readonly contradiction: string | null;
};

const ROLLING_12 =
  /rolling\s*(12|twelve)|(12|twelve)[\s-]*months?\s+(rolling|period)|rolling\s+(year|annual)|over a 12 month/i;
const ROLLING_3 = /rolling\s*(3|three)|(3|three)[\s-]*months?\s+rolling/i;
const TO_DATE = /year\s*to\s*date|\bytd\b|cumulative|accumulative/i;
const SNAPSHOT =
  /snapshot|month[\s-]?end|quarter[\s-]?end|at the end of|\bcurrent(ly)?\b|\bopen\b|subject to|number of cared for children$/i;

/** `window` is `null` when the name leaves it to the columns. */
export function windowOfName(title: string): NamedWindow {
  const contradiction = /rolling\s+(ytd|year to date)|year to date rolling/i.exec(title)?.[0] ?? null;
  const basis = SNAPSHOT.test(title) && !/\bin (the )?(month|quarter|period)\b/i.test(title) ? "snapshot" : "flow";
  if (contradiction !== null) return { window: "year-to-date", basis, contradiction };
  if (ROLLING_12.test(title)) return { window: "rolling-12-months", basis, contradiction };
  if (ROLLING_3.test(title)) return { window: "rolling-3-months", basis, contradiction };
  return { window: TO_DATE.test(title) ? "year-to-date" : null, basis, contradiction };
}
