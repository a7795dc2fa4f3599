/** Canonical table `contact`: a contact about a child received at the front door. */
import { code, date, defineTable, text } from "./table.ts";

export const contactTable = defineTable({
  name: "contact",
  area: "front door",
  words: "A contact about a child received at the front door.",
  key: ["contact_id"],
  matchOn: ["person_id", "date", "source"],
  fields: {
    contact_id: text("Contact id.", { required: true }),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    date: date("Day the contact was received.", { required: true }),
    source: code("referral_source", "Who made it."),
    outcome: code("contact_outcome", "What was decided."),
    decision_date: date("Day the decision was made."),
  },
});
