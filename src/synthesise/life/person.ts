/** The children of a family: when they were born, who they are in codes, where they live. Never a name. */
import type { Authority } from "../authority.ts";
import { LOCALITIES } from "../authority.ts";
import { birthday, type Day } from "../calendar.ts";
import { bands, type Random } from "../prng.ts";
import { DISABILITY, ETHNICITY, FRONT_DOOR } from "../rates.ts";
import type { Child } from "./child.ts";
import type { Life, Person } from "./records.ts";

const AGE_BAND = bands("0-0 10, 1-4 25, 5-9 27, 10-15 31, 16-17 7");
const UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

export type FamilyMakeUp = {
  readonly familyId: string;
  readonly firstChild: number;
  readonly size: number;
  readonly firstDay: Day;
  readonly uasc: boolean;
};

/** Makes the children of a family as they are on the day the family first comes to notice. */
export function makeChildren(authority: Authority, random: Random, family: FamilyMakeUp): readonly Child[] {
  const home = postcode(random, "WX");
  const ethnicity = random.pick(ETHNICITY);
  const locality = random.int(0, LOCALITIES.length - 1);
  const births = family.uasc ? [family.firstDay - random.int(15 * 365 + 100, 17.6 * 365)] : birthdays(random, family);
  return births.map((born, place) => {
    const number = family.firstChild + place;
    const disabled = !family.uasc && random.chance(FRONT_DOOR.disabledShare);
    const life = emptyLife(number, family, {
      person: makePerson(authority, random, { number, born, ethnicity, uasc: family.uasc }),
      home,
      disabilities: disabled ? disabilities(random) : [],
      uasc: family.uasc ? { from: family.firstDay, to: birthday(born, 18) } : null,
    });
    return {
      life,
      born,
      eighteen: birthday(born, 18),
      locality,
      disabled,
      uasc: family.uasc,
      openUntil: -1,
      spans: [],
      posts: new Map(),
    };
  });
}

/** An invented postcode: no real postcode begins with WX, QX or JX. */
export function postcode(random: Random, area: "WX" | "QX" | "JX"): string {
  const letter = () => UPN_LETTERS[random.int(0, UPN_LETTERS.length - 1)] ?? "A";
  return `${area}${random.int(1, 19)} ${random.int(1, 9)}${letter()}${letter()}`;
}

function birthdays(random: Random, { size, firstDay }: FamilyMakeUp): readonly Day[] {
  const [from, to] = random.pick(AGE_BAND);
  const unborn = random.chance(FRONT_DOOR.unbornShare);
  const first = unborn ? firstDay + random.int(15, 170) : firstDay - random.int(from * 365, to * 365 + 364);
  const births: Day[] = [first];
  let younger = first;
  let older = first;
  while (births.length < size) {
    const gap = random.int(390, 1500);
    const fits = younger + gap < firstDay && (random.chance(0.5) || older - gap < firstDay - 17.5 * 365);
    if (fits) younger += gap;
    else older = Math.max(older - gap, firstDay - Math.round(17.8 * 365));
    births.push(fits ? younger : older);
  }
  return births.sort((one, other) => one - other);
}

type Birth = { readonly number: number; readonly born: Day; readonly ethnicity: string; readonly uasc: boolean };

function makePerson(authority: Authority, random: Random, { number, born, ethnicity, uasc }: Birth): Person {
  const unborn = born > authority.to;
  const upn =
    !unborn && !uasc && birthday(born, 4) + 120 < authority.to && random.chance(0.97) ? pupilNumber(random) : null;
  return {
    person_id: `W${String(number).padStart(6, "0")}`,
    dob: unborn ? null : born,
    expected_dob: unborn ? born : null,
    dob_estimated: uasc && random.chance(0.3),
    sex: unborn ? "U" : (uasc ? random.chance(0.95) : random.chance(0.52)) ? "M" : "F",
    gender: null,
    ethnicity: uasc ? "OOTH" : ethnicity,
    death_date: null,
    upn,
    upn_unknown: upn || unborn ? null : uasc ? "UN2" : birthday(born, 5) > authority.to ? "UN1" : "UN4",
    forename: null,
    surname: null,
  };
}

/** A pupil number of the right pattern (letter from the weighted sum, 12 digits) under an authority number no authority has. */
function pupilNumber(random: Random): string {
  const digits = `990${String(random.int(1000, 9999))}${String(random.int(10, 25))}${String(random.int(0, 999)).padStart(3, "0")}`;
  let sum = 0;
  for (let place = 0; place < digits.length; place++) sum += Number(digits[place]) * (place + 2);
  return `${UPN_LETTERS[sum % 23]}${digits}`;
}

function disabilities(random: Random): readonly string[] {
  const codes = new Set<string>();
  for (let count = random.chance(0.35) ? 2 : 1; count > 0; count--) codes.add(random.pick(DISABILITY));
  return [...codes];
}

function emptyLife(
  number: number,
  family: FamilyMakeUp,
  known: Pick<Life, "person" | "home" | "disabilities" | "uasc">,
): Life {
  return {
    number,
    family_id: family.familyId,
    ...known,
    flags: [],
    identifiers: [],
    addresses: [],
    contacts: [],
    earlyHelp: [],
    referrals: [],
    assessments: [],
    s47s: [],
    icpcs: [],
    cinPlans: [],
    cpPlans: [],
    reviews: [],
    visits: [],
    periods: [],
    episodes: [],
    health: [],
    missing: [],
    permanence: [],
    leaver: [],
    ehcp: [],
    education: [],
    involvements: [],
    events: [],
  };
}
