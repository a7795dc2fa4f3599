/** Canonical table `review`: a review of a plan or of a child’s care, due or held. */
import { boolean, code, date, defineTable, text } from "./table.ts";

export const reviewTable = defineTable({
  name: "review",
  area: "care",
  words: "A review of a plan or of a child’s care, due or held.",
  key: ["id"],
  // Only some returns say when it was due, so that cannot be part of what matches.
  matchOn: ["person_id", "kind", "date"],
  fields: {
    id: text("Review id.", { required: true }),
    kind: code("review_kind", "What is reviewed.", { required: true }),
    subject_id: text("The plan, episode or case reviewed."),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    due: date("Day it was due."),
    date: date("Day it was held."),
    participation: text("How the child took part."),
    cancelled: boolean("It was cancelled."),
  },
});
