/** Canonical table `population`: how many people of an age live in an area, by year and version. */
import { defineTable, integer, text } from "./table.ts";

export const populationTable = defineTable({
  name: "population",
  area: "reference",
  words: "How many people of an age live in an area, by year and version.",
  key: ["area", "age_group", "year", "version"],
  matchOn: ["area", "age_group", "year", "version"],
  fields: {
    area: text("Area code or authority name.", { required: true }),
    age_group: text("0-17, 10-17, 16-17 …", { required: true }),
    year: integer("Calendar year of the mid-year estimate.", { required: true }),
    version: text("Which publication of the estimate.", { required: true }),
    estimate: integer("People.", { required: true }),
  },
});
