/** A period of care: how it ends, its legal statuses, its placements, and the SSDA903 episodes both make together. */
import { ageOn, type Day, onWorkingDay } from "../calendar.ts";
import { codes } from "../prng.ts";
import { CARE_ENDING, type CareEnding, PRIMARY_NEED } from "../rates.ts";
import { addCareDuties } from "./care-duties.ts";
import { careEpisodes } from "./care-episodes.ts";
import { legalStatuses } from "./care-status.ts";
import { type Child, earlier, ownId, past, type World } from "./child.ts";
import { addEducation } from "./education.ts";
import { addLeavingCare } from "./leaving-care.ts";
import { addMissing } from "./missing.ts";
import { addPermanence, adoptionRoad } from "./permanence.ts";
import { makePlacements } from "./placements.ts";
import { hold } from "./workforce.ts";

export type CareRoute = "direct" | "plan" | "need" | "uasc";

/** The whole of a period of care as it will turn out, before what is still to come is left out. */
export type CarePlan = {
  readonly id: string;
  readonly referralId: string;
  readonly start: Day;
  readonly end: Day;
  readonly ending: CareEnding;
  readonly rec: string;
  readonly route: CareRoute;
};

const LEFT_AT_18 = codes("E5 34, E6 10, E7 6, E4A 12, E8 30, E9 3, E13 5");
const HOME = codes("E4A 66, E4B 18, E13 16");
const GUARDIANSHIP = codes("E45 38, E46 12, E47 38, E48 12");
const OTHER = codes("E8 62, E3 14, E9 14, E15 4, E16 4, E14 2");
const PERMANENCE_PLAN: Readonly<Record<CareEnding, string>> = {
  home_soon: "return_to_family",
  home: "return_to_family",
  adoption: "adoption",
  guardianship: "special_guardianship",
  arrangements: "special_guardianship",
  other: "long_term_fostering",
  long: "long_term_fostering",
};

/** Takes a child into care on a day. Returns the day the period ends, as it will turn out. */
export function enterCare(world: World, child: Child, told: { referralId: string; day: Day; route: CareRoute }): Day {
  const plan = planPeriod(world, child, told);
  if (plan.start > world.to) return plan.end;
  const statuses = legalStatuses(world, child, plan);
  const road = plan.ending === "adoption" ? adoptionRoad(world, plan, statuses) : undefined;
  const placements = makePlacements(world, child, plan, statuses, road);
  const need =
    plan.route === "uasc" ? "N8" : child.disabled && world.random.chance(0.4) ? "N2" : world.random.pick(PRIMARY_NEED);
  const { life } = child;
  life.episodes.push(
    ...careEpisodes(world, child, { plan, statuses, placements, need: need === "N9" || need === "N0" ? "N1" : need }),
  );
  life.periods.push({
    id: plan.id,
    person_id: life.person.person_id,
    referral_id: plan.referralId,
    start: plan.start,
    end: past(world, plan.end),
    placements: placements
      .filter(({ start }) => start <= world.to)
      .map((each) => ({ ...each, end: known(world, each.end) })),
    statuses: statuses
      .filter(({ start }) => start <= world.to)
      .map((each) => ({ ...each, end: known(world, each.end) })),
    plan:
      plan.ending === "long" && ageOn(child.born, plan.start) >= 15 ? "supported_living" : PERMANENCE_PLAN[plan.ending],
  });
  addPermanence(world, child, plan, road);
  addCareDuties(world, child, plan, placements);
  addMissing(world, child, plan);
  addEducation(world, child, plan);
  addLeavingCare(world, child, plan);
  hold(child, "children_looked_after", earlier(plan.start + 45, plan.end), plan.end, plan.referralId);
  hold(child, "reviewing", plan.start, plan.end, plan.referralId, "reviewing_officer");
  return plan.end;
}

/** Adds an agreed series of short breaks for a disabled child: V4, counted in nearly no published figure. */
export function addShortBreaks(
  world: World,
  child: Child,
  { referralId, day }: { referralId: string; day: Day },
): void {
  const { random } = world;
  // The series ends with the case at the latest, so that it never runs into a later period of care.
  const end = earlier(earlier(onWorkingDay(day + random.int(120, 900)), child.openUntil), child.eighteen);
  if (day > world.to || end <= day) return;
  const id = ownId(child, "CLA", child.life.periods.length);
  const plan: CarePlan = { id, referralId, start: day, end, ending: "other", rec: "E8", route: "need" };
  const statuses = [{ code: random.chance(0.8) ? "V4" : "V3", start: day, end }];
  // biome-ignore format: one row
  const placement = { id: `${id}-P1`, start: day, end, place: random.chance(0.6) ? "U6" : "R1", provider: "PR1",
    urn: null, postcode: child.life.home, distance: 4.2, out_of_area: false, change_reason: null, };
  child.life.episodes.push(...careEpisodes(world, child, { plan, statuses, placements: [placement], need: "N2" }));
  child.life.periods.push({
    id,
    person_id: child.life.person.person_id,
    referral_id: referralId,
    start: day,
    end: past(world, end),
    placements: [{ ...placement, end: known(world, end) }],
    statuses: statuses.map((each) => ({ ...each, end: known(world, end) })),
    plan: "return_to_family",
  });
}

function planPeriod(
  world: World,
  child: Child,
  { referralId, day, route }: { referralId: string; day: Day; route: CareRoute },
): CarePlan {
  const { random } = world;
  const age = ageOn(child.born, day);
  const ending: CareEnding =
    route === "uasc" ? "long" : random.pick(CARE_ENDING[age < 2 ? "infant" : age < 10 ? "child" : "teenager"]);
  const end = Math.max(earlier(onWorkingDay(day + periodDays(world, ending, age)), child.eighteen), day + 1);
  const ageing = end >= child.eighteen;
  return {
    id: ownId(child, "CLA", child.life.periods.length),
    referralId,
    start: day,
    end: earlier(end, child.eighteen),
    ending: ageing && ending !== "other" ? "long" : ending,
    rec: ageing ? random.pick(LEFT_AT_18) : reasonCeased(world, ending),
    route,
  };
}

function periodDays(world: World, ending: CareEnding, age: number): number {
  const { random } = world;
  switch (ending) {
    case "home_soon":
      return 2 + Math.min(random.wait(75), 240);
    case "home":
      return 150 + random.wait(330);
    case "adoption":
      return random.int(470, 1050);
    case "guardianship":
      return 210 + random.wait(330);
    case "arrangements":
      return 180 + random.wait(240);
    case "other":
      return 20 + random.wait(300);
    case "long":
      return age >= 11 ? 18 * 366 : 900 + random.wait(2600);
  }
}

function reasonCeased(world: World, ending: CareEnding): string {
  const { random } = world;
  if (ending === "adoption") return random.chance(0.85) ? "E12" : "E11";
  if (ending === "guardianship") return random.pick(GUARDIANSHIP);
  if (ending === "arrangements") return "E41";
  return random.pick(ending === "other" ? OTHER : HOME);
}

function known(world: World, day: Day | null): Day | null {
  return day === null ? null : past(world, day);
}
