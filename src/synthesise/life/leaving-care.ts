/** Leaving care: eligible from 16, relevant or former relevant after, with what is known every half year and at each birthday. */
import { ageOn, birthday, type Day } from "../calendar.ts";
import { codes } from "../prng.ts";
import type { CarePlan } from "./care.ts";
import type { CareLeaver } from "./care-records.ts";
import { type Child, earlier, ownId, past, type World } from "./child.ts";
import { addVisits } from "./visits.ts";
import { heldBy, hold } from "./workforce.ts";

const ACTIVITY_YOUNG = codes("F1 2, P1 0.4, F2 37, P2 4, F4 5, P4 1, F5 13, P5 4, G4 6, G5 23, G6 3");
const ACTIVITY_OLDER = codes("F1 6, P1 0.6, F2 14, P2 3, F4 4, P4 0.6, F5 20, P5 5, G4 12, G5 23, G6 7");
const ACCOMMODATION = codes("B 13, C 3, D 22, E 4, T 4, U 30, V 2, W 1, X 4, Y 1, Z 9, K 2, S 2, R 1.5, G 1, H 0.2");
const UNSUITABLE: ReadonlySet<string> = new Set(["S", "W", "X", "V", "R", "H"]);
const IN_TOUCH = codes("YES 93, NO 3, REFU 1.6, NREQ 1.4, RHOM 1");

/** Adds what is known of a young person looked after for 13 weeks after 14, from 17 to 21, and for a few to 25. */
export function addLeavingCare(world: World, child: Child, plan: CarePlan): void {
  const { random } = world;
  const counted = plan.end - Math.max(plan.start, birthday(child.born, 14));
  const sixteen = birthday(child.born, 16);
  if (counted < 91 || plan.end < sixteen || child.life.leaver.length > 0) return;
  const until = birthday(child.born, random.chance(0.3) ? 25 : 21);
  const from = Math.max(sixteen, plan.start + 91);
  if (until < world.from || from > world.to) return;

  let accommodation = random.pick(ACCOMMODATION);
  for (let day = from; day < until && day <= world.to; ) {
    if (random.chance(0.3)) accommodation = random.pick(ACCOMMODATION);
    if (day >= world.from - 366) push(world, child, { day, plan, accommodation });
    day = nextStatement(child, day, random.int(150, 200));
  }
  const open = Math.max(plan.end, child.eighteen - 90);
  hold(child, "care_leavers", open, until, null, "adviser");
  addVisits(world, child, {
    kind: "care_leaver",
    subject: plan.id,
    from: Math.max(plan.end, from),
    to: until,
    gap: [40, 60],
    inTime: 0.8,
  });
  addPathwayReviews(world, child, plan.id, from, until);
}

/** Half a year on, but never past a birthday: the return asks what holds around it. */
function nextStatement(child: Child, day: Day, gap: number): Day {
  const next = birthday(child.born, ageOn(child.born, day) + 1);
  return day < next ? earlier(day + gap, next) : day + gap;
}

function push(
  world: World,
  child: Child,
  { day, plan, accommodation }: { day: Day; plan: CarePlan; accommodation: string },
): void {
  const { random } = world;
  const age = ageOn(child.born, day);
  const left = day >= plan.end;
  const touch = left ? random.pick(IN_TOUCH) : "YES";
  const known = touch === "YES";
  const where = left ? accommodation : "Z";
  const { team, worker } = heldBy(world, child, "care_leavers", day);
  const row: CareLeaver = {
    person_id: child.life.person.person_id,
    as_at: day,
    eligibility: left ? (age >= 18 ? "former_relevant" : "relevant") : "eligible",
    in_touch: touch,
    contact: past(world, day - random.int(0, known ? 40 : 200)),
    accommodation: known ? where : null,
    suitable: known ? (UNSUITABLE.has(where) ? random.chance(0.12) : random.chance(0.97)) : null,
    activity: known ? random.pick(age < 19 ? ACTIVITY_YOUNG : ACTIVITY_OLDER) : null,
    pathway_plan: past(world, day - random.int(0, 170)),
    advisor: worker,
    team,
    worker,
  };
  child.life.leaver.push(row);
}

function addPathwayReviews(world: World, child: Child, subject: string, from: Day, until: Day): void {
  const { random } = world;
  const { reviews, person } = child.life;
  for (let due = from + 90; due < until && due <= world.to; due += 182) {
    if (due < world.from - 366) continue;
    const held = random.chance(0.85) ? due - random.int(0, 14) : due + random.int(1, 45);
    reviews.push({
      id: ownId(child, "RV", reviews.length),
      kind: "pathway",
      subject_id: subject,
      person_id: person.person_id,
      due,
      date: past(world, held),
      participation: null,
      cancelled: false,
    });
  }
}
