/** Canonical table `health_check`: a health check, assessment, immunisation record or questionnaire of a child looked after. */
import { code, date, defineTable, number, text } from "./table.ts";

export const healthCheckTable = defineTable({
  name: "health_check",
  area: "care",
  words: "A health check, assessment, immunisation record or questionnaire of a child looked after.",
  key: ["id"],
  matchOn: ["person_id", "kind", "due", "date"],
  fields: {
    id: text("Row id.", { required: true }),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    kind: code("health_check_kind", "What was checked.", { required: true }),
    request_date: date("Day the paperwork was requested or received."),
    due: date("Day it was due."),
    date: date("Day it was done."),
    status: text("Whether done, up to date, refused, or an outcome the return gives."),
    score: number("Score of a questionnaire."),
  },
});
