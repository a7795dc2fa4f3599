/** Canonical table `aggregate_input`: a figure typed in, because no case record holds it. */
import { date, defineTable, number, text } from "./table.ts";

export const aggregateInputTable = defineTable({
  name: "aggregate_input",
  area: "local",
  words: "A figure typed in, because no case record holds it.",
  key: ["measure", "area", "period"],
  matchOn: ["measure", "area", "period"],
  fields: {
    measure: text("Measure id.", { required: true }),
    area: text("authority, or the team, locality or school the figure is for.", { required: true }),
    period: text("Period: 2025-06, 2025-26-Q1, 2025-26, 2025.", { required: true }),
    period_start: date("First day of the period.", { required: true }),
    period_end: date("Last day of the period.", { required: true }),
    numerator: number("Numerator."),
    denominator: number("Denominator."),
    value: number("Value, where there is no numerator and denominator."),
    text: text("Value in words, such as 5-6 months."),
    state: text(
      "Where the figure is not a plain one, what stands in its place (not_yet_collected, suppressed, no_cohort, not_run …) or is said of it (incomplete, unreliable, series_break …).",
    ),
    note: text("Note to print with it."),
  },
});

/** The columns in which figures typed here, or brought over with a scorecard, are written as a file of this table. */
export const TYPED_FIGURE_COLUMNS = [
  "measure",
  "area",
  "period",
  "period_start",
  "period_end",
  "numerator",
  "denominator",
  "value",
  "text",
  "state",
  "note",
] as const;
