/** Canonical table `comparator`: a published figure of another area. */
import { defineTable, number, text } from "./table.ts";

export const comparatorTable = defineTable({
  name: "comparator",
  area: "reference",
  words: "A published figure of another area.",
  key: ["measure", "area", "period", "edition"],
  matchOn: ["measure", "area", "period", "edition"],
  fields: {
    measure: text("Measure id.", { required: true }),
    area: text("Area code.", { required: true }),
    period: text("Period.", { required: true }),
    edition: text("Publication and edition.", { required: true }),
    value: number("Value; empty when a symbol stands for it."),
    symbol: text("Symbol in place of a value."),
    numerator: number("Numerator."),
    denominator: number("Denominator."),
  },
});
