/** Canonical table `team`: a team and where it sits in the service. */
import { date, defineTable, text } from "./table.ts";

export const teamTable = defineTable({
  name: "team",
  area: "workforce",
  words: "A team and where it sits in the service.",
  key: ["team_id"],
  matchOn: ["team_id"],
  fields: {
    team_id: text("The team’s id.", { required: true }),
    name: text("Its name.", { required: true }),
    parent_id: text("The team or service above it."),
    service: text(
      "Kind of work: front_door, assessment, safeguarding, disability, children_looked_after, care_leavers, early_help, fostering …",
    ),
    locality: text("Locality it serves."),
    from_date: date("First day it exists; empty when not known."),
    to_date: date("Last day it exists."),
  },
});
