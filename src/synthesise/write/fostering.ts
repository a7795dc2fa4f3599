/** Fostering households and the supervision of their carers: facts of the authority, not of a child. */
import type { Authority } from "../authority.ts";
import { holderOn, teamOn } from "../authority.ts";
import { type Day, onWorkingDay } from "../calendar.ts";
import { codes, type Random } from "../prng.ts";

/** Households for 10,000 people aged 0 to 17. */
const HOUSEHOLDS = 27;
/** Every household is one or the other, as scorecards add them up. */
const TYPE = codes("mainstream 78, kinship 22");
const SUPERVISED_EVERY = 42;

/** Local events of kind foster_household and of supervisions of households. */
export function fosteringEvents(authority: Authority, random: Random): readonly object[] {
  const count = Math.max(3, Math.round(((authority.plan.population * HOUSEHOLDS) / 10_000) * 1.5));
  const rows: object[] = [];
  for (let number = 1; number <= count; number++) addHousehold(authority, random, number, rows);
  return rows;
}

function addHousehold(authority: Authority, random: Random, number: number, rows: object[]): void {
  const { from, to } = authority;
  const approved = onWorkingDay(random.int(from - 6 * 365, to));
  const left = approved + 300 + random.wait(2200);
  if (left < from) return;
  const household_id = `FH${String(number).padStart(5, "0")}`;
  const post = authority.post("fostering", random.int(0, 4), random);
  const held = (day: Day) => ({ worker_id: holderOn(post, day), team_id: teamOn(authority, post, day) });
  const row = { household_id, ...held(Math.min(to, left)) };
  rows.push({
    id: household_id,
    kind: "foster_household",
    ...row,
    date: approved,
    end: left <= to ? left : null,
    type: random.pick(TYPE),
  });
  let due = Math.max(approved, from) + random.int(10, SUPERVISED_EVERY);
  for (let count = 1; due <= Math.min(left, to); count++) {
    const done = onWorkingDay(random.chance(0.86) ? due - random.int(0, 9) : due + random.int(1, 25));
    const known = done <= to;
    rows.push({
      id: `${household_id}-S${count}`,
      kind: "supervision",
      household_id,
      ...held(due),
      date: known ? done : due,
      due,
      end: known ? done : null,
      type: "household",
    });
    due = Math.max(due, done) + SUPERVISED_EVERY;
  }
}
