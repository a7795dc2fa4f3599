/** Canonical table `cin_plan`: a child in need plan. */
import { date, defineTable, text } from "./table.ts";

export const cinPlanTable = defineTable({
  name: "cin_plan",
  area: "front door",
  words: "A child in need plan.",
  key: ["id"],
  matchOn: ["person_id", "start"],
  fields: {
    id: text("Plan id.", { required: true }),
    referral_id: text("The referral it belongs to."),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    start: date("First day of the plan.", { required: true }),
    end: date("Last day; empty while open."),
    end_reason: text("Why it ended."),
    team: text("Team the return says held the case, as a name or id; the allocation on a day is in involvement."),
    worker: text("Worker the return says held the case."),
  },
});
