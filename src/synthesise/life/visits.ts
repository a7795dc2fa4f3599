/** Runs of visits at the pace their kind asks for, most of them in time. */
import { type Day, onWorkingDay } from "../calendar.ts";
import { type Child, isRecorded, keptFrom, ownId, type World } from "./child.ts";
import type { Visit } from "./records.ts";

export type VisitRun = {
  readonly kind: Visit["kind"];
  readonly subject: string;
  readonly from: Day;
  readonly to: Day;
  /** Days after the last visit when the next is made in time. */
  readonly gap: readonly [number, number];
  readonly inTime: number;
};

/** Adds visits from one day to another, none before birth and none after the last recorded day. */
export function addVisits(world: World, child: Child, run: VisitRun): void {
  const { random } = world;
  const [least, most] = run.gap;
  const last = Math.min(run.to, world.to);
  let day = Math.max(run.from, child.born);
  // Long runs begin long before anything is kept: skip ahead without drawing thousands of numbers.
  if (day < keptFrom(world) - most) day = keptFrom(world) - random.int(0, most);
  for (;;) {
    day = onWorkingDay(
      day + (random.chance(run.inTime) ? random.int(least, most) : random.int(most + 1, Math.round(most * 1.8))),
    );
    if (day > last) return;
    if (day >= keptFrom(world) && isRecorded(world, day)) addVisit(world, child, run, day);
  }
}

/** Adds one visit on a day. */
export function addVisit(
  world: World,
  child: Child,
  { kind, subject }: Pick<VisitRun, "kind" | "subject">,
  day: Day,
): void {
  const { random } = world;
  const seen = random.chance(0.96);
  const { visits, person } = child.life;
  visits.push({
    id: ownId(child, "V", visits.length),
    kind,
    person_id: person.person_id,
    subject_id: subject,
    date: day,
    seen,
    seen_alone: seen ? random.chance(kind === "assessment" ? 0.6 : 0.78) : false,
  });
}
