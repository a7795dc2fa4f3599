/** Canonical table `missing_episode`: a spell missing or away without authorisation. */
import { boolean, code, date, defineTable, text } from "./table.ts";

export const missingEpisodeTable = defineTable({
  name: "missing_episode",
  area: "care",
  words: "A spell missing or away without authorisation.",
  key: ["id"],
  matchOn: ["person_id", "type", "start"],
  fields: {
    id: text("Row id.", { required: true }),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    type: code("missing_type", "Missing or away.", { required: true }),
    start: date("First day.", { required: true }),
    end: date("Last day; empty while missing."),
    rhi_offered: boolean("A return home interview was offered."),
    rhi_accepted: boolean("It was accepted."),
    rhi_date: date("Day it was held."),
  },
});
