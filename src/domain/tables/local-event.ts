/** Canonical table `local_event`: a fact a council records for itself and no return holds: a supervision, an audit, a practice alert, a complaint … */
import { code, date, defineTable, text } from "./table.ts";

export const localEventTable = defineTable({
  name: "local_event",
  area: "local",
  words:
    "A fact a council records for itself and no return holds: a supervision, an audit, a practice alert, a complaint …",
  key: ["id"],
  matchOn: ["kind", "id"],
  fields: {
    id: text("Event id.", { required: true }),
    kind: code("local_event_kind", "What happened.", { required: true }),
    person_id: text("The child, where it is about one."),
    household_id: text("The household, where it is about one."),
    worker_id: text("The worker."),
    team_id: text("The team."),
    date: date("Day it happened or started."),
    due: date("Day it was due."),
    end: date("Day it ended or was completed."),
    type: text("Type within the kind: collaborative, thematic, informal, formal …"),
    outcome: text("Outcome."),
    grade_first: text("First grade."),
    grade_final: text("Grade after moderation."),
    attributes: text("Everything else the file held, as JSON."),
  },
});
