/** SSD: contacts, early help, referrals, assessments, child in need plans and visits. */
import type { Life } from "../life/records.ts";
import { iso, json, plain, yesNo } from "./cell.ts";
import { ASSESSMENTS, CIN_EPISODES, CIN_PLANS, CIN_VISITS, CONTACTS, EARLY_HELP, FACTORS } from "./ssd-layouts.ts";
import type { Put } from "./writer.ts";

// biome-ignore format: names in their order
const CONTACT_FLAGS = ["NEW_REFERRAL_FLAG", "EXISTING_REFERRAL_FLAG", "CP_ENQUIRY_FLAG", "NFA_FLAG",
  "NON_AGENCY_ADOPTION_FLAG", "PRIVATE_FOSTERING_FLAG", "ADVICE_FLAG", "MISSING_FLAG", "OLA_CP_FLAG",
  "OTHER_OUTCOMES_EXIST_FLAG"];
/** The dataset has no flag for early help: such a contact has no outcome there, only in the local file. */
const CONTACT_FLAG: Readonly<Record<string, string>> = {
  referral: "NEW_REFERRAL_FLAG",
  no_further_action: "NFA_FLAG",
  information_and_advice: "ADVICE_FLAG",
};
// biome-ignore format: names in their order
const REFERRAL_FLAGS = ["SINGLE_ASSESSMENT_FLAG", "NFA_FLAG", "STRATEGY_DISCUSSION_FLAG", "CLA_REQUEST_FLAG",
  "NON_AGENCY_ADOPTION_FLAG", "PRIVATE_FOSTERING_FLAG", "CP_TRANSFER_IN_FLAG", "CP_CONFERENCE_FLAG",
  "CARE_LEAVER_FLAG", "OTHER_OUTCOMES_EXIST_FLAG"];
const REFERRAL_FLAG: Readonly<Record<string, string>> = {
  assessment: "SINGLE_ASSESSMENT_FLAG",
  no_further_action: "NFA_FLAG",
  looked_after: "CLA_REQUEST_FLAG",
};
// biome-ignore format: names in their order
const ASSESSMENT_FLAGS = ["NFA_FLAG", "NFA_S47_END_FLAG", "STRATEGY_DISCUSSION_FLAG", "CLA_REQUEST_FLAG",
  "PRIVATE_FOSTERING_FLAG", "LEGAL_ACTION_FLAG", "PROV_OF_SERVICES_FLAG", "PROV_OF_SB_CARE_FLAG",
  "SPECIALIST_ASSESSMENT_FLAG", "REFERRAL_TO_OTHER_AGENCY_FLAG", "OTHER_ACTIONS_FLAG",
  "OTHER_OUTCOMES_EXIST_FLAG"];
const ASSESSMENT_FLAG: Readonly<Record<string, string>> = {
  no_further_action: "NFA_FLAG",
  child_protection: "STRATEGY_DISCUSSION_FLAG",
  looked_after: "CLA_REQUEST_FLAG",
  child_in_need: "PROV_OF_SERVICES_FLAG",
  early_help: "REFERRAL_TO_OTHER_AGENCY_FLAG",
};
const known = new Map<string, string>();

/** Flags as the SSD writes them: every key, Y for the one that holds. */
export function flagCell(
  names: readonly string[],
  flag: string | undefined,
  ending: Readonly<Record<string, unknown>> = {},
): string {
  const key = `${names[0]} ${names[1]} ${flag}`;
  let cell = known.get(key);
  if (cell === undefined) {
    cell = json({ ...Object.fromEntries(names.map((name) => [name, name === flag ? "Y" : "N"])), ...ending });
    known.set(key, cell);
  }
  return cell;
}

/** Puts the tables from the front door to the child in need plan. */
export function putNeed(put: Put, life: Life): void {
  const id = life.person.person_id;
  for (const { contact_id, date, source, outcome } of life.contacts)
    put(CONTACTS, [
      contact_id,
      id,
      iso(date),
      source,
      "",
      CONTACT_FLAG[outcome] ? flagCell(CONTACT_FLAGS, CONTACT_FLAG[outcome]) : "",
    ]);
  for (const each of life.earlyHelp)
    // biome-ignore format: in the order of the columns
    put(EARLY_HELP, [each.id, id, iso(each.start), iso(each.end), each.reason, plain(each.end_reason),
      each.organisation, plain(each.worker_id)]);
  for (const each of life.referrals)
    // biome-ignore format: in the order of the columns
    put(CIN_EPISODES, [each.referral_id, id, iso(each.date), each.primary_need, each.source, "",
      flagCell(REFERRAL_FLAGS, REFERRAL_FLAG[each.outcome]), yesNo(each.nfa), plain(each.closure_reason),
      iso(each.closure_date), plain(each.team), plain(each.worker)]);
  putAssessments(put, life);
  for (const each of life.cinPlans)
    put(CIN_PLANS, [
      each.id,
      each.referral_id,
      id,
      iso(each.start),
      iso(each.end),
      plain(each.team),
      plain(each.worker),
    ]);
  for (const { kind, id: visit, date, seen, seen_alone } of life.visits)
    if (kind === "cin") put(CIN_VISITS, [visit, id, iso(date), yesNo(seen), yesNo(seen_alone), yesNo(seen)]);
}

function putAssessments(put: Put, life: Life): void {
  for (const each of life.assessments) {
    const outcome = each.outcome
      ? flagCell(ASSESSMENT_FLAGS, ASSESSMENT_FLAG[each.outcome], { TOTAL_NO_OF_OUTCOMES: 1, COMMENTS: "" })
      : "";
    // biome-ignore format: in the order of the columns
    put(ASSESSMENTS, [each.id, each.person_id, each.referral_id, iso(each.start), yesNo(each.child_seen),
      iso(each.authorised), outcome, yesNo(each.nfa), plain(each.team), plain(each.worker)]);
    if (each.factors.length > 0) put(FACTORS, [`${each.id}F`, each.id, json(each.factors)]);
  }
}
