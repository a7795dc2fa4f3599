/** Canonical table `involvement`: a worker’s involvement with a person, with the team they worked in. */
import { date, defineTable, text } from "./table.ts";

export const involvementTable = defineTable({
  name: "involvement",
  area: "workforce",
  words: "A worker’s involvement with a person, with the team they worked in.",
  key: ["id"],
  matchOn: ["person_id", "worker_id", "role", "start"],
  fields: {
    id: text("Row id.", { required: true }),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    worker_id: text("The worker."),
    team_id: text("The team."),
    role: text("allocated, adviser, reviewing_officer, early_help …", { required: true }),
    start: date("First day.", { required: true }),
    end: date("Last day; empty while involved."),
    change_reason: text("Why it changed."),
  },
});
