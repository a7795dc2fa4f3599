/** Canonical table `assessment_factor`: a factor identified at the end of an assessment. */
import { code, defineTable, text } from "./table.ts";

export const assessmentFactorTable = defineTable({
  name: "assessment_factor",
  area: "front door",
  words: "A factor identified at the end of an assessment.",
  key: ["assessment_id", "code"],
  matchOn: ["assessment_id", "code"],
  fields: {
    assessment_id: text("The assessment.", { required: true }),
    person_id: text("The child."),
    code: code("assessment_factor", "Factor code.", { required: true }),
  },
});
