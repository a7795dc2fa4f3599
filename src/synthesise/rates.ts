/**
 * Every probability and duration the made-up lives are drawn from, in one place. Levels aim at England's published figures for the
 * years 2023 to 2025 (DfE: children in need; children looked after; SEN2; ADCS Safeguarding Pressures for contacts and early help);
 * shares within them are round figures of ours, chosen so that the published totals come out.
 */
import { bands, codes, weighted } from "./prng.ts";

/** Children known on the first day, and newly known each year, per person aged 0 to 17: what turns "children known" into a population. */
export const KNOWN_AT_START = 0.1;
export const KNOWN_EACH_YEAR = 0.07;

/** How long before the first recorded day a family may first have come to notice. */
export const HISTORY_YEARS = 7;

/** Siblings known, in a pattern that repeats, so that child number and family number tell each other: 20 children in 12 families. */
export const FAMILY_SIZES: readonly number[] = [1, 2, 1, 3, 1, 2, 1, 1, 2, 1, 4, 1];

export const ETHNICITY = codes(`
  WBRI 66, WIRI 0.4, WIRT 0.3, WOTH 5, WROM 0.6, MWBC 2.6, MWBA 1.3, MWAS 1.6, MOTH 3, AIND 1.2, APKN 3.2,
  ABAN 1.2, AOTH 2, BCRB 1.4, BAFR 3.6, BOTH 1.4, CHNE 0.3, OOTH 2.4, REFU 0.5, NOBT 2
`);

export const REFERRAL_SOURCE = codes(`
  1A 6, 1B 1.5, 1C 0.8, 1D 1, 2A 20, 2B 2, 3A 2, 3B 3, 3C 1, 3D 4, 3E 4, 3F 1, 4 1.5, 5A 3, 5B 7, 5C 2,
  5D 1, 6 29, 7 3, 8 4, 9 2, 10 1.2
`);

export const PRIMARY_NEED = codes("N1 57, N2 5, N3 4, N4 9, N5 14, N6 3, N7 1, N8 1.5, N9 1.5, N0 1");

export const DISABILITY = codes(`
  AUT 30, LD 24, BEH 14, COMM 10, MOB 7, DDA 6, PC 3, HEAR 2, VIS 2, CON 1, INC 1, HAND 1
`);

export const ASSESSMENT_FACTOR = codes(`
  3B 17, 4B 17, 17A 9, 16A 8, 3A 8, 4A 8, 1B 8, 2B 8, 18C 6, 19C 4, 19B 2, 15A 3, 5A 3, 6A 3, 7A 1.5, 10A 2,
  11A 1.5, 14A 2, 13A 1, 24A 1, 12A 0.5, 22A 0.2
`);

export const CATEGORY_OF_ABUSE = codes("NEG 49, EMO 38, PHY 7, SAB 4, MUL 2");

/** Where a contact leads. About 1,500 contacts and 520 referrals a year for 10,000 children. */
export const CONTACT_PATH = codes("no_further_action 25, information_and_advice 37, early_help 12, referral 26");

/** What a referral of a family turns out to be; each name is what happens most of the way. */
export const REFERRAL_PATH = weighted([
  ["nfa", 6.8],
  ["assessment", 31],
  ["assessment_early_help", 10],
  ["child_in_need", 18],
  ["enquiry", 13],
  ["enquiry_child_in_need", 9],
  ["conference_no_plan", 1.7],
  ["protection_plan", 7.4],
  ["care", 3.3],
] as const);

/** A family that has been referred before is likelier to be referred again when it comes to notice. */
export const CONTACT_PATH_AGAIN = codes("no_further_action 14, information_and_advice 22, early_help 8, referral 56");

export const FRONT_DOOR = {
  uascShareOfFamilies: 0.0095,
  unbornShare: 0.035,
  disabledShare: 0.085,
  siblingTakesPart: 0.9,
  /** A family comes to notice again after a case closes. */
  returnsAfterReferral: 0.77,
  returnsAfterContact: 0.5,
  /** Nearly half of those who return do so within months, the others after years. */
  returnsSoon: 0.6,
  meanDaysToReturnSoon: 85,
  meanDaysToReturn: 700,
  /** A family that has had a child protection plan and is referred again often has another. */
  planAgain: 0.4,
  decidedWithinOneWorkingDay: 0.86,
  strategyDiscussionWithoutEnquiry: 0.16,
} as const;

/** Working days an assessment takes: 83% within 45. */
export const ASSESSMENT_DAYS = bands("2-10 10, 11-20 13, 21-30 16, 31-40 22, 41-45 22, 46-60 11, 61-95 6");

/** Working days from the strategy discussion to the initial conference: 79% within 15. */
export const CONFERENCE_DAYS = bands("7-11 22, 12-15 57, 16-20 14, 21-40 7");

/** Days a child protection plan lasts: 1 in 25 is 2 years or more. */
export const PROTECTION_PLAN_DAYS = bands("20-90 18, 91-182 13, 183-364 42, 365-729 23, 730-1300 4");

/** Days a child in need plan lasts. */
export const NEED_PLAN_DAYS = bands("40-90 14, 91-180 36, 181-365 34, 366-900 16");

export const CARE = {
  protectionPlanEndsInCare: 0.17,
  needPlanEndsInCare: 0.025,
  shortBreaksShareOfDisabled: 0.05,
  firstReviewInTime: 0.95,
  reviewInTime: 0.94,
  visitInTime: 0.93,
  firstHealthAssessmentInTime: 0.66,
  paperworkInFiveDays: 0.72,
  missingShareFromTen: 0.17,
} as const;

export type CareEnding = "home_soon" | "home" | "adoption" | "guardianship" | "arrangements" | "other" | "long";

/** How a period of care ends, by age at entry. */
export const CARE_ENDING = {
  infant: codes<CareEnding>("home_soon 14, home 8, adoption 40, guardianship 26, arrangements 4, long 8"),
  child: codes<CareEnding>("home_soon 25, home 15, adoption 9, guardianship 20, arrangements 4, long 27"),
  teenager: codes<CareEnding>("home_soon 34, home 16, arrangements 1, guardianship 2, other 5, long 42"),
} as const;

export const PROTECTION = {
  planFollowsConference: 0.87,
  reviewInTime: 0.965,
  visitInTime: 0.9,
  categoryChanges: 0.08,
} as const;

/** How long the newest facts take to be written down: mean days. */
export const RECORDING_LAG_DAYS = 7;
