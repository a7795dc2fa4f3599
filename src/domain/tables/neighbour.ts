/** Canonical table `neighbour`: a statistical neighbour of an authority, in one edition of the model. */
import { defineTable, integer, text } from "./table.ts";

export const neighbourTable = defineTable({
  name: "neighbour",
  area: "reference",
  words: "A statistical neighbour of an authority, in one edition of the model.",
  key: ["la_code", "edition", "rank"],
  matchOn: ["la_code", "edition", "rank"],
  fields: {
    la_code: text("The authority.", { required: true }),
    la_name: text("The authority's name."),
    edition: text("Edition of the model: 2021-04, 2025-05.", { required: true }),
    rank: integer("Rank, 1 the closest.", { required: true }),
    neighbour_code: text("The neighbour.", { required: true }),
    closeness: text("How close, in the model's own words."),
  },
});
