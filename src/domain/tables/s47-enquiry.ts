/** Canonical table `s47_enquiry`: a strategy discussion and the section 47 enquiry it starts. */
import { boolean, code, date, defineTable, text } from "./table.ts";

export const s47EnquiryTable = defineTable({
  name: "s47_enquiry",
  area: "protection",
  words: "A strategy discussion and the section 47 enquiry it starts.",
  key: ["id"],
  matchOn: ["person_id", "start", "strategy_date"],
  fields: {
    id: text("Enquiry id.", { required: true }),
    referral_id: text("The referral it follows."),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    strategy_date: date("Day of the strategy discussion."),
    strategy_outcome: code("strategy_outcome", "What the strategy discussion decided."),
    start: date("Day the enquiry started; empty when the discussion led to none."),
    authorised_date: date("Day its outcome was authorised."),
    end: date("Day it ended."),
    icpc_not_required: boolean("An initial conference was judged unnecessary."),
    outcome: code("s47_outcome", "Outcome of the enquiry."),
    team: text("Team the return says held the case, as a name or id; the allocation on a day is in involvement."),
    worker: text("Worker the return says held the case."),
  },
});
