/** The tables of the Standard Safeguarding Dataset and their fields (Data to Insight, ssd-data-model, MIT), and which of them a header is of. */

export type SsdTable = {
  /** The four letters before each field. */
  readonly prefix: string;
  /** Fields as the specification writes them, prefix and all. */
  readonly fields: readonly string[];
};

const fields = (prefix: string, names: string): SsdTable => ({
  prefix,
  fields: names.split(/\s+/).map((name) => `${prefix}_${name}`),
});

/** Every table that holds records of children, workers or teams. */
export const SSD_TABLES: Readonly<Record<string, SsdTable>> = {
  ssd_person: fields(
    "pers",
    `person_id forename surname sex gender ethnicity dob common_child_id legacy_id upn_unknown send_flag expected_dob
    death_date is_mother nationality`,
  ),
  ssd_family: fields("fami", "table_id family_id person_id"),
  ssd_address: fields(
    "addr",
    `table_id address_json person_id address_type address_start_date address_end_date address_postcode`,
  ),
  ssd_disability: fields("disa", "person_id table_id disability_code"),
  ssd_immigration_status: fields(
    "immi",
    `person_id immigration_status_id immigration_status immigration_status_start_date immigration_status_end_date`,
  ),
  ssd_mother: fields("moth", "table_id person_id childs_person_id childs_dob"),
  ssd_legal_status: fields(
    "lega",
    "legal_status_id person_id legal_status legal_status_start_date legal_status_end_date",
  ),
  ssd_contacts: fields(
    "cont",
    `contact_id person_id contact_date contact_source_code contact_source_desc contact_outcome_json`,
  ),
  ssd_early_help_episodes: fields(
    "earl",
    `episode_id person_id episode_start_date episode_end_date episode_reason episode_end_reason episode_organisation
    episode_worker_id`,
  ),
  ssd_cin_episodes: fields(
    "cine",
    `referral_id person_id referral_date cin_primary_need_code referral_source_code referral_source_desc
    referral_outcome_json referral_nfa close_reason close_date referral_team referral_worker_id`,
  ),
  ssd_cin_assessments: fields(
    "cina",
    `assessment_id person_id referral_id assessment_start_date assessment_child_seen assessment_auth_date
    assessment_outcome_json assessment_outcome_nfa assessment_team assessment_worker_id`,
  ),
  ssd_assessment_factors: fields("cinf", "table_id assessment_id assessment_factors_json"),
  ssd_cin_plans: fields(
    "cinp",
    `cin_plan_id referral_id person_id cin_plan_start_date cin_plan_end_date cin_plan_team cin_plan_worker_id`,
  ),
  ssd_cin_visits: fields(
    "cinv",
    `cin_visit_id person_id cin_visit_date cin_visit_seen cin_visit_seen_alone cin_visit_bedroom`,
  ),
  ssd_s47_enquiry: fields(
    "s47e",
    `s47_enquiry_id referral_id person_id s47_start_date s47_end_date s47_nfa s47_outcome_json
    s47_completed_by_worker_id s47_completed_by_team`,
  ),
  ssd_initial_cp_conference: fields(
    "icpc",
    `icpc_id icpc_meeting_id s47_enquiry_id person_id cp_plan_id referral_id icpc_transfer_in icpc_target_date
    icpc_date icpc_outcome_cp_flag icpc_outcome_json icpc_team icpc_worker_id`,
  ),
  ssd_cp_plans: fields(
    "cppl",
    `cp_plan_id referral_id icpc_id person_id cp_plan_start_date cp_plan_end_date cp_plan_initial_category
    cp_plan_ola cp_plan_latest_category`,
  ),
  ssd_cp_visits: fields(
    "cppv",
    `cp_visit_id person_id cp_plan_id cp_visit_date cp_visit_seen cp_visit_seen_alone cp_visit_bedroom`,
  ),
  ssd_cp_reviews: fields(
    "cppr",
    `cp_review_id person_id cp_plan_id cp_review_due cp_review_date cp_review_meeting_id
    cp_review_outcome_continue_cp cp_review_quorate cp_review_participation`,
  ),
  ssd_cla_episodes: fields(
    "clae",
    `cla_episode_id person_id cla_episode_start_date cla_episode_start_reason cla_primary_need_code
    cla_episode_ceased_date cla_episode_ceased_reason cla_id referral_id cla_placement_id entered_care_date
    cla_last_iro_contact_date`,
  ),
  ssd_cla_convictions: fields("clac", "cla_conviction_id person_id cla_conviction_date cla_conviction_offence"),
  ssd_cla_health: fields("clah", "health_check_id person_id health_check_type health_check_date health_check_status"),
  ssd_cla_immunisations: fields("clai", "person_id immunisations_status immunisations_status_date"),
  ssd_cla_substance_misuse: fields(
    "clas",
    `substance_misuse_id person_id substance_misuse_date substance_misused intervention_received`,
  ),
  ssd_cla_placement: fields(
    "clap",
    `cla_placement_id cla_placement_start_date cla_placement_type cla_placement_urn cla_placement_distance cla_id
    cla_placement_provider cla_placement_postcode cla_placement_end_date cla_placement_change_reason person_id`,
  ),
  ssd_cla_reviews: fields(
    "clar",
    `cla_review_id cla_id cla_review_due_date cla_review_date cla_review_cancelled cla_review_participation`,
  ),
  ssd_cla_visits: fields("clav", "cla_visit_id cla_id person_id cla_visit_date cla_visit_seen cla_visit_seen_alone"),
  ssd_cla_previous_permanence: fields(
    "lapp",
    `table_id person_id previous_permanence_order_date previous_permanence_option previous_permanence_la`,
  ),
  ssd_cla_care_plan: fields(
    "lacp",
    `table_id person_id cla_care_plan_start_date cla_care_plan_end_date cla_care_plan_json`,
  ),
  ssd_sdq_scores: fields("csdq", "table_id person_id sdq_completed_date sdq_reason sdq_score"),
  ssd_missing: fields(
    "miss",
    `table_id person_id missing_episode_start_date missing_episode_type missing_episode_end_date missing_rhi_offered
    missing_rhi_accepted`,
  ),
  ssd_care_leavers: fields(
    "clea",
    `table_id person_id care_leaver_eligibility care_leaver_in_touch care_leaver_latest_contact
    care_leaver_accommodation care_leaver_accom_suitable care_leaver_activity pathway_plan_review_date
    care_leaver_personal_advisor care_leaver_allocated_team care_leaver_worker_id`,
  ),
  ssd_permanence: fields(
    "perm",
    `table_id person_id cla_id adm_decision_date ffa_cp_decision_date placement_order_date placed_for_adoption_date
    matched_date adopted_by_carer_flag placed_ffa_cp_date decision_reversed_date placed_foster_carer_date
    part_of_sibling_group siblings_placed_together siblings_placed_apart placement_provider_urn
    decision_reversed_reason permanence_order_date permanence_order_type adoption_worker_id adopter_sex
    adopter_legal_status number_of_adopters`,
  ),
  ssd_involvements: fields(
    "invo",
    `involvements_id professional_id professional_role_id professional_team involvement_start_date
    involvement_end_date worker_change_reason person_id referral_id`,
  ),
  ssd_professionals: fields(
    "prof",
    `professional_id staff_id professional_name social_worker_registration_no professional_job_title
    professional_caseload professional_department full_time_equivalency agency_worker_flag`,
  ),
  ssd_send: fields("send", "table_id upn uln upn_unknown person_id"),
  ssd_ehcp_requests: fields(
    "ehcr",
    "ehcp_request_id send_table_id ehcp_req_date ehcp_req_outcome_date ehcp_req_outcome",
  ),
  ssd_ehcp_assessment: fields(
    "ehca",
    `ehcp_assessment_id ehcp_request_id ehcp_assessment_outcome_date ehcp_assessment_outcome
    ehcp_assessment_exceptions`,
  ),
  ssd_ehcp_named_plan: fields(
    "ehcn",
    `named_plan_id ehcp_asmt_id named_plan_start_date named_plan_ceased_date named_plan_ceased_reason`,
  ),
  ssd_ehcp_active_plans: fields("ehcp", "active_ehcp_id ehcp_request_id active_ehcp_last_review_date"),
  ssd_sen_need: fields("senn", "table_id active_ehcp_id active_ehcp_need_type active_ehcp_need_rank"),
  ssd_pre_proceedings: fields(
    "prep",
    `table_id person_id plo_family_id pre_pro_decision_date initial_pre_pro_meeting_date pre_pro_outcome
    agree_stepdown_issue_date cp_plans_referral_period legal_gateway_outcome prev_pre_proc_child
    prev_care_proc_child pre_pro_letter_date care_pro_letter_date pre_pro_meetings_num pre_pro_parents_legal_rep
    parents_legal_rep_point_of_issue court_reference care_proc_court_hearings care_proc_short_notice
    proc_short_notice_reason la_inital_plan_approved la_initial_care_plan la_final_plan_approved la_final_care_plan`,
  ),
  ssd_voice_of_child: fields(
    "voch",
    `table_id person_id explained_worries story_help_understand agree_worker plan_safe tablet_help_explain`,
  ),
  ssd_linked_identifiers: fields(
    "link",
    `table_id person_id identifier_type identifier_value valid_from_date valid_to_date`,
  ),
  ssd_s251_finance: fields("s251", "table_id cla_placement_id placeholder_1 placeholder_2 placeholder_3 placeholder_4"),
  ssd_department: fields("dept", "team_id team_name team_parent_id team_parent_name"),
};

/** Tables an extract keeps about itself, which hold nothing of ours: recognised so that they are passed over in words. */
export const ADMIN_TABLES: Readonly<Record<string, readonly string[]>> = {
  ssd_version_log: [
    "version_number",
    "release_date",
    "description",
    "is_current",
    "created_at",
    "created_by",
    "impact_description",
  ],
  ssd_api_data_staging: [
    "id",
    "person_id",
    "json_payload",
    "current_hash",
    "previous_hash",
    "submission_status",
    "submission_timestamp",
    "api_response",
    "row_state",
    "last_updated",
  ],
};
