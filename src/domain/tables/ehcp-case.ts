/** Canonical table `ehcp_case`: a request for an education, health and care assessment, and the plan that follows. */
import { boolean, code, date, defineTable, text } from "./table.ts";

export const ehcpCaseTable = defineTable({
  name: "ehcp_case",
  area: "send and education",
  words: "A request for an education, health and care assessment, and the plan that follows.",
  key: ["id"],
  // A request pending in one year’s return has its plan in the next year’s, so the plan’s start cannot be part of what matches.
  matchOn: ["person_id", "request_date"],
  fields: {
    id: text("Case id.", { required: true }),
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    request_date: date("Day the request was received."),
    request_source: code("request_source", "Who asked."),
    request_outcome: code("request_outcome", "Whether it was agreed to assess."),
    request_outcome_date: date("Day that was decided."),
    assessment_outcome: code("assessment_outcome_ehc", "Whether it was agreed to issue a plan."),
    assessment_outcome_date: date("Day that was decided, which is the day the plan is issued."),
    exception: boolean("A permitted exception to the 20 weeks applies."),
    plan_start: date("Day the plan started."),
    plan_cease: date("Day the plan ceased."),
    cease_reason: code("plan_cease_reason", "Why it ceased."),
    last_review: date("Day of the last review."),
    need_1: code("sen_type", "First need."),
    need_2: code("sen_type", "Second need."),
    placement_urn: text("Reference of the school or setting."),
    sen_setting: code("sen_setting", "Kind of setting, where it has no reference."),
    transfer_from_la: text("Authority the plan came from."),
    transfer: boolean("A transfer from a statement or learning difficulty assessment in progress."),
  },
});
