/** care_review_due: every review owed to a child looked after, with the day it was due and the day it was held. */
import { addMonths } from "../../../src/domain/dates.ts";
import { afterWorkingDays } from "../working-days.ts";
import { type Row, textOf, type World } from "../world.ts";
import { endOf, startOf } from "./days.ts";

type Owed = { readonly due: string | null; readonly held: string | null; readonly isStated: boolean };

/** Coming into care makes the first review due, and each review held the next. */
export function careReviewDue(world: World): readonly Row[] {
  return world.rows("period_of_care").flatMap((period) =>
    owedIn(period, world)
      // Owed only while the child is looked after on the day it is due; one that was held is kept.
      .filter(({ due, held }) => due !== null && (held !== null || due < endOf(period)))
      .map(({ due, held, isStated }) => ({
        id: `${textOf(period, "id")}|${held ?? `${due}|owed`}`,
        person_id: textOf(period, "person_id"),
        period_id: textOf(period, "id"),
        due,
        held,
        is_stated: isStated,
      })),
  );
}

function owedIn(period: Row, world: World): readonly Owed[] {
  const reviews = reviewsIn(period, world);
  const held = reviews.filter(({ date }) => date !== null);
  const days = [...new Set(held.map(({ date }) => date ?? ""))].sort();
  const owed: Owed[] = [];
  let next = afterWorkingDays(startOf(period), 20, world.holidays);
  for (const [index, day] of days.entries()) {
    const stated = held.filter(({ date, due }) => date === day && due !== null).map(({ due }) => due ?? "");
    const due = [...stated].sort().at(-1) ?? next;
    owed.push({ due, held: day, isStated: stated.length > 0 });
    next = addMonths(day, index === 0 ? 3 : 6);
  }
  const missed = [...new Set(reviews.filter(({ date }) => date === null).map(({ due }) => due ?? ""))];
  for (const due of missed) owed.push({ due, held: null, isStated: true });
  const isStated = missed.some((due) => due > (days.at(-1) ?? ""));
  if (!isStated) owed.push({ due: next, held: null, isStated: false });
  return owed;
}

/** Reviews held, or else due, in the period of care; cancelled ones left out. */
function reviewsIn(
  period: Row,
  world: World,
): readonly { readonly date: string | null; readonly due: string | null }[] {
  return world
    .rowsOfChild("review", period.person_id ?? null)
    .filter((review) => review.kind === "cla" && review.cancelled !== true)
    .map((review) => ({ date: textOf(review, "date"), due: textOf(review, "due") }))
    .filter(({ date, due }) => {
      const day = date ?? due;
      return day !== null && day >= startOf(period) && day <= endOf(period);
    });
}
