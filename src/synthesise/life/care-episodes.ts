/** SSDA903 episodes: the days of a period cut wherever the legal status or the placement changes. */
import type { Day } from "../calendar.ts";
import type { CarePlan } from "./care.ts";
import type { CareEpisode, Placement } from "./care-records.ts";
import type { LegalStatus } from "./care-status.ts";
import { type Child, ownId, past, type World } from "./child.ts";

export type PeriodParts = {
  readonly plan: CarePlan;
  readonly statuses: readonly LegalStatus[];
  readonly placements: readonly Placement[];
  readonly need: string;
};

/** The episodes of a period as known on the last recorded day. */
export function careEpisodes(
  world: World,
  child: Child,
  { plan, statuses, placements, need }: PeriodParts,
): readonly CareEpisode[] {
  const starts = [...new Set([...statuses, ...placements].map(({ start }) => start))].sort((one, other) => one - other);
  const first = child.life.episodes.length;
  return starts
    .filter((start) => start <= world.to)
    .map((start, place): CareEpisode => {
      const status = on(statuses, start);
      const placement = on(placements, start);
      const stop = starts[place + 1];
      const end = past(world, stop ?? plan.end);
      const moves = stop !== undefined && placement.end === stop;
      return {
        id: ownId(child, "EP", first + place),
        period_id: plan.id,
        placement_id: placement.id,
        person_id: child.life.person.person_id,
        start,
        rne:
          place === 0
            ? "S"
            : reason(status.start === start, placement.start === start, placement.place.startsWith("A5")),
        legal_status: status.code,
        need,
        place: placement.place,
        provider: placement.provider,
        urn: placement.urn,
        home_post: child.uasc ? null : child.life.home,
        place_post: placement.postcode,
        distance: placement.distance,
        out_of_area: placement.out_of_area,
        end,
        rec: end === null ? null : stop === undefined ? plan.rec : "X1",
        change_reason: moves && end !== null ? placement.change_reason : null,
        unregistered: placement.place.startsWith("Z1"),
      };
    });
}

/** L for a new status, P for new carers, T for a new kind of placement with the same carers, B and U for both at once. */
function reason(status: boolean, placement: boolean, sameCarers: boolean): string {
  if (!placement) return "L";
  if (status) return sameCarers ? "U" : "B";
  return sameCarers ? "T" : "P";
}

function on<T extends { readonly start: Day }>(runs: readonly T[], day: Day): T {
  const run = runs.findLast(({ start }) => start <= day);
  if (!run) throw new Error("A period of care has a day without legal status or placement.");
  return run;
}
