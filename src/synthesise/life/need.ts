/** An episode of need: referral, assessment, child in need plan, step to protection or care, and closure. */
import { addWorkingDays, ageOn, type Day, onWorkingDay } from "../calendar.ts";
import { bands } from "../prng.ts";
import {
  ASSESSMENT_DAYS,
  ASSESSMENT_FACTOR,
  CARE,
  NEED_PLAN_DAYS,
  PRIMARY_NEED,
  type REFERRAL_PATH,
} from "../rates.ts";
import { enterCare } from "./care.ts";
import { type Child, earlier, keptFrom, ownId, past, type World, within } from "./child.ts";
import { addEarlyHelp } from "./early-help.ts";
import { addConference, addEnquiry } from "./protection.ts";
import type { Referral } from "./records.ts";
import { addVisit, addVisits } from "./visits.ts";
import { heldBy, hold } from "./workforce.ts";

export type ReferralPath = (typeof REFERRAL_PATH.values)[number] | "uasc";

const FIRST_VISIT = bands("1-5 70, 6-10 20, 11-20 10");
const ENQUIRED: ReadonlySet<ReferralPath> = new Set<ReferralPath>(["enquiry", "enquiry_child_in_need"]);
const PLANNED: ReadonlySet<ReferralPath> = new Set<ReferralPath>([
  "child_in_need",
  "enquiry_child_in_need",
  "conference_no_plan",
]);

/** Lives a referral through to its closure, as far as it is known. Returns the day from which the family may come to notice again. */
export function addReferral(world: World, child: Child, told: { date: Day; source: string; path: ReferralPath }): Day {
  const { date, path } = told;
  const referral = startReferral(world, child, told);
  const referralId = referral.referral_id;
  if (path === "nfa") {
    const closed = addWorkingDays(date, world.random.int(0, 3));
    hold(child, "front_door", date, closed, referralId);
    close(world, child, referral, closed, "RC8");
    return closed;
  }
  if (path === "uasc")
    return close(world, child, referral, enterCare(world, child, { referralId, day: date, route: "uasc" }), "RC7");

  const authorised = addAssessment(world, child, referral, path);
  hold(child, "assessment", date, authorised, referralId);
  const outcome = afterAssessment(world, child, referral, path, authorised);
  const closed = earlier(onWorkingDay(outcome.end + world.random.int(0, 8)), Math.max(child.eighteen, outcome.end));
  if (outcome.main > authorised)
    hold(child, child.disabled ? "disability" : "safeguarding", authorised, outcome.main, referralId);
  close(world, child, referral, closed, outcome.reason);
  return outcome.free ?? closed;
}

type Outcome = {
  readonly end: Day;
  /** Until when the safeguarding or disability team holds the case. */
  readonly main: Day;
  readonly reason: string;
  /** Day from which siblings may come to notice again, where the child's own case stays open for years. */
  readonly free?: Day;
};

function afterAssessment(world: World, child: Child, referral: Referral, path: ReferralPath, authorised: Day): Outcome {
  const { random } = world;
  const { referral_id: referralId, date } = referral;
  if (path === "care") {
    const entry = earlier(addWorkingDays(date, random.int(0, 12)), child.eighteen - 8);
    if (random.chance(0.75)) addEnquiry(world, child, { referralId, day: date, outcome: "legal_action" });
    return inCare(world, child, referralId, entry, "direct");
  }
  if (ENQUIRED.has(path))
    addEnquiry(world, child, {
      referralId,
      day: date,
      outcome: path === "enquiry" ? "no_further_action" : "provision_of_services",
    });
  if (path === "conference_no_plan" || path === "protection_plan") {
    const end = addConference(world, child, { referralId, day: date, plan: path === "protection_plan" });
    if (path === "protection_plan") return afterProtection(world, child, referralId, Math.max(end, authorised));
  }
  if (PLANNED.has(path)) return onPlan(world, child, referralId, authorised, random.chance(CARE.needPlanEndsInCare));
  if (path === "assessment_early_help" && authorised < child.eighteen)
    addEarlyHelp(world, child, { received: authorised, stepDown: true });
  return { end: authorised, main: authorised, reason: path === "assessment_early_help" ? "RC9" : "RC8" };
}

function afterProtection(world: World, child: Child, referralId: string, planEnd: Day): Outcome {
  const { random } = world;
  if (planEnd >= child.eighteen) return { end: child.eighteen, main: child.eighteen, reason: "RC7" };
  if (planEnd >= child.born && random.chance(CARE.protectionPlanEndsInCare))
    return inCare(world, child, referralId, planEnd, "plan");
  if (random.chance(0.6)) return onPlan(world, child, referralId, planEnd, false);
  return { end: planEnd, main: planEnd, reason: "RC7" };
}

function inCare(world: World, child: Child, referralId: string, day: Day, route: "direct" | "plan" | "need"): Outcome {
  const entry = Math.max(day, child.born + 1);
  if (entry > child.eighteen - 7) return { end: child.eighteen, main: child.eighteen, reason: "RC7" };
  const end = enterCare(world, child, { referralId, day: entry, route });
  return { end, main: earlier(end, entry + 100), reason: closureReason(child), free: earlier(end, entry + 60) };
}

function onPlan(world: World, child: Child, referralId: string, start: Day, thenCare: boolean): Outcome {
  const { random } = world;
  const long = child.disabled ? 2.2 : 1;
  const end = earlier(
    onWorkingDay(start + Math.round(within(random, random.pick(NEED_PLAN_DAYS)) * long)),
    child.eighteen,
  );
  if (start > world.to || end <= start) return { end: start, main: start, reason: "RC7" };
  const toEarlyHelp = !thenCare && end < child.eighteen && random.chance(0.18);
  const id = ownId(child, "CINP", child.life.cinPlans.length);
  child.life.cinPlans.push({
    id,
    referral_id: referralId,
    person_id: child.life.person.person_id,
    start,
    end: past(world, end),
    end_reason:
      end <= world.to ? (toEarlyHelp ? "step_down_to_early_help" : thenCare ? "looked_after" : "needs_met") : null,
    ...heldBy(world, child, child.disabled ? "disability" : "safeguarding", start),
  });
  addVisits(world, child, { kind: "cin", subject: id, from: start, to: end, gap: [18, 30], inTime: 0.85 });
  if (thenCare) return inCare(world, child, referralId, end, "need");
  if (toEarlyHelp) addEarlyHelp(world, child, { received: end, stepDown: true });
  return { end, main: end, reason: toEarlyHelp ? "RC9" : "RC7" };
}

function startReferral(
  world: World,
  child: Child,
  { date, source, path }: { date: Day; source: string; path: ReferralPath },
): Referral {
  const { random } = world;
  const referral: Referral = {
    referral_id: ownId(child, "R", child.life.referrals.length),
    person_id: child.life.person.person_id,
    date,
    source,
    nfa: path === "nfa",
    primary_need: path === "uasc" ? "N8" : child.disabled && random.chance(0.55) ? "N2" : random.pick(PRIMARY_NEED),
    closure_date: null,
    closure_reason: null,
    outcome: path === "nfa" ? "no_further_action" : path === "uasc" ? "looked_after" : "assessment",
    ...heldBy(world, child, "front_door", date),
  };
  child.life.referrals.push(referral);
  return referral;
}

function addAssessment(world: World, child: Child, referral: Referral, path: ReferralPath): Day {
  const { random } = world;
  const start = addWorkingDays(referral.date, random.int(0, 2));
  const end = earlier(
    addWorkingDays(start, within(random, random.pick(ASSESSMENT_DAYS))),
    Math.max(child.eighteen, start),
  );
  const done = end <= world.to;
  const id = ownId(child, "A", child.life.assessments.length);
  const closes = path === "assessment" || path === "enquiry";
  if (start > world.to) return end;
  child.life.assessments.push({
    id,
    referral_id: referral.referral_id,
    person_id: child.life.person.person_id,
    start,
    internal_review: past(world, earlier(addWorkingDays(start, 10), end)),
    authorised: done ? end : null,
    child_seen: done ? child.born < end && random.chance(0.97) : null,
    outcome: done ? assessmentOutcome(path) : null,
    nfa: done ? closes : null,
    factors: done ? factors(random.int(1, 4), () => random.pick(ASSESSMENT_FACTOR)) : [],
    ...heldBy(world, child, "assessment", start),
  });
  const visited = addWorkingDays(referral.date, within(random, random.pick(FIRST_VISIT)));
  if (visited <= end && visited <= world.to && visited > child.born && visited >= keptFrom(world))
    addVisit(world, child, { kind: "assessment", subject: id }, visited);
  return end;
}

function assessmentOutcome(path: ReferralPath): string {
  if (path === "assessment" || path === "enquiry") return "no_further_action";
  if (path === "assessment_early_help") return "early_help";
  if (path === "child_in_need" || path === "enquiry_child_in_need") return "child_in_need";
  return path === "care" ? "looked_after" : "child_protection";
}

function factors(count: number, draw: () => string): readonly string[] {
  const codes = new Set<string>();
  for (let left = count; left > 0; left--) codes.add(draw());
  return [...codes].sort();
}

function close(world: World, child: Child, referral: Referral, day: Day, reason: string): Day {
  child.openUntil = day;
  if (day > world.to) return day;
  referral.closure_date = day;
  referral.closure_reason = day >= child.eighteen && ageOn(child.born, day) >= 18 && child.disabled ? "RC6" : reason;
  return day;
}

/** A case that ends with adoption or a guardianship order says so. */
function closureReason(child: Child): string {
  const ending = child.life.episodes.at(-1)?.rec;
  if (ending === "E11" || ending === "E12") return "RC1";
  return ending?.startsWith("E4") && ending !== "E41" && ending !== "E4A" && ending !== "E4B" ? "RC4" : "RC7";
}
