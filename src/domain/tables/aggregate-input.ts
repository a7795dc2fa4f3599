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
    state: text("not_yet_collected, not_reported, incomplete, unreliable … where the figure is not a plain one."),
    note: text("Note to print with it."),
  },
});
