/** How the lists' spelled values are read: each by a value set of catalogue/reference/spellings/. */
import type { Readings } from "../../contract.ts";
import { type SetReadings, setReadings } from "../../values/set-readings.ts";

/** Reading in the mapping: value set, for readings that yield a code. */
const CODED: SetReadings["coded"] = {
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
const CLASSED: SetReadings["classed"] = {
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
    {
      relevant: "relevant",
      "former relevant": "former_relevant",
      qualifying: "qualifying",
      eligible: "eligible",
      other: "other",
    },
  ],
  "adopter-reason": ["adopter_leaving_reason", { withdrew: "withdrew", "on hold": "on hold", refused: "refused" }],
};

/** Every reading the mapping names. */
export const annexAReadings = (catalogueDir: string): Readings =>
  setReadings(catalogueDir, { coded: CODED, classed: CLASSED });
