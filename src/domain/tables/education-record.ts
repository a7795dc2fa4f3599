/** Canonical table `education_record`: a pupil’s schooling over a period or on a day. */
import { boolean, date, defineTable, integer, text } from "./table.ts";

export const educationRecordTable = defineTable({
  name: "education_record",
  area: "send and education",
  words: "A pupil’s schooling over a period or on a day.",
  key: ["person_id", "period"],
  matchOn: ["person_id", "period"],
  fields: {
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    period: text("Academic year, term or month the record covers, or the day it was read.", { required: true }),
    from_date: date("First day the record covers."),
    to_date: date("Last day the record covers."),
    school_urn: text("School."),
    sessions_possible: integer("Possible sessions."),
    sessions_missed: integer("Sessions missed."),
    suspensions: integer("Suspensions."),
    exclusion: boolean("Permanently excluded."),
    no_place: boolean("Without a school place."),
    pep_date: date("Day of the latest personal education plan."),
    neet: boolean("Not in education, employment or training."),
  },
});
