/** The legal statuses of a period of care, one after another. */
import type { Day } from "../calendar.ts";
import type { CarePlan } from "./care.ts";
import type { Child, World } from "./child.ts";

export type LegalStatus = { readonly code: string; readonly start: Day; readonly end: Day };

/** Statuses that cover the period without gap or overlap, in order. */
export function legalStatuses(world: World, child: Child, plan: CarePlan): readonly LegalStatus[] {
  const steps = stepsOf(world, child, plan).filter(([, after], place) => place === 0 || plan.start + after < plan.end);
  return steps.map(([code, after], place) => {
    const next = steps[place + 1];
    return { code, start: plan.start + after, end: next ? plan.start + next[1] : plan.end };
  });
}

type Step = readonly [string, number];

function stepsOf({ random }: World, child: Child, { ending, route, start }: CarePlan): readonly Step[] {
  if (route === "uasc") return [["V2", 0]];
  const steps: Step[] = [];
  let days = 0;
  if (route === "direct" && random.chance(0.3)) {
    const police = random.chance(0.5);
    steps.push([police ? "L1" : "L2", 0]);
    days = police ? random.int(1, 3) : random.int(2, 8);
  }
  if (child.eighteen - start < 7 * 365 && random.chance(0.03)) return [...steps, ["J1", days]];
  const agreed = ending === "home_soon" ? 0.82 : ending === "adoption" ? 0.15 : ending === "long" ? 0.45 : 0.4;
  if (random.chance(agreed)) {
    steps.push(["V2", days]);
    if (ending === "home_soon" || (child.eighteen - start < 3 * 365 && random.chance(0.75))) return steps;
    days += random.int(20, 220);
  }
  if (ending === "home_soon") return [...steps, ["C1", days]];
  steps.push(["C1", days]);
  days += random.int(150, 330);
  if (ending === "adoption") steps.push(["E1", days]);
  else if (ending === "long" || random.chance(0.5)) steps.push(["C2", days]);
  return steps;
}
