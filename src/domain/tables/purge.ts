/** Canonical table `purge`: a request to delete: a child, an episode or a record that an earlier load held and that must no longer count. */
import { defineTable, text } from "./table.ts";

export const purgeTable = defineTable({
  name: "purge",
  area: "local",
  words:
    "A request to delete: a child, an episode or a record that an earlier load held and that must no longer count.",
  key: ["id"],
  matchOn: ["id"],
  fields: {
    id: text("Row id.", { required: true }),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    table: text("Table it is about; empty for everything of the child."),
    record_id: text("Id of the record; empty for all."),
  },
});
