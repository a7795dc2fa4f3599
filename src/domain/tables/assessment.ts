/** Canonical table `assessment`: a single (child and family) assessment. */
import { boolean, code, date, defineTable, text } from "./table.ts";

export const assessmentTable = defineTable({
  name: "assessment",
  area: "front door",
  words: "A single (child and family) assessment.",
  key: ["id"],
  matchOn: ["person_id", "start"],
  fields: {
    id: text("Assessment id.", { required: true }),
    referral_id: text("The referral it follows."),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    start: date("Day the assessment started.", { required: true }),
    internal_review: date("Day of the internal review."),
    authorised: date("Day it was completed and authorised; empty while open."),
    child_seen: boolean("The child was seen during the assessment."),
    outcome: code("assessment_outcome", "What the assessment led to."),
    nfa: boolean("It ended in no further action."),
    team: text("Team the return says held the case, as a name or id; the allocation on a day is in involvement."),
    worker: text("Worker the return says held the case."),
  },
});
