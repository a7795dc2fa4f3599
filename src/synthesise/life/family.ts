/** A family: its children, and each time it comes to the front door from the first to the last recorded day. */
import type { Authority } from "../authority.ts";
import { addWorkingDays, type Day, seasonalDay } from "../calendar.ts";
import { makeRandom, type Random } from "../prng.ts";
import {
  CONTACT_PATH,
  CONTACT_PATH_AGAIN,
  FAMILY_SIZES,
  FRONT_DOOR,
  HISTORY_YEARS,
  REFERRAL_PATH,
  REFERRAL_SOURCE,
} from "../rates.ts";
import { addShortBreaks } from "./care.ts";
import { type Child, earlier, isRecorded, ownId, past, type World } from "./child.ts";
import { addEarlyHelp } from "./early-help.ts";
import { completeLife } from "./finish.ts";
import { addPreProceedings } from "./local-events.ts";
import { addMissingFromHome } from "./missing.ts";
import { addReferral, type ReferralPath } from "./need.ts";
import { makeChildren } from "./person.ts";
import { addStrategyDiscussion } from "./protection.ts";
import type { Life } from "./records.ts";
import { isKnownIn, trim } from "./window.ts";

const CHILDREN_IN_ROUND = FAMILY_SIZES.reduce((sum, size) => sum + size, 0);
const ATTEMPTS = 60;

/** How many families hold that many children, the last one perhaps in part. */
export function familiesOf(children: number): number {
  let left = children % CHILDREN_IN_ROUND;
  let families = Math.floor(children / CHILDREN_IN_ROUND) * FAMILY_SIZES.length;
  for (const size of FAMILY_SIZES) {
    if (left <= 0) break;
    left -= size;
    families++;
  }
  return families;
}

/** The lives of a family, made from seed, authority and family number alone: any family can be made without the others. */
export function makeFamily(authority: Authority, family: number): readonly Life[] {
  for (let attempt = 0; ; attempt++) {
    const random = makeRandom(authority.seed, authority.plan.index, "family", family, attempt);
    const world: World = { authority, random, from: authority.from, to: authority.to };
    // Someone who came to notice before the data begins belongs in it only when the story reaches into it.
    const earliest = attempt < ATTEMPTS ? authority.from - Math.round(HISTORY_YEARS * 365.25) : authority.from;
    const lives = liveFamily(world, family, seasonalDay(random, earliest, authority.to));
    if (lives.some((life) => isKnownIn(world, life))) return lives.map((life) => trim(world, life));
  }
}

function liveFamily(world: World, family: number, firstDay: Day): readonly Life[] {
  const { random } = world;
  const place = family % FAMILY_SIZES.length;
  const size = FAMILY_SIZES[place] ?? 1;
  const before = FAMILY_SIZES.slice(0, place).reduce((sum, each) => sum + each, 0);
  const uasc = size === 1 && random.chance(FRONT_DOOR.uascShareOfFamilies * 1.7);
  const children = makeChildren(world.authority, random, {
    familyId: `F${String(family + 1).padStart(6, "0")}`,
    firstChild: Math.floor(family / FAMILY_SIZES.length) * CHILDREN_IN_ROUND + before + 1,
    size,
    firstDay,
    uasc,
  });
  let day = firstDay;
  for (let spell = 0; day <= world.to && spell < 25; spell++) {
    const { until, referred } = comeToNotice(world, children, day, uasc);
    if (uasc || !random.chance(referred ? FRONT_DOOR.returnsAfterReferral : FRONT_DOOR.returnsAfterContact)) break;
    const earliest =
      Math.max(until, day) +
      5 +
      random.wait(
        random.chance(FRONT_DOOR.returnsSoon) ? FRONT_DOOR.meanDaysToReturnSoon : FRONT_DOOR.meanDaysToReturn,
      );
    day = earliest > world.to ? earliest : seasonalDay(random, earliest, earliest + 45);
  }
  for (const child of children) completeLife(world, child);
  return children.map(({ life }) => life);
}

/** One time at the front door. Says until when it kept the family busy. */
function comeToNotice(
  world: World,
  children: readonly Child[],
  day: Day,
  uasc: boolean,
): { until: Day; referred: boolean } {
  const { random } = world;
  const before = children.some(({ life }) => life.referrals.length > 0);
  const outcome = uasc ? "referral" : random.pick(before ? CONTACT_PATH_AGAIN : CONTACT_PATH);
  const again = children.some(({ life }) => life.cpPlans.length > 0) && random.chance(FRONT_DOOR.planAgain);
  const path: ReferralPath = uasc ? "uasc" : again ? "protection_plan" : random.pick(REFERRAL_PATH);
  const source = uasc ? "6" : random.pick(REFERRAL_SOURCE);
  const decided = addWorkingDays(
    day,
    random.chance(FRONT_DOOR.decidedWithinOneWorkingDay) ? random.int(0, 1) : random.int(2, 5),
  );
  let until = decided;
  for (const [place, child] of children.entries()) {
    const away = day >= child.eighteen || child.born - day > 200 || child.openUntil >= day;
    if (away || (place > 0 && !random.chance(FRONT_DOOR.siblingTakesPart))) continue;
    addContact(world, child, { day, decided, source, outcome });
    if (decided > world.to || decided >= child.eighteen) continue;
    if (outcome === "early_help")
      until = Math.max(until, addEarlyHelp(world, child, { received: decided, stepDown: false }));
    if (outcome === "referral")
      until = Math.max(until, refer(world, child, { date: decided, source, path: ownPath(random, path) }));
  }
  return { until, referred: outcome === "referral" };
}

/** Brothers and sisters mostly go the same way, but not always. */
function ownPath(random: Random, path: ReferralPath): ReferralPath {
  if (path === "uasc" || path === "nfa" || !random.chance(0.12)) return path;
  const other = random.pick(REFERRAL_PATH);
  return other === "nfa" ? path : other;
}

function refer(world: World, child: Child, told: { date: Day; source: string; path: ReferralPath }): Day {
  const { random } = world;
  const free = addReferral(world, child, told);
  const referral = child.life.referrals.at(-1);
  if (!referral || told.path === "nfa" || told.path === "uasc") return free;
  const { referral_id: referralId, date } = referral;
  if (random.chance(FRONT_DOOR.strategyDiscussionWithoutEnquiry * 0.45))
    addStrategyDiscussion(world, child, { referralId, day: date });
  addMissingFromHome(world, child, { from: date, to: earlier(free, child.openUntil) });
  const care = child.life.periods.find((period) => period.referral_id === referralId);
  const plan = child.life.cpPlans.find((each) => each.referral_id === referralId);
  const start = care ? care.start - random.int(60, 150) : plan ? plan.start + random.int(90, 220) : undefined;
  if (start !== undefined && start > date && random.chance(care ? 0.6 : 0.22))
    addPreProceedings(world, child, { start, care: care !== undefined });
  if (child.disabled && !care && told.path === "child_in_need" && random.chance(0.12))
    addShortBreaks(world, child, { referralId, day: date + 60 });
  return free;
}

type Told = { readonly day: Day; readonly decided: Day; readonly source: string; readonly outcome: string };

function addContact(world: World, child: Child, { day, decided, source, outcome }: Told): void {
  if (!isRecorded(world, day) && outcome !== "referral") return;
  const { contacts, person } = child.life;
  const done = decided <= world.to;
  contacts.push({
    contact_id: ownId(child, "C", contacts.length),
    person_id: person.person_id,
    date: day,
    source,
    outcome: done ? outcome : "",
    decision_date: past(world, decided),
  });
}
