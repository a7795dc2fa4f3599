/** Canonical table `care_leaver`: what is known of a care leaver as at a date. */
import { boolean, code, date, defineTable, text } from "./table.ts";

export const careLeaverTable = defineTable({
  name: "care_leaver",
  area: "care",
  words: "What is known of a care leaver as at a date.",
  key: ["person_id", "as_at"],
  matchOn: ["person_id", "as_at"],
  fields: {
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    as_at: date("The day the facts hold.", { required: true }),
    eligibility: text("Eligible, relevant, former_relevant or qualifying."),
    in_touch: code("in_touch", "Whether the authority is in touch."),
    contact: date("Day of the latest contact."),
    accommodation: code("accommodation", "Type of accommodation."),
    suitable: boolean("The accommodation is suitable."),
    activity: code("activity", "Main activity."),
    pathway_plan: date("Day the pathway plan was last reviewed."),
    advisor: text("Personal adviser."),
    team: text("Team the return says held the case, as a name or id; the allocation on a day is in involvement."),
    worker: text("Worker the return says held the case."),
  },
});
