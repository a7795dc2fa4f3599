/** Going missing, from care and now and then from home, and the return home interviews that follow. */
import { ageOn, birthday, type Day } from "../calendar.ts";
import { CARE } from "../rates.ts";
import type { CarePlan } from "./care.ts";
import { type Child, earlier, isRecorded, keptFrom, ownId, past, type World } from "./child.ts";

/** Adds missing episodes to a period of care of a child of ten or more; a few go missing often. */
export function addMissing(world: World, child: Child, { start, end }: CarePlan): void {
  const from = Math.max(start, birthday(child.born, 10), keptFrom(world));
  if (from >= end || !world.random.chance(CARE.missingShareFromTen)) return;
  addRun(world, child, { from, to: end, meanGap: world.random.chance(0.25) ? 18 : 130 });
}

/** Adds the odd spell missing from home while a case is open. */
export function addMissingFromHome(world: World, child: Child, { from, to }: { from: Day; to: Day }): void {
  if (ageOn(child.born, from) < 11 || !world.random.chance(0.045)) return;
  addRun(world, child, { from: Math.max(from, keptFrom(world)), to: earlier(to, child.eighteen), meanGap: 60 });
}

function addRun(world: World, child: Child, { from, to, meanGap }: { from: Day; to: Day; meanGap: number }): void {
  const { random } = world;
  const { missing, person } = child.life;
  let day = from + random.wait(meanGap);
  while (day < to && day <= world.to) {
    const back = Math.min(day + (random.chance(0.82) ? random.int(0, 1) : random.wait(5)), to);
    const returned = past(world, back);
    if (isRecorded(world, day)) {
      const offered = returned === null ? null : random.chance(0.9);
      const accepted = offered === null ? null : offered && random.chance(0.6);
      missing.push({
        id: ownId(child, "M", missing.length),
        person_id: person.person_id,
        type: random.chance(0.9) ? "M" : "A",
        start: day,
        end: returned,
        rhi_offered: offered,
        rhi_accepted: accepted,
        rhi_date: accepted && returned !== null ? past(world, returned + random.int(0, 5)) : null,
      });
    }
    day = back + 1 + random.wait(meanGap);
  }
}
