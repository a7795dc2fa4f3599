/** Canonical table `comparator`: a figure others publish, of an area, as its publication prints it. */
import { defineTable, number, text } from "./table.ts";

export const comparatorTable = defineTable({
  name: "comparator",
  area: "reference",
  words: "A figure others publish, of an area, as its publication prints it.",
  key: ["dataset", "indicator", "breakdown", "area", "period", "edition"],
  matchOn: ["dataset", "indicator", "breakdown", "area", "period", "edition"],
  fields: {
    publication: text("Where it is published.", { required: true }),
    dataset: text("The table of the publication, from the name of its file without its years.", { required: true }),
    indicator: text("The column or name it is published under.", { required: true }),
    breakdown: text("Whom it is of: every filter of the row as name=value, in the order of the columns.", {
      required: true,
    }),
    area_level: text("england, region or authority.", { required: true }),
    area: text("The three-digit code of an authority, else the area's name.", { required: true }),
    area_name: text("The area's name."),
    region: text("The region an authority is in."),
    period: text("Period as published: 2025, 202425, 2024/25.", { required: true }),
    edition: text("Edition of the publication: by default the latest year in the file.", { required: true }),
    published_on: text("Day of publication, YYYY-MM-DD, where somebody said."),
    printed: text("The cell as printed, which says how precise it is.", { required: true }),
    value: number("Value; empty when a symbol stands for it."),
    symbol: text("Symbol in place of a value."),
  },
});
