/** How the lists' spelled values are read: each by a value set of catalogue/reference/spellings/. */
import { AppError } from "../../../domain/errors.ts";
import type { ReadFlag } from "../../formats/xlsx-rows.ts";
import type { Reader } from "../../mapping/reading.ts";
import { readNothing } from "../../mapping/reading.ts";
import { readValueSets } from "../../values/read-value-sets.ts";
import { classReading, codeReading } from "../../values/value-reading.ts";
import { normaliseValue, type ValueSet } from "../../values/value-set.ts";

/** Reading in the mapping: value set, for readings that yield a code. */
const CODED: Readonly<Record<string, string>> = {
  sex: "sex",
  ethnicity: "ethnicity",
  source: "referral_source",
  need: "primary_need",
  closure: "closure_reason",
  abuse: "category_of_abuse",
  "legal-status": "legal_status",
  place: "placement_type",
  provider: "placement_provider",
  "reason-ceased": "reason_ceased",
  "in-touch": "in_touch",
  accommodation: "accommodation",
  activity: "activity",
  "reversed-reason": "adoption_reversed_reason",
};

const YES_NO = { yes: "true", no: "false" };

/** Reading in the mapping: value set and what its classes stand for. */
const CLASSED: Readonly<Record<string, readonly [string, Readonly<Record<string, string>>]>> = {
  "yes-no": ["yes_no", YES_NO],
  "no-further-action": ["no_further_action", YES_NO],
  "not-needed": ["support_needed", { yes: "false", no: "true" }],
  "led-to-plan": ["yes_no", YES_NO],
  seen: ["child_seen", YES_NO],
  "seen-alone": ["child_seen_alone", YES_NO],
  "out-of-area": ["placement_location", { inside: "false", outside: "true" }],
  suitable: ["accommodation_suitability", { suitable: "true", unsuitable: "false" }],
  eligibility: [
    "leaving_care_eligibility",
    { relevant: "relevant", "former relevant": "former_relevant", qualifying: "qualifying", eligible: "eligible", other: "other" },
  ],
  "adopter-reason": [
    "adopter_leaving_reason",
    { withdrew: "withdrew", "on hold": "on hold", refused: "refused" },
  ],
};

/** Every reading the mapping names. */
export function annexAReadings(catalogueDir: string): Readonly<Record<string, Reader>> {
  const set = setsOf(catalogueDir);
  return Object.fromEntries([
    ...Object.entries(CODED).map(([reading, name]) => [reading, codeReading(set(name))]),
    ...Object.entries(CLASSED).map(([reading, [name, values]]) => [reading, classReading(set(name), values)]),
  ]);
}

/** Whether a yes or no about the child is a yes; not known is neither. */
export function flagReading(catalogueDir: string): ReadFlag {
  const flag = setsOf(catalogueDir)("flag");
  return (text) => {
    const value = normaliseValue(flag, text);
    if ("unknown" in value) return readNothing(text) === null ? undefined : null;
    return value.class === "yes" ? true : value.class === "no" ? false : null;
  };
}

function setsOf(catalogueDir: string): (name: string) => ValueSet {
  const sets = readValueSets(catalogueDir);
  return (name) => {
    const set = sets.get(name);
    if (set === undefined)
      throw new AppError("RETURN_INVALID", `There is no value set ${name}.`, `Add ${catalogueDir}/reference/spellings/${name}.yaml.`);
    return set;
  };
}
