/** The last touches to a life: flags, identifiers, address, an education plan, who held the case, what the council noted for itself. */
import { birthday, monthsLater } from "../calendar.ts";
import { codes } from "../prng.ts";
import type { Child, World } from "./child.ts";
import { ownId } from "./child.ts";
import { addLocalEvents } from "./local-events.ts";
import { addEhcp } from "./send.ts";
import { addInvolvements } from "./workforce.ts";

const EXPLOITATION = codes("criminal 52, sexual 40, radicalisation 8");

/** Completes a child once every spell has been lived. */
export function completeLife(world: World, child: Child): void {
  addFlags(world, child);
  addIdentifiers(child);
  addHome(world, child);
  if (!child.uasc) addEhcp(world, child);
  addLocalEvents(world, child);
  addInvolvements(world, child);
}

function addFlags(world: World, child: Child): void {
  const { random } = world;
  const { flags, person, disabilities, uasc } = child.life;
  const flag = (kind: string, code: string | null, from_date: number | null, to_date: number | null) =>
    flags.push({ id: ownId(child, "FL", flags.length), person_id: person.person_id, kind, code, from_date, to_date });
  for (const code of disabilities) flag("disability", code, null, null);
  if (uasc) flag("uasc", null, uasc.from, uasc.to <= world.to ? uasc.to : null);
  const referral = child.life.referrals.at(-1);
  const teenager = referral && referral.date > birthday(child.born, 11);
  if (referral && teenager && !uasc && random.chance(0.06)) {
    const start = Math.min(referral.date + random.int(0, 60), world.to);
    const end = monthsLater(start, random.int(3, 14));
    flag("exploitation", random.pick(EXPLOITATION), start, end <= world.to ? end : null);
  }
}

function addIdentifiers(child: Child): void {
  const { identifiers, person } = child.life;
  if (!person.upn) return;
  identifiers.push({
    id: ownId(child, "ID", 0),
    person_id: person.person_id,
    kind: "upn",
    value: person.upn,
    from_date: null,
    to_date: null,
  });
}

function addHome(world: World, child: Child): void {
  const { addresses, person, home } = child.life;
  const first = Math.min(
    ...child.life.contacts.map(({ date }) => date),
    ...child.life.referrals.map(({ date }) => date),
  );
  if (child.uasc || !Number.isFinite(first)) return;
  addresses.push({
    id: ownId(child, "AD", 0),
    person_id: person.person_id,
    kind: "home",
    postcode: home,
    from_date: Math.max(Math.min(child.born, world.to), first - world.random.int(0, 2000)),
    to_date: null,
  });
}
