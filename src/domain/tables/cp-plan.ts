/** Canonical table `cp_plan`: a child protection plan. */
import { code, date, defineTable, integer, text } from "./table.ts";

export const cpPlanTable = defineTable({
  name: "cp_plan",
  area: "protection",
  words: "A child protection plan.",
  key: ["id"],
  matchOn: ["person_id", "start"],
  fields: {
    id: text("Plan id.", { required: true }),
    referral_id: text("The referral it belongs to."),
    icpc_id: text("The conference that made it."),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    start: date("First day of the plan.", { required: true }),
    end: date("Last day; empty while open."),
    initial_category: code("category_of_abuse", "Category of abuse at the start."),
    latest_category: code("category_of_abuse", "Latest category of abuse."),
    previous_plans: integer("Number of earlier plans the return states."),
    other_la: text("Other authority whose plan it is."),
    team: text("Team the return says held the case, as a name or id; the allocation on a day is in involvement."),
    worker: text("Worker the return says held the case."),
  },
});
