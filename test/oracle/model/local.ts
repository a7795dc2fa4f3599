/** Views that read one table row by row: case_audit, practice_alert, fostering_household, need_ending, plan_or_statement. */
import { type Row, textOf, type World } from "../world.ts";

const RANKS: Readonly<Record<string, number>> = {
  outstanding: 4,
  good: 3,
  requires_improvement: 2,
  requires_improvement_to_be_good: 2,
  does_not_yet_meet_good: 2,
  not_yet_good: 2,
  inadequate: 1,
};

/** Case audits with kind and grades spelled one way and ranked. */
export function caseAudit(world: World): readonly Row[] {
  return eventsOf("audit", world).map((event) => {
    const first = spelled(textOf(event, "grade_first"));
    const final = spelled(textOf(event, "grade_final"));
    return {
      ...about(event),
      kind: spelled(textOf(event, "type")),
      allocated: textOf(event, "date"),
      due: textOf(event, "due"),
      completed: textOf(event, "end"),
      first_grade: first,
      final_grade: final,
      first_rank: RANKS[first ?? ""] ?? null,
      final_rank: RANKS[final ?? ""] ?? null,
    };
  });
}

/** Practice alerts with their level spelled one way. */
export function practiceAlert(world: World): readonly Row[] {
  return eventsOf("practice_alert", world).map((event) => {
    const type = textOf(event, "type")?.toLowerCase() ?? null;
    const level = ["good", "informal", "formal"].find((word) => type?.includes(word));
    return {
      ...about(event),
      date: textOf(event, "date"),
      level: level === "good" ? "good_practice" : (level ?? type),
    };
  });
}

/** Households approved to foster. */
export function fosteringHousehold(world: World): readonly Row[] {
  return eventsOf("foster_household", world)
    .filter((event) => textOf(event, "household_id") !== null)
    .map((event) => ({
      id: textOf(event, "id"),
      household_id: textOf(event, "household_id"),
      kind: textOf(event, "type"),
      start: textOf(event, "date"),
      end: textOf(event, "end"),
      team_id: textOf(event, "team_id"),
      worker_id: textOf(event, "worker_id"),
    }));
}

/** Every time an episode of need closed or a child in need plan ended, and whether it passed to early help. */
export function needEnding(world: World): readonly Row[] {
  const closed = world
    .rows("referral")
    .filter((row) => textOf(row, "closure_date") !== null)
    .map((row) => {
      const reason = textOf(row, "closure_reason");
      return {
        ...ending(row, "closure_date"),
        id: `referral|${textOf(row, "referral_id")}`,
        ended: "episode of need",
        to_early_help: reason === null ? null : reason === "RC9",
      };
    });
  const ended = world
    .rows("cin_plan")
    .filter((row) => textOf(row, "end") !== null)
    .map((row) => {
      const reason = textOf(row, "end_reason");
      return {
        ...ending(row, "end"),
        id: `cin_plan|${textOf(row, "id")}`,
        ended: "child in need plan",
        to_early_help: reason === null ? null : /early.*help/i.test(reason),
      };
    });
  return [...closed, ...ended];
}

/** The days of each plan, and of each statement on its way to becoming one. */
export function planOrStatement(world: World): readonly Row[] {
  return world.rows("ehcp_case").flatMap((row) => {
    const spell = (kind: string, start: string | null, end: string | null): readonly Row[] =>
      start === null
        ? []
        : [{ id: `${textOf(row, "id")}|${kind}`, person_id: textOf(row, "person_id"), kind, start, end }];
    const planned = textOf(row, "plan_start");
    const ceased = textOf(row, "plan_cease");
    const asked = row.transfer === true ? textOf(row, "request_date") : null;
    return [...spell("plan", planned, ceased), ...spell("statement", asked, planned ?? ceased)];
  });
}

function ending(row: Row, date: string): Row {
  return {
    person_id: textOf(row, "person_id"),
    date: textOf(row, date),
    team: textOf(row, "team"),
    worker: textOf(row, "worker"),
  };
}

function eventsOf(kind: string, world: World): readonly Row[] {
  return world.rows("local_event").filter((event) => event.kind === kind);
}

function about(event: Row): Row {
  return {
    id: textOf(event, "id"),
    person_id: textOf(event, "person_id"),
    worker_id: textOf(event, "worker_id"),
    team_id: textOf(event, "team_id"),
  };
}

function spelled(text: string | null): string | null {
  return text === null
    ? null
    : text
        .trim()
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "_");
}
