/** review_step: what each child protection plan owed and got. */
import { addMonths } from "../../../src/domain/dates.ts";
import { type Row, textOf, type World } from "../world.ts";
import { endOf, startOf } from "./days.ts";

/** A row for the plan's start and one for each day a review was held, with the day the next was due and the day it was held. */
export function reviewStep(world: World): readonly Row[] {
  return world.rows("cp_plan").flatMap((plan) => {
    const days = [startOf(plan), ...reviewDays(plan, world)];
    return days.map((from, index) => ({
      id: `${textOf(plan, "id")}|${from}`,
      plan_id: textOf(plan, "id"),
      person_id: textOf(plan, "person_id"),
      plan_start: startOf(plan),
      plan_end: textOf(plan, "end"),
      from_date: from,
      due: addMonths(from, index === 0 ? 3 : 6),
      held: days[index + 1] ?? null,
    }));
  });
}

/** Days after the plan's start and up to its end on which a review was held; one that names another plan is that plan's. */
function reviewDays(plan: Row, world: World): readonly string[] {
  const plans = world.rows("cp_plan").map((row) => row.id);
  const days = world
    .rowsOfChild("review", plan.person_id ?? null)
    .filter((review) => review.kind === "cp" && review.cancelled !== true)
    .filter((review) => review.subject_id === plan.id || !plans.includes(review.subject_id ?? null))
    .map((review) => startOf(review, "date"))
    .filter((day) => day > startOf(plan) && day <= endOf(plan));
  return [...new Set(days)].sort();
}
