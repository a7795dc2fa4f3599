/** Canonical table `visit`: a visit to a child. */
import { boolean, code, date, defineTable, text } from "./table.ts";

export const visitTable = defineTable({
  name: "visit",
  area: "protection",
  words: "A visit to a child.",
  key: ["id"],
  matchOn: ["person_id", "kind", "date"],
  fields: {
    id: text("Visit id.", { required: true }),
    kind: code("visit_kind", "What the visit is for.", { required: true }),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    subject_id: text("The plan or episode it belongs to."),
    date: date("Day of the visit.", { required: true }),
    seen: boolean("The child was seen."),
    seen_alone: boolean("The child was seen alone."),
  },
});
