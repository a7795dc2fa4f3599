/** What is owed to a child looked after: reviews, visits, and checks of health, teeth, eyes, immunisations and feelings. */
import { addWorkingDays, ageOn, type Day, monthsLater, onWorkingDay } from "../calendar.ts";
import { codes } from "../prng.ts";
import { CARE } from "../rates.ts";
import type { CarePlan } from "./care.ts";
import type { HealthCheck, Placement } from "./care-records.ts";
import { type Child, earlier, isRecorded, keptFrom, ownId, past, type World } from "./child.ts";
import { addVisits } from "./visits.ts";

const PARTICIPATION = codes("PN1 55, PN2 3, PN3 4, PN4 3, PN5 21, PN6 9, PN7 5");

/** Adds every duty of a period of care, as far as it has come and has been written down. */
export function addCareDuties(world: World, child: Child, plan: CarePlan, placements: readonly Placement[]): void {
  addReviews(world, child, plan);
  for (const [place, placement] of placements.entries()) {
    // Within a week of each new placement, then every six weeks; three months apart once a placement is settled for a year.
    const end = placement.end ?? plan.end;
    const year = earlier(placement.start + 365, end);
    addVisits(world, child, {
      kind: "cla",
      subject: plan.id,
      from: placement.start,
      to: earlier(placement.start + 9, end),
      gap: [1, 7],
      inTime: 0.95,
    });
    addVisits(world, child, {
      kind: "cla",
      subject: plan.id,
      from: placement.start + 7,
      to: year,
      gap: [24, 41],
      inTime: CARE.visitInTime,
    });
    if (year < end) {
      const settled = place > 0 && ageOn(child.born, year) >= 12;
      addVisits(world, child, {
        kind: "cla",
        subject: plan.id,
        from: year,
        to: end,
        gap: settled ? [60, 91] : [28, 41],
        inTime: CARE.visitInTime,
      });
    }
  }
  addFirstHealthAssessment(world, child, plan);
  addRoutineHealth(world, child, plan);
}

/** First within 20 working days, second within three months of it, then every six months. */
function addReviews(world: World, child: Child, { id, start, end }: CarePlan): void {
  const { random } = world;
  let due = addWorkingDays(start, 20);
  for (let count = 1; ; count++) {
    const inTime = random.chance(count === 1 ? CARE.firstReviewInTime : CARE.reviewInTime);
    const held = inTime
      ? onWorkingDay(due - random.int(3, count === 1 ? 10 : 20))
      : addWorkingDays(due, random.int(1, 20));
    if (held >= end || (due > world.to && held > world.to)) return;
    push(world, child, { subject: id, due, held });
    if (held > world.to) return;
    due = monthsLater(held, count === 1 ? 3 : 6);
  }
}

function push(world: World, child: Child, { subject, due, held }: { subject: string; due: Day; held: Day }): void {
  const { reviews, person } = child.life;
  const young = ageOn(child.born, held) < 4;
  reviews.push({
    id: ownId(child, "RV", reviews.length),
    kind: "cla",
    subject_id: subject,
    person_id: person.person_id,
    due,
    date: past(world, held),
    participation: held <= world.to ? (young ? "PN0" : world.random.pick(PARTICIPATION)) : null,
    cancelled: false,
  });
}

function addFirstHealthAssessment(world: World, child: Child, { start, end }: CarePlan): void {
  const { random } = world;
  if (child.life.periods.length > 1) return;
  const due = addWorkingDays(start, 20);
  const done = addWorkingDays(
    start,
    random.chance(CARE.firstHealthAssessmentInTime) ? random.int(9, 20) : random.int(21, 55),
  );
  const asked = addWorkingDays(start, random.chance(CARE.paperworkInFiveDays) ? random.int(0, 5) : random.int(6, 14));
  if (asked > world.to || asked >= end || start < keptFrom(world)) return;
  const held = done < end && isRecorded(world, done) ? done : null;
  pushCheck(child, {
    kind: "iha",
    request_date: earlier(asked, done),
    due,
    date: held,
    status: held === null ? "planned" : "completed",
  });
}

/** The yearly round; under five the health assessment is every six months. */
function addRoutineHealth(world: World, child: Child, { start, end }: CarePlan): void {
  const last = earlier(end, world.to);
  const rounds: readonly (readonly [HealthCheck["kind"], number, number])[] = [
    ["rha", 12, 0.9],
    ["dental", 10, 0.84],
    ["optical", 12, 0.7],
    ["immunisation", 12, 0.86],
    ["sdq", 12, 0.8],
  ];
  for (const [kind, months, done] of rounds) {
    let day = monthsLater(start, kind === "dental" || kind === "optical" ? 3 : 6) + world.random.int(0, 60);
    while (day < last) {
      const age = ageOn(child.born, day);
      if (day >= keptFrom(world) && (kind !== "sdq" || (age >= 4 && age <= 16)))
        addRoutineCheck(world, child, kind, day, done);
      day = monthsLater(day, kind === "rha" && age < 5 ? 6 : months) + world.random.int(-20, 12);
    }
  }
}

function addRoutineCheck(world: World, child: Child, kind: HealthCheck["kind"], day: Day, done: number): void {
  const { random } = world;
  const held = onWorkingDay(day);
  if (!isRecorded(world, held)) return;
  const completed = random.chance(done);
  const score =
    kind === "sdq" && completed
      ? Math.min(40, Math.round((random.next() + random.next() + random.next()) * 9.6))
      : null;
  const refused = random.chance(0.4) ? "refused" : "not_done";
  const status =
    kind === "immunisation" ? (completed ? "up_to_date" : "not_up_to_date") : completed ? "completed" : refused;
  const date = completed || kind === "immunisation" ? held : null;
  pushCheck(child, {
    kind,
    request_date: null,
    due: kind === "rha" || date === null ? held : null,
    date,
    status,
    score,
  });
}

function pushCheck(
  child: Child,
  facts: Omit<HealthCheck, "id" | "person_id" | "score"> & { readonly score?: number | null },
): void {
  const { health, person } = child.life;
  health.push({ id: ownId(child, "H", health.length), person_id: person.person_id, score: null, ...facts });
}
