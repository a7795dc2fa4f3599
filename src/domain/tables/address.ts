/** Canonical table `address`: where a person lives or is placed. */
import { code, date, defineTable, text } from "./table.ts";

export const addressTable = defineTable({
  name: "address",
  area: "people",
  words: "Where a person lives or is placed.",
  key: ["id"],
  matchOn: ["person_id", "kind", "from_date"],
  fields: {
    id: text("Row id.", { required: true }),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    kind: code("address_kind", "Home or placement.", { required: true }),
    postcode: text("Postcode.", { personal: true }),
    from_date: date("First day."),
    to_date: date("Last day."),
  },
});
