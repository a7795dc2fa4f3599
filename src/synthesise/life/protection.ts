/** Protection: strategy discussion, section 47 enquiry, initial conference, child protection plan, its reviews and visits. */
import { addWorkingDays, type Day, monthsLater, onWorkingDay } from "../calendar.ts";
import { bands, codes } from "../prng.ts";
import { CATEGORY_OF_ABUSE, CONFERENCE_DAYS, PROTECTION, PROTECTION_PLAN_DAYS } from "../rates.ts";
import { type Child, earlier, ownId, past, type World, within } from "./child.ts";
import { addVisits } from "./visits.ts";
import { heldBy } from "./workforce.ts";

/** Working days from the referral to the strategy discussion. */
const STRATEGY_DAYS = bands("0-0 46, 1-2 28, 3-10 14, 11-30 12");
const PARTICIPATION = codes("PN1 38, PN3 4, PN4 6, PN5 22, PN6 14, PN7 16");

type Enquiry = { readonly referralId: string; readonly day: Day; readonly outcome: string };

/** Adds a strategy discussion without an enquiry. */
export function addStrategyDiscussion(world: World, child: Child, { referralId, day }: Omit<Enquiry, "outcome">): void {
  const date = addWorkingDays(day, world.random.int(0, 4));
  if (date > world.to || date >= child.eighteen) return;
  push(world, child, { referralId, date, outcome: "section_47_not_required", start: null, end: null, result: null });
}

/** Adds a section 47 enquiry that ends without a conference. */
export function addEnquiry(world: World, child: Child, { referralId, day, outcome }: Enquiry): void {
  const { random } = world;
  const date = strategyDay(world, child, day);
  if (date > world.to) return;
  const end = earlier(addWorkingDays(date, random.int(2, 18)), Math.max(child.eighteen, date));
  push(world, child, { referralId, date, outcome: "section_47_required", start: date, end, result: outcome });
}

/** Adds an enquiry, its initial conference and, where it makes one, the plan. Returns the day the protection ends. */
export function addConference(
  world: World,
  child: Child,
  { referralId, day, plan }: { referralId: string; day: Day; plan: boolean },
): Day {
  const { random } = world;
  const strategy = strategyDay(world, child, day);
  if (strategy > world.to) return strategy;
  const held = addWorkingDays(strategy, within(random, random.pick(CONFERENCE_DAYS)));
  const enquiryEnd = addWorkingDays(strategy, random.int(3, 7));
  const s47 = push(world, child, {
    referralId,
    date: strategy,
    outcome: "section_47_required",
    start: strategy,
    end: earlier(enquiryEnd, held),
    result: "initial_conference",
  });
  if (enquiryEnd > world.to || held >= child.eighteen) return held;
  const { icpcs, person } = child.life;
  const icpcId = ownId(child, "ICPC", icpcs.length);
  icpcs.push({
    id: icpcId,
    s47_id: s47,
    referral_id: referralId,
    person_id: person.person_id,
    target: addWorkingDays(strategy, 15),
    date: past(world, held),
    strategy_date: strategy,
    led_to_plan: held <= world.to ? plan : null,
    transfer_in: random.chance(0.02),
    ...heldBy(world, child, "safeguarding", held),
  });
  return plan && held <= world.to ? addPlan(world, child, { referralId, icpcId, start: held }) : held;
}

function addPlan(
  world: World,
  child: Child,
  { referralId, icpcId, start }: { referralId: string; icpcId: string; start: Day },
): Day {
  const { random } = world;
  const { cpPlans, person } = child.life;
  const end = earlier(onWorkingDay(start + within(random, random.pick(PROTECTION_PLAN_DAYS))), child.eighteen);
  const id = ownId(child, "CPP", cpPlans.length);
  const category = random.pick(CATEGORY_OF_ABUSE);
  cpPlans.push({
    id,
    referral_id: referralId,
    icpc_id: icpcId,
    person_id: person.person_id,
    start,
    end: past(world, end),
    initial_category: category,
    latest_category: random.chance(PROTECTION.categoryChanges) ? random.pick(CATEGORY_OF_ABUSE) : category,
    previous_plans: cpPlans.length,
    other_la: null,
    ...heldBy(world, child, child.disabled ? "disability" : "safeguarding", start),
  });
  addReviews(world, child, { id, start, end });
  addVisits(world, child, {
    kind: "cp",
    subject: id,
    from: start,
    to: end,
    gap: [8, 14],
    inTime: PROTECTION.visitInTime,
  });
  return end;
}

/** First review within three months of the conference, each later one within six of the one before; the last one ends the plan. */
function addReviews(world: World, child: Child, { id, start, end }: { id: string; start: Day; end: Day }): void {
  const { random } = world;
  let due = monthsLater(start, 3);
  for (;;) {
    const late = !random.chance(PROTECTION.reviewInTime);
    const planned = late ? addWorkingDays(due, random.int(1, 25)) : due - random.int(0, 14);
    const held = earlier(late ? planned : onWorkingDay(planned) <= due ? onWorkingDay(planned) : planned, end);
    if (due > world.to && held > world.to) return;
    pushReview(world, child, { subject: id, due, held });
    if (held >= end || held > world.to) return;
    due = monthsLater(held, 6);
  }
}

function pushReview(
  world: World,
  child: Child,
  { subject, due, held }: { subject: string; due: Day; held: Day },
): void {
  const { reviews, person } = child.life;
  const young = held - child.born < 4 * 365.25;
  reviews.push({
    id: ownId(child, "RV", reviews.length),
    kind: "cp",
    subject_id: subject,
    person_id: person.person_id,
    due,
    date: past(world, held),
    participation: held <= world.to ? (young ? "PN0" : world.random.pick(PARTICIPATION)) : null,
    cancelled: false,
  });
}

function strategyDay(world: World, child: Child, day: Day): Day {
  return earlier(
    addWorkingDays(day, within(world.random, world.random.pick(STRATEGY_DAYS))),
    Math.max(child.eighteen - 1, day),
  );
}

type EnquiryRow = {
  readonly referralId: string;
  readonly date: Day;
  readonly outcome: string;
  readonly start: Day | null;
  readonly end: Day | null;
  readonly result: string | null;
};

function push(world: World, child: Child, { referralId, date, outcome, start, end, result }: EnquiryRow): string {
  const { s47s, person } = child.life;
  const id = ownId(child, "S47", s47s.length);
  const done = end !== null && end <= world.to;
  s47s.push({
    id,
    referral_id: referralId,
    person_id: person.person_id,
    strategy_date: date,
    strategy_outcome: outcome,
    start,
    authorised_date: done ? end : null,
    end: done ? end : null,
    icpc_not_required: done ? result !== "initial_conference" : null,
    outcome: done ? result : null,
    ...heldBy(world, child, "safeguarding", date),
  });
  return id;
}
