/** Where a child looked after lives: one placement after another until the period ends. */
import { ageOn, type Day } from "../calendar.ts";
import { codes } from "../prng.ts";
import type { CarePlan } from "./care.ts";
import type { Placement } from "./care-records.ts";
import type { LegalStatus } from "./care-status.ts";
import type { Child, World } from "./child.ts";
import type { AdoptionRoad } from "./permanence.ts";
import { postcode } from "./person.ts";

const INFANT = codes("U6 52, U5 9, U3 18, U1 5, R3 7, P1 9");
const CHILD = codes("U6 46, U4 15, U3 13, U1 7, K2 8, P1 9, S1 1, R1 1");
const TEENAGER = codes("U6 36, U4 13, U3 7, U1 4, K2 27, P1 5, S1 3, R1 2, R2 1, K1 0.6, Z11 1.4");
const NEARLY_ADULT = codes("K3 50, U6 17, U4 9, K2 15, P1 3, R5 1, R1 1, Z12 2, Z13 1, U3 1");
const CHANGE_REASON = codes(`
  CARPL 46, CREQB 15, CREQO 12, CHILD 6, LAREQ 8, STAND 3, ALLEG 2, CLOSE 2, APPRR 1, PLACE 2, OTHER 3
`);
const FOSTER_PROVIDER = codes("PR1 55, PR4 38, PR5 7");
const HOME_PROVIDER = codes("PR4 76, PR1 17, PR5 7");
const WITH_PARENTS_NEEDS = new Set(["C1", "C2", "E1"]);

/** Placements that cover the period without gap or overlap. */
export function makePlacements(
  world: World,
  child: Child,
  plan: CarePlan,
  statuses: readonly LegalStatus[],
  road: AdoptionRoad | undefined,
): readonly Placement[] {
  const made: Placement[] = [];
  const last = road?.placed ?? plan.end;
  let start = plan.start;
  while (start < last) {
    const stays = start + placementDays(world, child, plan, made.length, start);
    const end = last - stays < 4 ? last : stays;
    made.push(
      placement(world, child, plan, {
        start,
        end,
        place: placeOn(world, child, start, statuses),
        number: made.length + 1,
      }),
    );
    start = end;
  }
  if (road && road.placed < plan.end) {
    const place = road.carersAdopt ? "A5" : "A6";
    made.push(placement(world, child, plan, { start: road.placed, end: plan.end, place, number: made.length + 1 }));
  }
  const before = made.at(-2);
  // Carers who adopt do not change, so neither does the address.
  if (road?.carersAdopt && before)
    made.push({ ...(made.pop() as Placement), postcode: before.postcode, distance: before.distance });
  return made;
}

function placementDays({ random }: World, child: Child, plan: CarePlan, before: number, start: Day): number {
  const age = ageOn(child.born, start);
  const unsettled = age >= 11 ? 0.4 : 0.29;
  if (plan.route === "uasc") return random.chance(0.25) ? 10 + random.wait(40) : 300 + random.wait(500);
  if (random.chance(before === 0 ? 0.5 : unsettled)) return 3 + random.wait(before === 0 ? 50 : 80);
  // A settled placement lasts to the end.
  if (before > 0 && random.chance(age >= 11 ? 0.2 : 0.35)) return plan.end - start;
  return 150 + random.wait((age >= 11 ? 700 : 1100) * (before === 0 ? 1 : 1.7));
}

function placeOn({ random }: World, child: Child, day: Day, statuses: readonly LegalStatus[]): string {
  const age = ageOn(child.born, day);
  const place = random.pick(age < 3 ? INFANT : age < 10 ? CHILD : age < 16 ? TEENAGER : NEARLY_ADULT);
  const status = statuses.findLast(({ start }) => start <= day)?.code ?? "";
  return place === "P1" && !WITH_PARENTS_NEEDS.has(status) ? "U6" : place;
}

type Choice = { readonly start: Day; readonly end: Day; readonly place: string; readonly number: number };

function placement({ random }: World, child: Child, plan: CarePlan, { start, end, place, number }: Choice): Placement {
  const kin = place === "U1" || place === "U3";
  const far = place === "P1" || kin ? 0.15 : place.startsWith("K") ? 0.5 : 0.32;
  const out = random.chance(far);
  const provider = providerOf(random.next(), place, kin);
  const home = place === "P1" && !child.uasc;
  return {
    id: `${plan.id}-P${number}`,
    start,
    end,
    place,
    provider: provider === "drawn" ? random.pick(place.startsWith("U") ? FOSTER_PROVIDER : HOME_PROVIDER) : provider,
    urn:
      place.startsWith("K") || place.startsWith("R") || place.startsWith("U")
        ? String(random.int(2_500_000, 2_799_999))
        : null,
    postcode: home ? child.life.home : postcode(random, out ? (random.chance(0.5) ? "QX" : "JX") : "WX"),
    distance: child.uasc
      ? 999.9
      : home
        ? 0
        : Math.round((out ? 8 + random.wait(26) : 0.4 + random.wait(6)) * 10 + random.int(0, 9)) / 10,
    out_of_area: out,
    change_reason: end < plan.end ? (place.startsWith("A") ? "CARPL" : random.pick(CHANGE_REASON)) : null,
  };
}

function providerOf(share: number, place: string, kin: boolean): string | null {
  if (place === "P1") return "PR0";
  if (place.startsWith("Z") || place.startsWith("T")) return null;
  if (kin) return "PR1";
  if (place.startsWith("A")) return share < 0.7 ? "PR1" : share < 0.85 ? "PR2" : "PR5";
  if (place === "R2" || place === "R5") return "PR3";
  return "drawn";
}
