/** Canonical table `person_identifier`: another identifier of a person: a former pupil number, a unique learner number, an id in education or youth justice. */
import { date, defineTable, text } from "./table.ts";

export const personIdentifierTable = defineTable({
  name: "person_identifier",
  area: "people",
  words:
    "Another identifier of a person: a former pupil number, a unique learner number, an id in education or youth justice.",
  key: ["id"],
  matchOn: ["person_id", "kind", "value"],
  fields: {
    id: text("Row id.", { required: true }),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    kind: text("What the identifier is: upn, former_upn, uln, legacy_id …", { required: true }),
    value: text("The identifier.", { required: true, personal: true }),
    from_date: date("First day it holds."),
    to_date: date("Last day it holds."),
  },
});
