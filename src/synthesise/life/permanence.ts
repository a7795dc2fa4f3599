/** The road to adoption or guardianship: decision, placement order, match, placing, order; or a decision reversed. */
import { ageOn, type Day } from "../calendar.ts";
import { codes } from "../prng.ts";
import type { CarePlan } from "./care.ts";
import type { Permanence } from "./care-records.ts";
import type { LegalStatus } from "./care-status.ts";
import { type Child, ownId, past, type World } from "./child.ts";

export type AdoptionRoad = {
  readonly decision: Day;
  readonly placementOrder: Day | null;
  readonly match: Day;
  readonly placed: Day;
  readonly carersAdopt: boolean;
};

const REVERSED = codes("RD1 34, RD2 26, RD3 24, RD4 16");

/** The days on the way to an adoption, all inside the period of care. */
export function adoptionRoad({ random }: World, plan: CarePlan, statuses: readonly LegalStatus[]): AdoptionRoad {
  const order = statuses.find(({ code }) => code === "E1")?.start ?? null;
  const carersAdopt = random.chance(0.18);
  const base = order ?? plan.start + Math.round((plan.end - plan.start) * 0.45);
  const left = plan.end - base;
  const match = base + Math.round(left * (0.2 + random.next() * 0.25));
  return {
    decision: Math.max(plan.start + 1, base - random.int(15, 70)),
    placementOrder: order,
    match,
    placed: Math.min(match + random.int(8, 30), plan.end - 1),
    carersAdopt,
  };
}

/** Adds what is recorded of the road so far: an adoption, a guardianship order, or a decision taken back. */
export function addPermanence(world: World, child: Child, plan: CarePlan, road: AdoptionRoad | undefined): void {
  const { random } = world;
  if (road) {
    const decision = past(world, road.decision);
    if (decision === null) return;
    const placed = past(world, road.placed);
    const early = road.carersAdopt ? past(world, plan.start + 20) : null;
    push(child, plan, {
      decision,
      placement_order: road.placementOrder === null ? null : past(world, road.placementOrder),
      match: past(world, road.match),
      placed,
      ffa_placed: early !== null && early < road.placed && random.chance(0.5) ? early : null,
      order: past(world, plan.end),
      order_type: plan.end <= world.to ? "adoption" : null,
      carers_adopted: placed === null ? null : road.carersAdopt,
      adopters: random.chance(0.88) ? 2 : 1,
    });
    return;
  }
  if (plan.ending === "guardianship" && plan.end <= world.to)
    push(child, plan, { order: plan.end, order_type: "special_guardianship" });
  if (plan.ending === "arrangements" && plan.end <= world.to)
    push(child, plan, { order: plan.end, order_type: "child_arrangements" });
  if (plan.ending === "long" && ageOn(child.born, plan.start) < 5 && random.chance(0.12))
    addReversal(world, child, plan);
}

function addReversal(world: World, child: Child, plan: CarePlan): void {
  const { random } = world;
  const decision = plan.start + random.int(120, 300);
  const reversed = decision + random.int(100, 500);
  if (decision >= plan.end || decision > world.to) return;
  const taken = reversed < plan.end && reversed <= world.to;
  push(child, plan, {
    decision,
    reversed: taken ? reversed : null,
    reversed_reason: taken ? random.pick(REVERSED) : null,
  });
}

function push(child: Child, plan: CarePlan, facts: Partial<Permanence>): void {
  const { permanence, person } = child.life;
  permanence.push({
    id: ownId(child, "PERM", permanence.length),
    period_id: plan.id,
    person_id: person.person_id,
    decision: null,
    placement_order: null,
    match: null,
    placed: null,
    ffa_placed: null,
    order: null,
    order_type: null,
    reversed: null,
    reversed_reason: null,
    carers_adopted: null,
    adopters: 0,
    ...facts,
  });
}
