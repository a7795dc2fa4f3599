/** Schooling of children looked after: attendance by academic year, suspensions, and the termly personal education plan. */

import { toEpochDay } from "../../domain/dates.ts";
import { ageOn, type Day, isoText, onWorkingDay } from "../calendar.ts";
import type { CarePlan } from "./care.ts";
import { type Child, earlier, isRecorded, keptFrom, ownId, past, type World } from "./child.ts";

/** Sessions in a whole academic year: 190 days of two. */
const SESSIONS = 380;

/** Adds a record for each academic year in care while of school age, and the education plans reviewed in it. */
export function addEducation(world: World, child: Child, plan: CarePlan): void {
  const firstYear = academicYear(Math.max(plan.start, keptFrom(world)));
  for (let year = firstYear; toEpochDay(`${year}-09-01`) <= earlier(plan.end, world.to); year++) {
    const opens = toEpochDay(`${year}-09-01`);
    const age = ageOn(child.born, opens - 1);
    const from = Math.max(opens, plan.start);
    const to = Math.min(toEpochDay(`${year + 1}-07-22`), plan.end, world.to);
    if (age < 4 || age > 15 || to <= from + 20) continue;
    addYear(world, child, { year, from, to, opens });
    addPlans(world, child, plan.id, from, to);
  }
}

type SchoolYear = { readonly year: number; readonly from: Day; readonly to: Day; readonly opens: Day };

function addYear(world: World, child: Child, { year, from, to, opens }: SchoolYear): void {
  const { random } = world;
  const { education, person } = child.life;
  const period = `${year}-${String((year + 1) % 100).padStart(2, "0")}`;
  if (education.some((record) => record.period === period)) return;
  const possible = Math.round((SESSIONS * (to - from)) / 324);
  const noPlace = random.chance(0.012);
  const share = random.chance(0.2) ? 0.1 + random.next() * 0.3 : random.next() * 0.09;
  const secondary = ageOn(child.born, opens - 1) >= 11;
  education.push({
    person_id: person.person_id,
    period,
    from_date: from,
    to_date: to,
    school_urn: noPlace ? null : String(random.int(900_000, 909_999)),
    sessions_possible: noPlace ? 0 : possible,
    sessions_missed: noPlace ? 0 : Math.round(possible * share),
    suspensions: random.chance(secondary ? 0.16 : 0.03) ? random.int(1, 4) : 0,
    exclusion: random.chance(secondary ? 0.004 : 0.0005),
    no_place: noPlace,
    pep_date: random.chance(0.93) ? past(world, Math.max(from + 1, earlier(to, world.to) - random.int(5, 110))) : null,
    neet: null,
  });
}

function addPlans(world: World, child: Child, subject: string, from: Day, to: Day): void {
  const { random } = world;
  const { reviews, person } = child.life;
  for (let due = from + random.int(10, 60); due < to; due += 120) {
    if (due < keptFrom(world)) continue;
    const held = onWorkingDay(random.chance(0.93) ? due - random.int(0, 14) : due + random.int(1, 30));
    const done = held <= to && isRecorded(world, held) && held >= from;
    reviews.push({
      id: ownId(child, "RV", reviews.length),
      kind: "pep",
      subject_id: subject,
      person_id: person.person_id,
      due,
      date: done ? held : null,
      participation: null,
      cancelled: false,
    });
  }
}

/** The calendar year in which the academic year of a day began. */
function academicYear(day: Day): number {
  const text = isoText(day);
  return Number(text.slice(0, 4)) - (text.slice(5) >= "09-01" ? 0 : 1);
}
