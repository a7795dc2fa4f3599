/** Canonical table `person_flag`: a lasting fact about a person with the days it holds: disability, unaccompanied asylum seeking child, exploitation … */
import { code, date, defineTable, text } from "./table.ts";

export const personFlagTable = defineTable({
  name: "person_flag",
  area: "people",
  words:
    "A lasting fact about a person with the days it holds: disability, unaccompanied asylum seeking child, exploitation …",
  key: ["id"],
  matchOn: ["person_id", "kind", "code", "from_date"],
  fields: {
    id: text("Row id.", { required: true }),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    kind: code("person_flag_kind", "What the flag says.", { required: true }),
    code: text("The code behind it, for example a disability code; empty for a plain yes."),
    from_date: date("First day it holds; empty when not known."),
    to_date: date("Last day it holds; empty while it holds."),
  },
});
