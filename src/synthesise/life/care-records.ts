/** Rows of the canonical tables about children looked after and care leavers, with days as numbers. */
import type { Day } from "../calendar.ts";
import type { Held, Own, Row } from "./records.ts";

export type CareEpisode = Row & {
  readonly period_id: string;
  readonly placement_id: string;
  readonly start: Day;
  readonly rne: string;
  readonly legal_status: string;
  readonly need: string;
  readonly place: string;
  readonly provider: string | null;
  readonly urn: string | null;
  readonly home_post: string | null;
  readonly place_post: string | null;
  readonly distance: number | null;
  readonly out_of_area: boolean;
  readonly end: Day | null;
  readonly rec: string | null;
  readonly change_reason: string | null;
  readonly unregistered: boolean;
};

/** A whole period of care: what SSD calls the `cla_id`. Placements and legal statuses are runs within it. */
export type CarePeriod = Row & {
  readonly referral_id: string;
  readonly start: Day;
  readonly end: Day | null;
  readonly placements: readonly Placement[];
  readonly statuses: readonly { readonly code: string; readonly start: Day; readonly end: Day | null }[];
  readonly plan: string;
};

export type Placement = {
  readonly id: string;
  readonly start: Day;
  readonly end: Day | null;
  readonly place: string;
  readonly provider: string | null;
  readonly urn: string | null;
  readonly postcode: string | null;
  readonly distance: number | null;
  readonly out_of_area: boolean;
  readonly change_reason: string | null;
};

export type HealthCheck = Row & {
  readonly kind: "iha" | "rha" | "dental" | "optical" | "immunisation" | "sdq" | "substance";
  readonly request_date: Day | null;
  readonly due: Day | null;
  readonly date: Day | null;
  readonly status: string;
  readonly score: number | null;
};

export type MissingEpisode = Row & {
  readonly type: "M" | "A";
  readonly start: Day;
  readonly end: Day | null;
  readonly rhi_offered: boolean | null;
  readonly rhi_accepted: boolean | null;
  readonly rhi_date: Day | null;
};

export type Permanence = Row & {
  readonly period_id: string;
  readonly decision: Day | null;
  readonly placement_order: Day | null;
  readonly match: Day | null;
  readonly placed: Day | null;
  readonly ffa_placed: Day | null;
  readonly order: Day | null;
  readonly order_type: string | null;
  readonly reversed: Day | null;
  readonly reversed_reason: string | null;
  readonly carers_adopted: boolean | null;
  readonly adopters: number;
};

export type CareLeaver = Own &
  Held & {
    readonly as_at: Day;
    readonly eligibility: string;
    readonly in_touch: string;
    readonly contact: Day | null;
    readonly accommodation: string | null;
    readonly suitable: boolean | null;
    readonly activity: string | null;
    readonly pathway_plan: Day | null;
    readonly advisor: string | null;
  };
