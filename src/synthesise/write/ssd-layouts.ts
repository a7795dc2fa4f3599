/** The tables of the Standard Safeguarding Dataset we fill: field names and order as in Data to Insight's specification (MIT). */
import { layout } from "./layout.ts";

export const PERSON = layout(
  "ssd_person",
  `pers_person_id:c pers_forename pers_surname pers_sex:k pers_gender pers_ethnicity:k pers_dob:b pers_common_child_id pers_legacy_id
   pers_upn_unknown:k pers_send_flag pers_expected_dob:d pers_death_date pers_is_mother pers_nationality`,
);
export const FAMILY = layout("ssd_family", "fami_table_id fami_family_id fami_person_id:c");
export const ADDRESS = layout(
  "ssd_address",
  `addr_table_id addr_address_json addr_person_id:c addr_address_type addr_address_start_date:s addr_address_end_date:e
   addr_address_postcode`,
);
export const DISABILITY = layout("ssd_disability", "disa_person_id:c disa_table_id disa_disability_code:k");
export const IMMIGRATION = layout(
  "ssd_immigration_status",
  "immi_person_id:c immi_immigration_status_id immi_immigration_status immi_immigration_status_start_date:s immi_immigration_status_end_date:e",
);
export const MOTHER = layout("ssd_mother", "moth_table_id moth_person_id:c moth_childs_person_id moth_childs_dob:b");
export const LEGAL_STATUS = layout(
  "ssd_legal_status",
  "lega_legal_status_id lega_person_id:c lega_legal_status:k lega_legal_status_start_date:s lega_legal_status_end_date:e",
);
export const CONTACTS = layout(
  "ssd_contacts",
  `cont_contact_id cont_person_id:c cont_contact_date:d cont_contact_source_code:k cont_contact_source_desc cont_contact_outcome_json`,
);
export const EARLY_HELP = layout(
  "ssd_early_help_episodes",
  `earl_episode_id earl_person_id:c earl_episode_start_date:s earl_episode_end_date:e earl_episode_reason earl_episode_end_reason
   earl_episode_organisation earl_episode_worker_id`,
);
export const CIN_EPISODES = layout(
  "ssd_cin_episodes",
  `cine_referral_id cine_person_id:c cine_referral_date:s cine_cin_primary_need_code:k cine_referral_source_code:k
   cine_referral_source_desc cine_referral_outcome_json cine_referral_nfa cine_close_reason:k cine_close_date:e cine_referral_team
   cine_referral_worker_id`,
);
export const ASSESSMENTS = layout(
  "ssd_cin_assessments",
  `cina_assessment_id cina_person_id:c cina_referral_id cina_assessment_start_date:s cina_assessment_child_seen
   cina_assessment_auth_date:e cina_assessment_outcome_json cina_assessment_outcome_nfa cina_assessment_team cina_assessment_worker_id`,
);
export const FACTORS = layout(
  "ssd_assessment_factors",
  "cinf_table_id cinf_assessment_id cinf_assessment_factors_json",
  { clean: true },
);
export const CIN_PLANS = layout(
  "ssd_cin_plans",
  `cinp_cin_plan_id cinp_referral_id cinp_person_id:c cinp_cin_plan_start_date:s cinp_cin_plan_end_date:e cinp_cin_plan_team
   cinp_cin_plan_worker_id`,
);
export const CIN_VISITS = layout(
  "ssd_cin_visits",
  "cinv_cin_visit_id cinv_person_id:c cinv_cin_visit_date:d cinv_cin_visit_seen cinv_cin_visit_seen_alone cinv_cin_visit_bedroom",
);
export const S47 = layout(
  "ssd_s47_enquiry",
  `s47e_s47_enquiry_id s47e_referral_id s47e_person_id:c s47e_s47_start_date:s s47e_s47_end_date:e s47e_s47_nfa s47e_s47_outcome_json
   s47e_s47_completed_by_worker_id s47e_s47_completed_by_team`,
);
export const CONFERENCE = layout(
  "ssd_initial_cp_conference",
  `icpc_icpc_id icpc_icpc_meeting_id icpc_s47_enquiry_id icpc_person_id:c icpc_cp_plan_id icpc_referral_id icpc_icpc_transfer_in
   icpc_icpc_target_date:d icpc_icpc_date:d icpc_icpc_outcome_cp_flag icpc_icpc_outcome_json icpc_icpc_team icpc_icpc_worker_id`,
);
export const CP_PLANS = layout(
  "ssd_cp_plans",
  `cppl_cp_plan_id cppl_referral_id cppl_icpc_id cppl_person_id:c cppl_cp_plan_start_date:s cppl_cp_plan_end_date:e
   cppl_cp_plan_initial_category:k cppl_cp_plan_ola cppl_cp_plan_latest_category:k`,
);
export const CP_VISITS = layout(
  "ssd_cp_visits",
  `cppv_cp_visit_id cppv_person_id:c cppv_cp_plan_id cppv_cp_visit_date:d cppv_cp_visit_seen cppv_cp_visit_seen_alone
   cppv_cp_visit_bedroom`,
);
export const CP_REVIEWS = layout(
  "ssd_cp_reviews",
  `cppr_cp_review_id cppr_person_id:c cppr_cp_plan_id cppr_cp_review_due:d cppr_cp_review_date:d cppr_cp_review_meeting_id
   cppr_cp_review_outcome_continue_cp cppr_cp_review_quorate cppr_cp_review_participation`,
);
export const CLA_EPISODES = layout(
  "ssd_cla_episodes",
  `clae_cla_episode_id clae_person_id:c clae_cla_episode_start_date:s clae_cla_episode_start_reason:k clae_cla_primary_need_code:k
   clae_cla_episode_ceased_date:e clae_cla_episode_ceased_reason:k clae_cla_id clae_referral_id clae_cla_placement_id
   clae_entered_care_date:d clae_cla_last_iro_contact_date:d`,
);
export const CONVICTIONS = layout(
  "ssd_cla_convictions",
  "clac_cla_conviction_id clac_person_id:c clac_cla_conviction_date:d clac_cla_conviction_offence",
);
export const HEALTH = layout(
  "ssd_cla_health",
  "clah_health_check_id clah_person_id:c clah_health_check_type clah_health_check_date:d clah_health_check_status",
);
export const IMMUNISATIONS = layout(
  "ssd_cla_immunisations",
  "clai_person_id:c clai_immunisations_status clai_immunisations_status_date:d",
);
export const SUBSTANCE = layout(
  "ssd_cla_substance_misuse",
  "clas_substance_misuse_id clas_person_id:c clas_substance_misuse_date:d clas_substance_misused clas_intervention_received",
);
export const PLACEMENTS = layout(
  "ssd_cla_placement",
  `clap_cla_placement_id clap_cla_placement_start_date:s clap_cla_placement_type:k clap_cla_placement_urn clap_cla_placement_distance
   clap_cla_id clap_cla_placement_provider:k clap_cla_placement_postcode clap_cla_placement_end_date:e
   clap_cla_placement_change_reason:k clap_person_id:c`,
);
export const CLA_REVIEWS = layout(
  "ssd_cla_reviews",
  `clar_cla_review_id clar_cla_id clar_cla_review_due_date:d clar_cla_review_date:d clar_cla_review_cancelled
   clar_cla_review_participation:k`,
);
export const CLA_VISITS = layout(
  "ssd_cla_visits",
  "clav_cla_visit_id clav_cla_id clav_person_id:c clav_cla_visit_date:d clav_cla_visit_seen clav_cla_visit_seen_alone",
);
export const PREVIOUS_PERMANENCE = layout(
  "ssd_cla_previous_permanence",
  `lapp_table_id lapp_person_id:c lapp_previous_permanence_order_date:d lapp_previous_permanence_option:k
   lapp_previous_permanence_la`,
);
export const CARE_PLAN = layout(
  "ssd_cla_care_plan",
  "lacp_table_id lacp_person_id:c lacp_cla_care_plan_start_date:s lacp_cla_care_plan_end_date:e lacp_cla_care_plan_json",
);
export const SDQ = layout(
  "ssd_sdq_scores",
  "csdq_table_id csdq_person_id:c csdq_sdq_completed_date:d csdq_sdq_reason:k csdq_sdq_score",
);
export const MISSING = layout(
  "ssd_missing",
  `miss_table_id miss_person_id:c miss_missing_episode_start_date:s miss_missing_episode_type:k miss_missing_episode_end_date:e
   miss_missing_rhi_offered miss_missing_rhi_accepted`,
);
export const CARE_LEAVERS = layout(
  "ssd_care_leavers",
  `clea_table_id clea_person_id:c clea_care_leaver_eligibility clea_care_leaver_in_touch:k clea_care_leaver_latest_contact:d
   clea_care_leaver_accommodation:k clea_care_leaver_accom_suitable clea_care_leaver_activity:k clea_pathway_plan_review_date:d
   clea_care_leaver_personal_advisor clea_care_leaver_allocated_team clea_care_leaver_worker_id`,
);
export const PERMANENCE = layout(
  "ssd_permanence",
  `perm_table_id perm_person_id:c perm_cla_id perm_adm_decision_date:d perm_ffa_cp_decision_date:d perm_placement_order_date:d
   perm_placed_for_adoption_date:d perm_matched_date:d perm_adopted_by_carer_flag perm_placed_ffa_cp_date:d
   perm_decision_reversed_date:d perm_placed_foster_carer_date:d perm_part_of_sibling_group perm_siblings_placed_together
   perm_siblings_placed_apart perm_placement_provider_urn perm_decision_reversed_reason:k perm_permanence_order_date:d
   perm_permanence_order_type perm_adoption_worker_id perm_adopter_sex perm_adopter_legal_status perm_number_of_adopters`,
);
export const INVOLVEMENTS = layout(
  "ssd_involvements",
  `invo_involvements_id invo_professional_id invo_professional_role_id invo_professional_team invo_involvement_start_date:s
   invo_involvement_end_date:e invo_worker_change_reason:k invo_person_id:c invo_referral_id`,
);
export const PROFESSIONALS = layout(
  "ssd_professionals",
  `prof_professional_id prof_staff_id prof_professional_name prof_social_worker_registration_no prof_professional_job_title
   prof_professional_caseload prof_professional_department prof_full_time_equivalency prof_agency_worker_flag`,
  { clean: true },
);
export const SEND = layout("ssd_send", "send_table_id send_upn send_uln send_upn_unknown send_person_id:c");
export const EHCP_REQUESTS = layout(
  "ssd_ehcp_requests",
  "ehcr_ehcp_request_id ehcr_send_table_id ehcr_ehcp_req_date:s ehcr_ehcp_req_outcome_date:e ehcr_ehcp_req_outcome:k",
);
export const EHCP_ASSESSMENT = layout(
  "ssd_ehcp_assessment",
  `ehca_ehcp_assessment_id ehca_ehcp_request_id ehca_ehcp_assessment_outcome_date:d ehca_ehcp_assessment_outcome:k
   ehca_ehcp_assessment_exceptions`,
);
export const EHCP_NAMED_PLAN = layout(
  "ssd_ehcp_named_plan",
  `ehcn_named_plan_id ehcn_ehcp_asmt_id ehcn_named_plan_start_date:s ehcn_named_plan_ceased_date:e ehcn_named_plan_ceased_reason:k`,
);
export const EHCP_ACTIVE_PLANS = layout(
  "ssd_ehcp_active_plans",
  "ehcp_active_ehcp_id ehcp_ehcp_request_id ehcp_active_ehcp_last_review_date:d",
);
export const SEN_NEED = layout(
  "ssd_sen_need",
  "senn_table_id senn_active_ehcp_id senn_active_ehcp_need_type:k senn_active_ehcp_need_rank",
);
export const PRE_PROCEEDINGS = layout(
  "ssd_pre_proceedings",
  `prep_table_id prep_person_id:c prep_plo_family_id prep_pre_pro_decision_date:s prep_initial_pre_pro_meeting_date:d
   prep_pre_pro_outcome prep_agree_stepdown_issue_date:e prep_cp_plans_referral_period prep_legal_gateway_outcome
   prep_prev_pre_proc_child prep_prev_care_proc_child prep_pre_pro_letter_date prep_care_pro_letter_date prep_pre_pro_meetings_num
   prep_pre_pro_parents_legal_rep prep_parents_legal_rep_point_of_issue prep_court_reference prep_care_proc_court_hearings
   prep_care_proc_short_notice prep_proc_short_notice_reason prep_la_inital_plan_approved prep_la_initial_care_plan
   prep_la_final_plan_approved prep_la_final_care_plan`,
);
export const LINKED_IDENTIFIERS = layout(
  "ssd_linked_identifiers",
  "link_table_id link_person_id:c link_identifier_type link_identifier_value link_valid_from_date:d link_valid_to_date:d",
);
export const DEPARTMENT = layout(
  "ssd_department",
  "dept_team_id dept_team_name dept_team_parent_id dept_team_parent_name",
  { clean: true },
);

/** Every table, so that one with no row is still a file with a header. */
// biome-ignore format: a list of names reads best as a block
export const SSD_LAYOUTS = [PERSON, FAMILY, ADDRESS, DISABILITY, IMMIGRATION, MOTHER, LEGAL_STATUS, CONTACTS,
  EARLY_HELP, CIN_EPISODES, ASSESSMENTS, FACTORS, CIN_PLANS, CIN_VISITS, S47, CONFERENCE, CP_PLANS, CP_VISITS,
  CP_REVIEWS, CLA_EPISODES, CONVICTIONS, HEALTH, IMMUNISATIONS, SUBSTANCE, PLACEMENTS, CLA_REVIEWS, CLA_VISITS,
  PREVIOUS_PERMANENCE, CARE_PLAN, SDQ, MISSING, CARE_LEAVERS, PERMANENCE, INVOLVEMENTS, PROFESSIONALS, SEND,
  EHCP_REQUESTS, EHCP_ASSESSMENT, EHCP_NAMED_PLAN, EHCP_ACTIVE_PLANS, SEN_NEED, PRE_PROCEEDINGS,
  LINKED_IDENTIFIERS, DEPARTMENT] as const;
