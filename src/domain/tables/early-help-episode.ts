/** Canonical table `early_help_episode`: a spell of early help. */
import { date, defineTable, text } from "./table.ts";

export const earlyHelpEpisodeTable = defineTable({
  name: "early_help_episode",
  area: "front door",
  words: "A spell of early help.",
  key: ["id"],
  matchOn: ["person_id", "start"],
  fields: {
    id: text("Episode id.", { required: true }),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    received_date: date("Day the request for early help was received."),
    start: date("First day of the episode.", { required: true }),
    end: date("Last day; empty while open."),
    reason: text("Why early help was given."),
    end_reason: text("Why it ended."),
    organisation: text("Organisation leading it."),
    assessment_start: date("Day the early help assessment started."),
    assessment_end: date("Day the early help assessment was completed."),
    worker_id: text("Lead worker."),
  },
});
