/** Canonical table `permanence`: the road to adoption, special guardianship or another permanent home. */
import { boolean, code, date, defineTable, text } from "./table.ts";

export const permanenceTable = defineTable({
  name: "permanence",
  area: "care",
  words: "The road to adoption, special guardianship or another permanent home.",
  key: ["id"],
  matchOn: ["person_id"],
  fields: {
    id: text("Row id.", { required: true }),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    decision: date("Day it was decided the child should be placed for adoption."),
    placement_order: date("Day of the placement order."),
    match: date("Day matched with carers."),
    placed: date("Day placed for adoption."),
    ffa_placed: date("Day placed with foster carers who may adopt."),
    order: date("Day of the order."),
    order_type: text("Adoption, special_guardianship or another order."),
    reversed: date("Day the decision was reversed."),
    reversed_reason: code("adoption_reversed_reason", "Why it was reversed."),
    carers_adopted: boolean("The foster carers adopted the child."),
  },
});
