/** The DfE children's social care daily payload (1.0.1) as rows: one staged table for each kind of object. */
import type { JsonRecord } from "../../formats/json-shape.ts";

const record = (table: string, columns: readonly string[]): JsonRecord => ({ table, columns: [...columns, "purge"] });

const EPISODE: JsonRecord = {
  ...record("social_care_episodes", [
    "social_care_episode_id",
    "referral_date",
    "referral_source",
    "referral_no_further_action_flag",
    "closure_date",
    "closure_reason",
  ]),
  handsDown: ["social_care_episode_id"],
  parts: [
    { key: "care_worker_details", record: record("care_worker_details", ["worker_id", "start_date", "end_date"]) },
    {
      key: "child_and_family_assessments",
      record: {
        ...record("child_and_family_assessments", [
          "child_and_family_assessment_id",
          "start_date",
          "authorisation_date",
        ]),
        handsDown: ["child_and_family_assessment_id"],
        lists: [{ key: "factors", table: "factors" }],
      },
    },
    {
      key: "child_in_need_plans",
      record: record("child_in_need_plans", ["child_in_need_plan_id", "start_date", "end_date"]),
    },
    {
      key: "section_47_assessments",
      record: record("section_47_assessments", [
        "section_47_assessment_id",
        "start_date",
        "icpc_required_flag",
        "icpc_date",
        "end_date",
      ]),
    },
    {
      key: "child_protection_plans",
      record: record("child_protection_plans", ["child_protection_plan_id", "start_date", "end_date"]),
    },
    {
      key: "child_looked_after_placements",
      record: record("child_looked_after_placements", [
        "child_looked_after_placement_id",
        "start_date",
        "start_reason",
        "placement_type",
        "postcode",
        "end_date",
        "end_reason",
        "change_reason",
      ]),
    },
    { key: "adoption", record: record("adoption", ["initial_decision_date", "matched_date", "placed_date"]) },
    { key: "care_leavers", record: record("care_leavers", ["contact_date", "activity", "accommodation"]) },
  ],
};

/** A child and everything told of them. */
export const DAILY_CHILD: JsonRecord = {
  ...record("children", ["la_child_id", "mis_child_id"]),
  handsDown: ["la_child_id"],
  folded: [
    {
      key: "child_details",
      prefix: "details_",
      columns: [
        "unique_pupil_number",
        "former_unique_pupil_number",
        "unique_pupil_number_unknown_reason",
        "first_name",
        "surname",
        "date_of_birth",
        "expected_date_of_birth",
        "sex",
        "ethnicity",
        "postcode",
        "uasc_flag",
        "uasc_end_date",
        "purge",
      ],
    },
    { key: "health_and_wellbeing", prefix: "health_", columns: ["purge"] },
  ],
  lists: [{ key: "disabilities", table: "disabilities" }],
  parts: [
    { key: "sdq_assessments", record: { table: "sdq_assessments", columns: ["date", "score"] } },
    { key: "social_care_episodes", record: EPISODE },
  ],
};
