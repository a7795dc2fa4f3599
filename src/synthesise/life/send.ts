/** Education, health and care: request, decision to assess, decision to issue, plan, yearly review, end. */
import { birthday, type Day, monthsLater, onWorkingDay } from "../calendar.ts";
import { bands, codes } from "../prng.ts";
import { type Child, ownId, past, type World } from "./child.ts";

const NEED = codes("ASD 32, SEMH 22, SLCN 21, MLD 7, SLD 5, SPLD 4, PD 3, PMLD 2, HI 1.5, VI 1, MSI 0.3, OTH 1.2");
const SOURCE = codes("1 41, 2 50, 3 2, 4 3, 5 4");
/** Weeks from the request to the plan: a little over half within 20. */
const WEEKS = bands("14-17 12, 18-19 42, 21-30 28, 31-60 18");
const SHARE = { disabled: 0.55, other: 0.075 } as const;

/** Adds a request, and what came of it, for children likely to need a plan. */
export function addEhcp(world: World, child: Child): void {
  const { random } = world;
  if (!random.chance(child.disabled ? SHARE.disabled : SHARE.other)) return;
  const earliest = Math.max(birthday(child.born, 3), world.from - 3 * 365);
  const latest = Math.min(birthday(child.born, 16), world.to);
  if (earliest >= latest) return;
  const request = onWorkingDay(random.int(earliest, latest - 1));
  if (request > world.to) return;
  const refused = random.chance(0.22);
  const decided = request + random.int(25, refused ? 42 : 60);
  const declined = !refused && random.chance(0.06);
  const [least, most] = random.pick(WEEKS);
  const issued = onWorkingDay(request + random.int(least * 7, most * 7 + 6));
  push(world, child, { request, refused, decided, declined, issued });
}

type Course = {
  readonly request: Day;
  readonly refused: boolean;
  readonly decided: Day;
  readonly declined: boolean;
  readonly issued: Day;
};

function push(world: World, child: Child, { request, refused, decided, declined, issued }: Course): void {
  const { random } = world;
  const { ehcp, person } = child.life;
  const known = decided <= world.to;
  const assessed = !refused && known;
  const settled = assessed && issued <= world.to;
  const plan = settled && !declined;
  const ends = birthday(child.born, random.chance(0.5) ? 19 : 23) + random.int(0, 200);
  const ceased = plan && ends <= world.to;
  const reviewed = plan && monthsLater(issued, 12) <= world.to && random.chance(0.85);
  ehcp.push({
    id: ownId(child, "EHC", ehcp.length),
    person_id: person.person_id,
    request_date: request,
    request_source: random.pick(SOURCE),
    request_outcome: known ? (refused ? "N" : "Y") : "A",
    request_outcome_date: past(world, decided),
    assessment_outcome: assessed ? (settled ? (declined ? "N" : "Y") : "A") : null,
    assessment_outcome_date: settled ? issued : null,
    exception: random.chance(0.05),
    plan_start: plan ? issued : null,
    plan_cease: ceased ? ends : null,
    cease_reason: ceased ? (random.chance(0.6) ? "2" : "4") : null,
    last_review: reviewed ? Math.min(world.to - random.int(0, 400), ends) : null,
    need_1: plan ? random.pick(NEED) : null,
    need_2: plan && random.chance(0.4) ? random.pick(NEED) : null,
    placement_urn: plan && random.chance(0.96) ? String(random.int(900_000, 909_999)) : null,
    sen_setting: null,
    transfer_from_la: null,
    transfer: false,
  });
  const row = ehcp.at(-1);
  // A review cannot come before the plan it reviews.
  if (row?.last_review && row.last_review < issued + 30) ehcp[ehcp.length - 1] = { ...row, last_review: null };
}
