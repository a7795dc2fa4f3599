/** Canonical table `neighbour`: a statistical neighbour of an authority. */
import { defineTable, integer, text } from "./table.ts";

export const neighbourTable = defineTable({
  name: "neighbour",
  area: "reference",
  words: "A statistical neighbour of an authority.",
  key: ["la_code", "edition", "rank"],
  matchOn: ["la_code", "edition", "rank"],
  fields: {
    la_code: text("The authority.", { required: true }),
    edition: text("Edition of the model.", { required: true }),
    rank: integer("Rank, 1 the closest.", { required: true }),
    neighbour_code: text("The neighbour.", { required: true }),
    closeness: text("How close."),
  },
});
