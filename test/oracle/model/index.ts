/** The oracle's twins of the views of catalogue/model, each derived by itself from canonical rows; a view not named here is taken from DuckDB. */
import type { View } from "../world.ts";
import { adoptionJourney } from "./adoption-journey.ts";
import { allocation } from "./allocation.ts";
import { careLeaverLatest, compulsorySchoolAge, educationLatest } from "./care-leavers.ts";
import { careReviewDue } from "./care-review-due.ts";
import { child } from "./child.ts";
import { entryHealth, healthRecord } from "./health.ts";
import { caseHolding, caseload, caseSpell, supervisedSpell } from "./holdings.ts";
import { caseAudit, fosteringHousehold, needEnding, planOrStatement, practiceAlert } from "./local.ts";
import { missingSpell } from "./missing-spell.ts";
import { periodOfCare } from "./period-of-care.ts";
import { placementRun, stability } from "./placement-run.ts";
import { repeatPlan, reReferral, strategyDiscussion } from "./referrals.ts";
import { reviewStep } from "./review-step.ts";

export const MODEL: Readonly<Record<string, View>> = {
  adoption_journey: adoptionJourney,
  allocation,
  care_leaver_latest: careLeaverLatest,
  care_review_due: careReviewDue,
  case_audit: caseAudit,
  case_holding: caseHolding,
  case_spell: caseSpell,
  caseload,
  child,
  compulsory_school_age: compulsorySchoolAge,
  education_latest: educationLatest,
  entry_health: entryHealth,
  fostering_household: fosteringHousehold,
  health_record: healthRecord,
  missing_spell: missingSpell,
  need_ending: needEnding,
  period_of_care: periodOfCare,
  placement_run: placementRun,
  plan_or_statement: planOrStatement,
  practice_alert: practiceAlert,
  re_referral: reReferral,
  repeat_plan: repeatPlan,
  review_step: reviewStep,
  stability,
  strategy_discussion: strategyDiscussion,
  supervised_spell: supervisedSpell,
};
