/** What belongs in the data: lives that reach into the window, and of each life the part a council would still hold. */
import type { Day } from "../calendar.ts";
import { keptFrom, type World } from "./child.ts";
import type { Life } from "./records.ts";

/** Whether anything of a life happened, or was still going on, on or after the first day of whole data. */
export function isKnownIn({ from }: World, life: Life): boolean {
  return (
    life.contacts.some(({ date }) => date >= from) ||
    life.referrals.some(({ date, closure_date }) => date >= from || closure_date === null || closure_date >= from) ||
    life.periods.some(({ end }) => end === null || end >= from) ||
    life.earlyHelp.some(({ end }) => end === null || end >= from) ||
    life.leaver.some(({ as_at }) => as_at >= from)
  );
}

/**
 * Leaves out what is older than the data: contacts and enquiries before it began. Referrals, plans and care stay whole, because
 * measures look back at them (re-referrals, earlier plans, how long a child has been looked after).
 */
export function trim(world: World, life: Life): Life {
  const { from } = world;
  const early = keptFrom(world);
  const reaches = (end: Day | null) => end === null || end >= from;
  return {
    ...life,
    contacts: life.contacts.filter(({ date }) => date >= early),
    earlyHelp: life.earlyHelp.filter(({ end }) => reaches(end)),
    assessments: life.assessments.filter(({ authorised }) => authorised === null || authorised >= early),
    s47s: life.s47s.filter(({ end, strategy_date }) => (end ?? strategy_date) >= early),
    icpcs: life.icpcs.filter(({ date }) => date === null || date >= early),
    cinPlans: life.cinPlans.filter(({ end }) => reaches(end)),
    reviews: life.reviews.filter(({ due, date, kind }) => kind === "cp" || kind === "cla" || (date ?? due) >= early),
    events: life.events.filter(({ date, end }) => date >= early || (end !== null && end >= from)),
  };
}
