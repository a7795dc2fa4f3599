/** Canonical table `referral`: a referral to children’s social care; with its closure it is also the episode of need. */
import { boolean, code, date, defineTable, text } from "./table.ts";

export const referralTable = defineTable({
  name: "referral",
  area: "front door",
  words: "A referral to children’s social care; with its closure it is also the episode of need.",
  key: ["referral_id"],
  matchOn: ["person_id", "date"],
  fields: {
    referral_id: text("Referral id.", { required: true }),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    date: date("Day the referral was received.", { required: true }),
    source: code("referral_source", "Who made it."),
    nfa: boolean("No further action was taken."),
    primary_need: code("primary_need", "Primary need code."),
    closure_date: date("Day the episode of need closed; empty while open."),
    closure_reason: code("closure_reason", "Why it closed."),
    outcome: text("What came of the referral."),
    team: text("Team the return says held the case, as a name or id; the allocation on a day is in involvement."),
    worker: text("Worker the return says held the case."),
  },
});
