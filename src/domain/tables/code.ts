/** Canonical table `code`: a code and its words. */
import { defineTable, integer, text } from "./table.ts";

export const codeTable = defineTable({
  name: "code",
  area: "reference",
  words: "A code and its words.",
  key: ["list", "code", "from_year"],
  matchOn: ["list", "code", "from_year"],
  fields: {
    list: text("Code list.", { required: true }),
    code: text("Code.", { required: true }),
    from_year: integer("First collection year it is in force."),
    to_year: integer("Last collection year."),
    words: text("What it means.", { required: true }),
    class: text("The class it belongs to."),
  },
});
