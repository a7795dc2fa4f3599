/** What a made-up life is made of: the canonical tables' rows, with days as numbers and `null` for what is not known. */
import type { Day } from "../calendar.ts";
import type { CareEpisode, CareLeaver, CarePeriod, HealthCheck, MissingEpisode, Permanence } from "./care-records.ts";

export type Person = {
  readonly person_id: string;
  readonly dob: Day | null;
  readonly expected_dob: Day | null;
  readonly dob_estimated: boolean;
  readonly sex: "M" | "F" | "U";
  readonly gender: null;
  readonly ethnicity: string;
  readonly death_date: null;
  readonly upn: string | null;
  readonly upn_unknown: string | null;
  readonly forename: null;
  readonly surname: null;
};

export type Own = { readonly person_id: string };
export type Row = Own & { readonly id: string };
export type Held = { readonly team: string | null; readonly worker: string | null };

export type PersonFlag = Row & {
  readonly kind: string;
  readonly code: string | null;
  readonly from_date: Day | null;
  readonly to_date: Day | null;
};
export type PersonIdentifier = Row & {
  readonly kind: string;
  readonly value: string;
  readonly from_date: Day | null;
  readonly to_date: Day | null;
};
export type Address = Row & {
  readonly kind: "home" | "placement";
  readonly postcode: string | null;
  readonly from_date: Day;
  readonly to_date: Day | null;
};

export type Contact = Own & {
  readonly contact_id: string;
  readonly date: Day;
  readonly source: string;
  readonly outcome: string;
  readonly decision_date: Day | null;
};

export type EarlyHelpEpisode = Row & {
  readonly received_date: Day;
  readonly start: Day;
  readonly end: Day | null;
  readonly reason: string;
  readonly end_reason: string | null;
  readonly organisation: string;
  readonly assessment_start: Day | null;
  readonly assessment_end: Day | null;
  readonly worker_id: string | null;
};

export type Referral = Own &
  Held & {
    readonly referral_id: string;
    readonly date: Day;
    readonly source: string;
    readonly nfa: boolean;
    readonly primary_need: string;
    closure_date: Day | null;
    closure_reason: string | null;
    readonly outcome: string;
  };

export type Assessment = Row &
  Held & {
    readonly referral_id: string;
    readonly start: Day;
    readonly internal_review: Day | null;
    readonly authorised: Day | null;
    readonly child_seen: boolean | null;
    readonly outcome: string | null;
    readonly nfa: boolean | null;
    readonly factors: readonly string[];
  };

export type S47Enquiry = Row &
  Held & {
    readonly referral_id: string;
    readonly strategy_date: Day;
    readonly strategy_outcome: string;
    readonly start: Day | null;
    readonly authorised_date: Day | null;
    readonly end: Day | null;
    readonly icpc_not_required: boolean | null;
    readonly outcome: string | null;
  };

export type Icpc = Row &
  Held & {
    readonly s47_id: string;
    readonly referral_id: string;
    readonly target: Day;
    readonly date: Day | null;
    readonly strategy_date: Day;
    readonly led_to_plan: boolean | null;
    readonly transfer_in: boolean;
  };

export type CinPlan = Row &
  Held & {
    readonly referral_id: string;
    readonly start: Day;
    readonly end: Day | null;
    readonly end_reason: string | null;
  };

export type CpPlan = Row &
  Held & {
    readonly referral_id: string;
    readonly icpc_id: string;
    readonly start: Day;
    readonly end: Day | null;
    readonly initial_category: string;
    readonly latest_category: string;
    readonly previous_plans: number;
    readonly other_la: null;
  };

export type Review = Row & {
  readonly kind: "cp" | "cla" | "pathway" | "pep";
  readonly subject_id: string;
  readonly due: Day;
  readonly date: Day | null;
  readonly participation: string | null;
  readonly cancelled: boolean;
};

export type Visit = Row & {
  readonly kind: "assessment" | "cin" | "cp" | "cla" | "care_leaver";
  readonly subject_id: string;
  readonly date: Day;
  readonly seen: boolean;
  readonly seen_alone: boolean | null;
};

export type EhcpCase = Row & {
  readonly request_date: Day;
  readonly request_source: string;
  readonly request_outcome: string;
  readonly request_outcome_date: Day | null;
  readonly assessment_outcome: string | null;
  readonly assessment_outcome_date: Day | null;
  readonly exception: boolean;
  readonly plan_start: Day | null;
  readonly plan_cease: Day | null;
  readonly cease_reason: string | null;
  readonly last_review: Day | null;
  readonly need_1: string | null;
  readonly need_2: string | null;
  readonly placement_urn: string | null;
  readonly sen_setting: string | null;
  readonly transfer_from_la: null;
  readonly transfer: boolean;
};

export type EducationRecord = Own & {
  readonly period: string;
  readonly from_date: Day;
  readonly to_date: Day;
  readonly school_urn: string | null;
  readonly sessions_possible: number;
  readonly sessions_missed: number;
  readonly suspensions: number;
  readonly exclusion: boolean;
  readonly no_place: boolean;
  readonly pep_date: Day | null;
  readonly neet: null;
};

export type Involvement = Row & {
  readonly worker_id: string;
  readonly team_id: string;
  readonly role: string;
  readonly start: Day;
  readonly end: Day | null;
  readonly change_reason: string | null;
  readonly referral_id: string | null;
};

export type LocalEvent = {
  readonly id: string;
  readonly kind: string;
  readonly person_id: string | null;
  readonly household_id: string | null;
  readonly worker_id: string | null;
  readonly team_id: string | null;
  readonly date: Day;
  readonly due: Day | null;
  readonly end: Day | null;
  readonly type: string | null;
  readonly outcome: string | null;
  readonly grade_first: string | null;
  readonly grade_final: string | null;
  readonly attributes: null;
};

/** All that is recorded of one child or young person. */
export type Life = {
  readonly number: number;
  readonly family_id: string;
  person: Person;
  readonly home: string;
  readonly disabilities: readonly string[];
  readonly uasc: { readonly from: Day; readonly to: Day } | null;
  readonly flags: PersonFlag[];
  readonly identifiers: PersonIdentifier[];
  readonly addresses: Address[];
  readonly contacts: Contact[];
  readonly earlyHelp: EarlyHelpEpisode[];
  readonly referrals: Referral[];
  readonly assessments: Assessment[];
  readonly s47s: S47Enquiry[];
  readonly icpcs: Icpc[];
  readonly cinPlans: CinPlan[];
  readonly cpPlans: CpPlan[];
  readonly reviews: Review[];
  readonly visits: Visit[];
  readonly periods: CarePeriod[];
  readonly episodes: CareEpisode[];
  readonly health: HealthCheck[];
  readonly missing: MissingEpisode[];
  readonly permanence: Permanence[];
  readonly leaver: CareLeaver[];
  readonly ehcp: EhcpCase[];
  readonly education: EducationRecord[];
  readonly involvements: Involvement[];
  readonly events: LocalEvent[];
};
