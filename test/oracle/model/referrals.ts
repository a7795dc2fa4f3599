/** re_referral, repeat_plan and strategy_discussion: what came before a referral, a plan or a discussion. */
import { type Row, textOf, type World } from "../world.ts";
import { latestOf, startOf } from "./days.ts";

/** Every referral with the child's last referral on an earlier day. */
export function reReferral(world: World): readonly Row[] {
  return world.rows("referral").map((referral) => ({
    ...copied(referral, ["referral_id", "person_id", "date", "nfa", "team", "worker"]),
    previous_date: latestOf(
      world
        .rowsOfChild("referral", referral.person_id ?? null)
        .map((other) => startOf(other, "date"))
        .filter((day) => day < startOf(referral, "date")),
    ),
  }));
}

/** Every plan with the last day of the child's latest earlier plan that had ended by its start. */
export function repeatPlan(world: World): readonly Row[] {
  return world.rows("cp_plan").map((plan) => ({
    ...copied(plan, ["id", "person_id", "start", "end", "other_la", "team", "worker"]),
    previous_end: latestOf(
      world
        .rowsOfChild("cp_plan", plan.person_id ?? null)
        .filter((other) => startOf(other) < startOf(plan))
        .map((other) => textOf(other, "end"))
        .filter((end) => end !== null && end <= startOf(plan))
        .map(String),
    ),
  }));
}

/** Every strategy discussion with the referral it follows and its place among those that follow the same one. */
export function strategyDiscussion(world: World): readonly Row[] {
  const held = world
    .rows("s47_enquiry")
    .filter((enquiry) => textOf(enquiry, "strategy_date") !== null)
    .map((enquiry) => ({ enquiry, day: startOf(enquiry, "strategy_date"), referral: referralOf(enquiry, world) }));
  return held.map(({ enquiry, day, referral }) => ({
    ...copied(enquiry, ["id", "person_id", "team", "worker"]),
    date: day,
    outcome: textOf(enquiry, "strategy_outcome"),
    enquiry_start: textOf(enquiry, "start"),
    referral_id: textOf(referral, "referral_id"),
    referral_date: textOf(referral, "date"),
    place:
      referral === undefined
        ? null
        : new Set(held.filter((other) => other.referral === referral && other.day <= day).map((other) => other.day))
            .size,
  }));
}

/** The one it names, if it is the child's and no later; else the child's latest up to that day. */
function referralOf(enquiry: Row, world: World): Row | undefined {
  const earlier = world
    .rowsOfChild("referral", enquiry.person_id ?? null)
    .filter((referral) => startOf(referral, "date") <= startOf(enquiry, "strategy_date"));
  const named = earlier.find((referral) => referral.referral_id === enquiry.referral_id);
  if (named !== undefined) return named;
  const day = latestOf(earlier.map((referral) => startOf(referral, "date")));
  const ids = earlier.filter((referral) => referral.date === day).map((referral) => String(referral.referral_id));
  return earlier.find((referral) => referral.referral_id === latestOf(ids));
}

function copied(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}
