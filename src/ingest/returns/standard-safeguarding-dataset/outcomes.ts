/** Reads the dataset's outcome fields: JSON flags, strictly or loosely written, or plain words. */
import { readYesNo } from "../../mapping/read-yes-no.ts";
import { type Reader, type Reading, readNothing } from "../../mapping/reading.ts";

/** One outcome: the flag that says so (without _FLAG), the words that say so, and the value it is kept as. */
type Outcome = readonly [flag: string, words: RegExp, value: string];

const CONTACT: readonly Outcome[] = [
  ["NEW_REFERRAL", /^(?!.*(?:early help|family help|\beh\b|no further|\bnfa\b)).*(?:referral|assess)/, "referral"],
  ["CP_ENQUIRY", /section 47|\bs47\b|strategy|protection enquiry/, "child_protection_enquiry"],
  ["EXISTING_REFERRAL", /existing|already open|open case/, "existing_case"],
  ["EARLY_HELP", /early help|\beh\b|family help|step.?down/, "early_help"],
  ["OLA_CP", /other (la|local authority|authority)/, "other_authority_plan"],
  ["MISSING", /missing/, "missing"],
  ["NON_AGENCY_ADOPTION", /adoption/, "adoption"],
  ["PRIVATE_FOSTERING", /private foster/, "private_fostering"],
  ["ADVICE", /advice|information|signpost/, "information_and_advice"],
  ["NFA", /no further action|\bnfa\b/, "no_further_action"],
  ["OTHER_OUTCOMES_EXIST", /other/, "other"],
];

const REFERRAL: readonly Outcome[] = [
  ["STRATEGY_DISCUSSION", /strategy|section 47|\bs47\b/, "strategy_discussion"],
  ["CP_CONFERENCE", /conference/, "initial_conference"],
  ["CP_TRANSFER_IN", /transfer/, "transfer_in_conference"],
  ["CLA_REQUEST", /looked after|accommodat/, "looked_after"],
  ["SINGLE_ASSESSMENT", /assessment/, "assessment"],
  ["CARE_LEAVER", /care leaver/, "care_leaver"],
  ["PRIVATE_FOSTERING", /private foster/, "private_fostering"],
  ["NON_AGENCY_ADOPTION", /adoption/, "adoption"],
  ["NFA", /no further action|\bnfa\b/, "no_further_action"],
  ["OTHER_OUTCOMES_EXIST", /other/, "other"],
];

const ASSESSMENT: readonly Outcome[] = [
  ["STRATEGY_DISCUSSION", /strategy|section 47|\bs47\b/, "child_protection"],
  ["LEGAL_ACTION", /legal/, "legal_action"],
  ["CLA_REQUEST", /looked after|accommodat/, "looked_after"],
  ["PROV_OF_SERVICES", /child in need|\bcin\b|provision of services/, "child_in_need"],
  ["PROV_OF_SB_CARE", /short break/, "short_breaks"],
  ["SPECIALIST_ASSESSMENT", /specialist/, "specialist_assessment"],
  ["PRIVATE_FOSTERING", /private foster/, "private_fostering"],
  ["REFERRAL_TO_OTHER_AGENCY", /early help|family help|step.?down|other agency/, "early_help"],
  ["OTHER_ACTIONS", /other action/, "other"],
  ["NFA_S47_END", /section 47 end/, "no_further_action"],
  ["NFA", /no further action|\bnfa\b|clos/, "no_further_action"],
  ["OTHER_OUTCOMES_EXIST", /other/, "other"],
];

const SECTION_47: readonly Outcome[] = [
  ["CP_CONFERENCE", /conference|\bicpc\b/, "initial_conference"],
  ["LEGAL_ACTION", /legal/, "legal_action"],
  ["PROV_OF_SERVICES", /provision of services|child in need|\bcin\b/, "provision_of_services"],
  ["PROV_OF_SB_CARE", /short break/, "short_breaks"],
  ["NFA_CONTINUE_SINGLE", /continue/, "continue_assessment"],
  ["MONITOR", /monitor/, "monitoring"],
  ["NFA", /no further action|\bnfa\b/, "no_further_action"],
  ["OTHER_OUTCOMES_EXIST", /other/, "other"],
];

const CONFERENCE: readonly Outcome[] = [
  ["CP", /protection plan|\bcp\b/, "true"],
  ["PROV_OF_SERVICES", /services|child in need|\bcin\b/, "false"],
  ["SINGLE_ASSESSMENT", /assessment/, "false"],
  ["REFERRAL_TO_OTHER_AGENCY", /agency/, "false"],
  ["NFA", /no further action|\bnfa\b/, "false"],
  ["OTHER_OUTCOMES_EXIST", /other/, "false"],
];

const NO_CONFERENCE: readonly Outcome[] = SECTION_47.map(([flag, words, value]) => [
  flag,
  words,
  String(value !== "initial_conference"),
]);

/** A name and yes, whatever the quotes: {"NFA_FLAG": "Y"}, {'NFA_FLAG':'Yes'}, {NFA_FLAG: true}. */
const FLAG_SET = /([a-z0-9_]+)["'\s]*[:=]["'\s]*(?:y|yes|true|t|1)["'\s]*(?=[,;}\]]|$)/gi;

/** A text of names and values rather than plain words. */
const HAS_PAIRS = /[{[]|["']?[A-Z_]+_FLAG["']?\s*[:=]/;

/** Readings of outcomes, by the name the mapping gives them. */
export const OUTCOME_READINGS: Readonly<Record<string, Reader>> = {
  "contact-outcome": outcomeReader(CONTACT),
  "referral-outcome": outcomeReader(REFERRAL),
  "assessment-outcome": outcomeReader(ASSESSMENT),
  "section-47-outcome": outcomeReader(SECTION_47),
  "led-to-plan": (text) => {
    const flag = readYesNo(text);
    return flag.value === null ? outcomeReader(CONFERENCE)(text) : flag;
  },
  "no-conference": outcomeReader(NO_CONFERENCE),
};

/** The first outcome of the list whose flag is set, or whose words are used; the lists stand in order of consequence. */
function outcomeReader(outcomes: readonly Outcome[]): Reader {
  return (text): Reading => {
    if (HAS_PAIRS.test(text)) {
      const set = new Set(
        [...text.matchAll(FLAG_SET)].map(([, name = ""]) => name.toUpperCase().replace(/_FLAG$/, "")),
      );
      return { value: outcomes.find(([flag]) => set.has(flag))?.[2] ?? null };
    }
    const words = text.trim().toLowerCase();
    const outcome = outcomes.find(([, named]) => named.test(words));
    if (outcome !== undefined) return { value: outcome[2] };
    return readNothing(text) ?? { value: null, issue: "VALUE_UNKNOWN", valueClass: "outcome not expected" };
  };
}
