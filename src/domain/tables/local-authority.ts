/** Canonical table `local_authority`: the code, name and region of every authority that figures are published of. */
import { defineTable, text } from "./table.ts";

export const localAuthorityTable = defineTable({
  name: "local_authority",
  area: "reference",
  words: "The code, name and region of an authority that figures are published of.",
  key: ["la_code"],
  matchOn: ["la_code"],
  fields: {
    la_code: text("Three-digit code.", { required: true }),
    la_name: text("Name.", { required: true }),
    region: text("Region; London is Inner or Outer."),
    type: text("Kind of authority."),
  },
});
