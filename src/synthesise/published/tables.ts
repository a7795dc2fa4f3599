/** What the made-up statistics publish: tables in the layout of Explore Education Statistics, each count a share of something. */

/** A count: so many of every 10,000 children, or a share of another count, or the sum of others. */
export type Count =
  | { readonly perChild: number }
  | { readonly of: string; readonly share: number }
  | { readonly sum: readonly string[] };

/** A percentage or rate printed beside the counts. */
export type Quotient = { readonly over: string; readonly of: string; readonly times: number; readonly places: number };

export type MadeTable = {
  readonly file: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<string, Count>>;
  readonly quotients: Readonly<Record<string, Quotient>>;
  /** Only these columns are printed; default all. */
  readonly hidden?: readonly string[];
};

const percent = (of: string, over: string, places = 1): Quotient => ({ of, over, times: 100, places });
const per10000 = (of: string, places: number): Quotient => ({ of, over: "children", times: 10_000, places });

const DURATIONS: Readonly<Record<string, Count>> = {
  Same_day: { perChild: 8 },
  "1-10_days": { perChild: 60 },
  "11-20_days": { perChild: 92 },
  "21-30_days": { perChild: 86 },
  "31-40_days": { perChild: 108 },
  "41-45_days": { perChild: 97 },
  "46-50_days": { perChild: 32 },
  "51-60_days": { perChild: 25 },
  "61+_days": { perChild: 27 },
};

const CONFERENCES: Readonly<Record<string, Count>> = {
  "Duration_0-10_days": { perChild: 6 },
  "Duration_11-15_days": { perChild: 42 },
  "Duration_16-20_days": { perChild: 5 },
  "Duration_21+_days": { perChild: 7 },
};

/** A table of children looked after: a share of a group, told by filters. */
function shareOfChildren(
  file: string,
  filters: Readonly<Record<string, string>>,
  {
    perChild,
    share,
    prefix = "children",
  }: { readonly perChild: number; readonly share: number; readonly prefix?: string },
): MadeTable {
  return {
    file,
    filters,
    counts: { group: { perChild }, [`${prefix}_count`]: { of: "group", share } },
    quotients: { [`${prefix}_percent`]: percent(`${prefix}_count`, "group", 0) },
    hidden: ["group"],
  };
}

const need = (category: string): Readonly<Record<string, string>> => ({ category });
const leavers = (age: string, breakdown: string): Readonly<Record<string, string>> => ({
  care_leaver_age: age,
  breakdown,
});

/** Every table; those of one file are its rows. Levels are near England's of 2025. */
export const MADE_TABLES: readonly MadeTable[] = [
  {
    file: "c1_children_in_need_referrals_and_rereferrals",
    filters: need("Referrals and Re-referrals"),
    counts: {
      referral_count: { perChild: 520 },
      rereferral_count: { of: "referral_count", share: 0.22 },
      no_further_action_count: { of: "referral_count", share: 0.065 },
    },
    quotients: {
      rereferral_percent: percent("rereferral_count", "referral_count"),
      no_further_action_percent: percent("no_further_action_count", "referral_count"),
    },
  },
  {
    file: "c2_children_in_need_assessments_duration",
    filters: need("Duration of assessment"),
    counts: { ...DURATIONS, Assessments_completed: { sum: Object.keys(DURATIONS) } },
    quotients: {},
  },
  {
    file: "c4_children_in_need_section_47s_and_icpcs",
    filters: need("Section 47s and Initial Child Protection Conferences"),
    counts: { Section47: { perChild: 187 }, ...CONFERENCES, ICPC: { sum: Object.keys(CONFERENCES) } },
    quotients: {},
  },
  {
    file: "d1_child_protection_plans",
    filters: need("Child Protection Plans"),
    counts: { CPP_At31: { perChild: 41 } },
    quotients: { CPP_At31_rate: per10000("CPP_At31", 1) },
  },
  {
    file: "d3_cpps_subsequent_plan",
    filters: need("Child Protection Plans which are a second or subsequent plan"),
    counts: { CPP_start: { perChild: 51 }, CPP_subsequent: { of: "CPP_start", share: 0.245 } },
    quotients: { CPP_subsequent_percent: percent("CPP_subsequent", "CPP_start") },
  },
  {
    file: "d5_cpps_at31march_by_duration",
    filters: need("Child Protection Plans by length of time"),
    counts: { CPP_At31: { perChild: 41 }, "2_years_or_more": { of: "CPP_At31", share: 0.024 } },
    quotients: { "2_years_or_more_percent": percent("2_years_or_more", "CPP_At31") },
  },
  {
    file: "d6_cpps_reviewed_within_timescales",
    filters: need("Child Protection Plans reviewed within timescales"),
    counts: { CPP_At31_3Months: { perChild: 29 }, Reviewed_within_timescales: { of: "CPP_At31_3Months", share: 0.9 } },
    quotients: { Reviewed_within_timescales_percent: percent("Reviewed_within_timescales", "CPP_At31_3Months") },
  },
  {
    file: "cla_number_and_rate_per_10k_children",
    filters: { population_type: "Children looked after on 31 March each year" },
    counts: { children_count: { perChild: 67 } },
    quotients: { rate_per_10000: per10000("children_count", 0) },
  },
  shareOfChildren(
    "la_cla_placement_stability",
    { cla_group: "CLA on 31 March", placement_stability: "With 3 or more placements during the year" },
    { perChild: 67, share: 0.1 },
  ),
  shareOfChildren(
    "la_cla_placement_stability",
    { cla_group: "Looked after for 2.5 years", placement_stability: "Living with the same carer for at least 2 years" },
    { perChild: 24, share: 0.69 },
  ),
  ...(
    [
      ["Had their annual health assessment", 0.9],
      ["Had their teeth checked by a dentist", 0.81],
      ["Had their immunisations up to date", 0.84],
    ] as const
  ).map(([breakdown, share]) =>
    shareOfChildren(
      "la_conviction_health_outcome_cla",
      { characteristic: "Health assessments: Children looked after all ages", breakdown },
      { perChild: 48, share },
    ),
  ),
  ...(["17 to 18 years", "19 to 21 years"] as const).flatMap((age) => [
    shareOfChildren("la_care_leavers_accommodation_suitability", leavers(age, "Accommodation considered suitable"), {
      perChild: 14,
      share: 0.89,
      prefix: "care_leaver",
    }),
    shareOfChildren("la_care_leavers_activity", leavers(age, "Total in education, employment or training"), {
      perChild: 14,
      share: 0.56,
      prefix: "care_leaver",
    }),
  ]),
];
