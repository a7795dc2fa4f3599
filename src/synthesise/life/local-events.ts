/** What a council records of a child for itself: supervisions, audits with moderation, practice alerts, complaints, pre-proceedings. */

import { holderOn, teamOn } from "../authority.ts";
import { addWorkingDays, type Day, onWorkingDay } from "../calendar.ts";
import { codes, weighted } from "../prng.ts";
import { type Child, earlier, isRecorded, keptFrom, ownId, past, type Span, type World } from "./child.ts";
import type { LocalEvent } from "./records.ts";
import { postOf } from "./workforce.ts";

const GRADES = ["inadequate", "requires_improvement", "good", "outstanding"] as const;
const FIRST_GRADE = weighted([
  [0, 5],
  [1, 36],
  [2, 51],
  [3, 8],
] as const);
const AUDIT_TYPE = codes("collaborative 62, thematic 20, family_help 14, multi_agency 4");
const ALERT = codes("informal 55, formal 22, good_practice 23");
const COMPLAINT = codes("stage_1 88, stage_2 10, stage_3 2");
const SUPERVISED: Readonly<Record<string, number>> = {
  safeguarding: 42,
  disability: 56,
  children_looked_after: 42,
  care_leavers: 90,
};
/** A year's events for one open case. */
const YEARLY = { audit: 0.07, alert: 0.05, complaint: 0.014 } as const;

/** Adds the local events of every span in which a service held the case. */
export function addLocalEvents(world: World, child: Child): void {
  for (const span of child.spans) {
    if (span.role === "reviewing_officer") continue;
    const from = Math.max(span.start, keptFrom(world));
    const to = earlier(span.end, world.to);
    if (from >= to) continue;
    const every = SUPERVISED[span.service];
    if (every) addSupervisions(world, child, span, { from, to, every });
    const years = (to - from) / 365;
    if (world.random.chance(years * YEARLY.audit)) addAudit(world, child, span, world.random.int(from, to));
    if (span.role === "allocated" && world.random.chance(years * YEARLY.alert))
      push(world, child, span, {
        kind: "practice_alert",
        date: world.random.int(from, to),
        type: world.random.pick(ALERT),
      });
    if (world.random.chance(years * YEARLY.complaint)) addComplaint(world, child, span, world.random.int(from, to));
  }
  for (const status of child.life.periods.flatMap(({ statuses }) => statuses))
    if (status.code === "L1") addPoliceProtection(child, status.start, status.end);
}

/** Adds pre-proceedings under the Public Law Outline: most end within 16 weeks. */
export function addPreProceedings(world: World, child: Child, { start, care }: { start: Day; care: boolean }): void {
  const { random } = world;
  if (start > world.to || start >= child.eighteen) return;
  const end = onWorkingDay(start + (random.chance(0.66) ? random.int(42, 110) : random.int(113, 260)));
  const span: Span = { service: "safeguarding", role: "allocated", start, end, referral: null };
  push(world, child, span, {
    kind: "pre_proceedings",
    date: start,
    due: start + 112,
    end: past(world, end),
    outcome: end <= world.to ? (care ? "proceedings_issued" : "stepped_down") : null,
  });
}

function addSupervisions(
  world: World,
  child: Child,
  span: Span,
  { from, to, every }: { from: Day; to: Day; every: number },
): void {
  const { random } = world;
  let due = from + random.int(Math.round(every / 2), every);
  while (due <= to) {
    const inTime = random.chance(0.78);
    const held = onWorkingDay(inTime ? due - random.int(0, 10) : due + random.int(1, 25));
    if (held > span.end) return;
    const done = held <= world.to && isRecorded(world, held);
    // Dated on the day it was due when it has not been held, so that a supervision owed is still a case of that month.
    push(world, child, span, {
      kind: "supervision",
      date: done ? held : due,
      due,
      end: done ? held : null,
      type: "case",
    });
    due = Math.max(held, due) + every;
  }
}

function addAudit(world: World, child: Child, span: Span, day: Day): void {
  const { random } = world;
  const due = addWorkingDays(day, 20);
  const finished = addWorkingDays(day, random.chance(0.82) ? random.int(8, 20) : random.int(21, 45));
  const grade = random.pick(FIRST_GRADE);
  const moved = random.chance(0.24) ? (random.chance(0.75) ? -1 : 1) : 0;
  const done = finished <= world.to;
  push(world, child, span, {
    kind: "audit",
    date: day,
    due,
    end: done ? finished : null,
    type: random.pick(AUDIT_TYPE),
    outcome: done ? "completed" : null,
    grade_first: done ? GRADES[grade] : null,
    grade_final: done && random.chance(0.85) ? (GRADES[Math.min(3, Math.max(0, grade + moved))] ?? null) : null,
  });
}

function addComplaint(world: World, child: Child, span: Span, day: Day): void {
  const { random } = world;
  const answered = addWorkingDays(day, random.chance(0.7) ? random.int(3, 10) : random.int(11, 30));
  const done = answered <= world.to;
  push(world, child, span, {
    kind: "complaint",
    date: day,
    due: addWorkingDays(day, 10),
    end: done ? answered : null,
    type: random.pick(COMPLAINT),
    outcome: done ? (random.chance(0.3) ? "upheld" : random.chance(0.5) ? "partly_upheld" : "not_upheld") : null,
  });
}

function addPoliceProtection(child: Child, start: Day, end: Day | null): void {
  child.life.events.push(event(child, { kind: "police_protection", date: start, end }));
}

type Facts = Partial<Omit<LocalEvent, "id" | "kind" | "date" | "attributes">> & {
  readonly kind: string;
  readonly date: Day;
};

function push(world: World, child: Child, span: Span, facts: Facts): void {
  const post = postOf(world, child, span.service);
  child.life.events.push(
    event(child, {
      worker_id: holderOn(post, facts.date),
      team_id: teamOn(world.authority, post, facts.date),
      ...facts,
    }),
  );
}

function event(child: Child, facts: Facts): LocalEvent {
  return {
    id: ownId(child, "EV", child.life.events.length),
    person_id: child.life.person.person_id,
    household_id: null,
    worker_id: null,
    team_id: null,
    due: null,
    end: null,
    type: null,
    outcome: null,
    grade_first: null,
    grade_final: null,
    attributes: null,
    ...facts,
  };
}
