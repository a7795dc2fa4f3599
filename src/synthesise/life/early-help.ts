/** Early help: a request, an assessment by whoever leads, a spell of help and its end. */
import { addWorkingDays, type Day, onWorkingDay } from "../calendar.ts";
import { bands, codes } from "../prng.ts";
import { type Child, earlier, ownId, past, type World, within } from "./child.ts";
import { heldBy, hold } from "./workforce.ts";

const REASON = codes(`
  parenting 30, domestic_abuse 14, mental_health 18, school_attendance 15, behaviour 15,
  housing_or_money 8
`);
const ORGANISATION = codes("Council 62, School 22, Health 9, Voluntary sector 7");
const END_REASON = codes("needs_met 58, disengaged 17, universal_services 15, step_up 10");
const DAYS = bands("20-60 20, 61-150 45, 151-365 35");
/** Working days the early help assessment takes: about three in four within 45. */
const ASSESSMENT_DAYS = bands("5-25 35, 26-45 41, 46-80 24");

/** Adds a spell of early help after a contact or a step down. Returns the day it ends. */
export function addEarlyHelp(
  world: World,
  child: Child,
  { received, stepDown }: { received: Day; stepDown: boolean },
): Day {
  const { random } = world;
  const start = addWorkingDays(received, random.int(1, stepDown ? 6 : 12));
  if (start > world.to || start >= child.eighteen || child.born > start) return received;
  const end = earlier(onWorkingDay(start + within(random, random.pick(DAYS))), child.eighteen);
  const organisation = stepDown ? "Council" : random.pick(ORGANISATION);
  const assessed = random.chance(stepDown ? 0.4 : 0.85);
  const assessmentEnd = addWorkingDays(start, within(random, random.pick(ASSESSMENT_DAYS)));
  const { earlyHelp, person } = child.life;
  earlyHelp.push({
    id: ownId(child, "EH", earlyHelp.length),
    person_id: person.person_id,
    received_date: received,
    start,
    end: past(world, end),
    reason: random.pick(REASON),
    end_reason: end <= world.to ? random.pick(END_REASON) : null,
    organisation,
    assessment_start: assessed ? start : null,
    assessment_end: assessed && assessmentEnd <= end ? past(world, assessmentEnd) : null,
    worker_id: organisation === "Council" ? heldBy(world, child, "early_help", start).worker : null,
  });
  if (organisation === "Council") hold(child, "early_help", start, end, null, "early_help");
  return end;
}
