/** Columns of the tidy rows of a card, each with what it holds in words: made once, written by every format, read back by an import. */
import { LINK_KINDS, type LinkKind } from "../scorecard.ts";
import type { ReportData } from "./document.ts";

type Column = ReportData["columns"][number];

const text = (name: string, words: string): Column => ({ name, words, type: "string" });
const number = (name: string, words: string): Column => ({ name, words, type: "number" });

/** "plan-priority" stands in the column plan_priority. */
export function linkColumn(kind: LinkKind): string {
  return kind.replaceAll("-", "_");
}

const PLACE: readonly Column[] = [
  text("authority", "The authority the figures are of."),
  text("scorecard", "The scorecard’s id."),
  text("scorecard_title", "The scorecard’s title."),
  text("scorecard_window", "What the scorecard’s periods are: in-month, quarter or financial-year."),
  text("scorecard_period", "The period the scorecard is judged for: 2026-03, 2025-26-Q4 or 2025-26."),
];
const STATE: readonly Column[] = [
  text("shown", "The figure as printed; shorthand in square brackets where there is none."),
  text("shorthand", "Shorthand that stands in place of the figure or beside it; empty for a plain figure."),
  text("state", "Whether there is a value, or why there is none: suppressed, no-cohort, not-yet-collected and others."),
  text(
    "qualities",
    "What else is said of the value: provisional, revised, incomplete and others, with blanks between.",
  ),
  text("note", "A note to read with the figure."),
];

/** One row an indicator. */
export const INDICATOR_ROW_COLUMNS: readonly Column[] = [
  ...PLACE,
  text("section", "The section of the scorecard the indicator stands in."),
  text("reference", "The indicator’s number on the scorecard: text, as 1.10 is not 1.1."),
  text("title", "What the indicator is called."),
  text("measure", "The id of what is measured."),
  text("unit", "What the value counts in: count, percentage, rate-per-10000 and others."),
  number("decimals", "How many decimal places the figure is printed with."),
  text("polarity", "Whether high or low is good, or neither."),
  text("change", "How a change is worded: in percentage points, absolute or relative."),
  text("window", "The stretch of time the figure covers: in-month, quarter, rolling-12-months and others."),
  text("period", "The period of that window the figure is for; empty where none ends with the scorecard’s."),
  number("value", "The figure, exact, in its unit: 71.428571 for 71.4%."),
  ...STATE,
  text("target", "The target in force; empty for none."),
  text("target_basis", "Whether the target is for each period or for the year’s end."),
  text("requires_improvement", "Where the band “requires improvement” lies."),
  text("good", "Where the band “good” lies."),
  text("outstanding", "Where the band “outstanding” lies."),
  text("band_cap", "Where too much begins."),
  number("band_places", "Decimal places the figure is rounded to before it is banded; empty for whole numbers."),
  number("baseline", "The value a change is counted from, where there is one."),
  text("rating", "Red, amber, green or not rated."),
  text("rating_reason", "Why it is rated so, in a sentence."),
  text("rating_rule", "The rule it is rated by, with its settings."),
  text("direction", "Whether the figure is improving, worse, similar, changed or cannot be compared."),
  text("direction_reason", "What it is compared with and by how much it moved, in a sentence."),
  text("direction_rule", "The rule the direction is told by, with its settings."),
  text("compared_on", "Which earlier figure it is compared with: previous-period, same-period-last-year and others."),
  text("previous_period", "The earlier period compared with; empty for none."),
  number("previous_value", "The earlier figure, exact."),
  text("previous_shown", "The earlier figure as printed."),
  ...LINK_KINDS.map((kind) => text(linkColumn(kind), `The ${kind.replaceAll("-", " ")} the indicator answers to.`)),
  text("neighbours", "The figure of the statistical neighbours, as printed."),
  text("region", "The region’s figure, as printed."),
  text("england", "England’s figure, as printed."),
  text("comment", "What the service says of the figure."),
];

/** One row a figure: an indicator in one period. */
export const FIGURE_ROW_COLUMNS: readonly Column[] = [
  ...PLACE,
  text("reference", "The indicator’s number on the scorecard: text, as 1.10 is not 1.1."),
  text("measure", "The id of what is measured."),
  text("window", "The stretch of time the figure covers: in-month, quarter, rolling-12-months and others."),
  text("period", "The period the figure is for: 2026-03, 2025-26-Q4, 2025-26."),
  number("numerator", "What is counted, where the figure is one number of another."),
  number("denominator", "What it is counted among."),
  number("value", "The figure, exact, in its unit: 71.428571 for 71.4%."),
  ...STATE,
];

/** One row a comment on the card, a section or indicators. */
export const COMMENT_ROW_COLUMNS: readonly Column[] = [
  ...PLACE,
  text("subject", "What the comment is on: scorecard, section or references."),
  text("on", "The section’s title, or the indicators’ references with semicolons between; empty for the scorecard."),
  text("comment", "What the service says."),
];
