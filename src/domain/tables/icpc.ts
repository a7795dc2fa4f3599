/** Canonical table `icpc`: an initial child protection conference. */
import { boolean, date, defineTable, text } from "./table.ts";

export const icpcTable = defineTable({
  name: "icpc",
  area: "protection",
  words: "An initial child protection conference.",
  key: ["id"],
  // Only some returns say when it was due, so that cannot be part of what matches.
  matchOn: ["person_id", "date"],
  fields: {
    id: text("Conference id.", { required: true }),
    s47_id: text("The enquiry that led to it."),
    referral_id: text("The referral it belongs to."),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    target: date("Day it was due."),
    date: date("Day it was held."),
    strategy_date: date("Day of the strategy discussion that started the enquiry."),
    led_to_plan: boolean("It made a child protection plan."),
    transfer_in: boolean("The child came on a plan from another authority."),
    team: text("Team the return says held the case, as a name or id; the allocation on a day is in involvement."),
    worker: text("Worker the return says held the case."),
  },
});
