/** SSD: section 47 enquiries, initial conferences, child protection plans, their visits and reviews, pre-proceedings. */
import type { Life } from "../life/records.ts";
import { iso, plain, yesNo } from "./cell.ts";
import { CONFERENCE, CP_PLANS, CP_REVIEWS, CP_VISITS, PRE_PROCEEDINGS, S47 } from "./ssd-layouts.ts";
import { flagCell } from "./ssd-need.ts";
import type { Put } from "./writer.ts";

// biome-ignore format: names in their order
const S47_FLAGS = ["NFA_FLAG", "LEGAL_ACTION_FLAG", "PROV_OF_SERVICES_FLAG", "PROV_OF_SB_CARE_FLAG",
  "CP_CONFERENCE_FLAG", "NFA_CONTINUE_SINGLE_FLAG", "MONITOR_FLAG", "OTHER_OUTCOMES_EXIST_FLAG"];
const S47_FLAG: Readonly<Record<string, string>> = {
  initial_conference: "CP_CONFERENCE_FLAG",
  no_further_action: "NFA_FLAG",
  provision_of_services: "PROV_OF_SERVICES_FLAG",
  legal_action: "LEGAL_ACTION_FLAG",
};
// biome-ignore format: names in their order
const CONFERENCE_FLAGS = ["NFA_FLAG", "REFERRAL_TO_OTHER_AGENCY_FLAG", "SINGLE_ASSESSMENT_FLAG",
  "PROV_OF_SERVICES_FLAG", "CP_FLAG", "OTHER_OUTCOMES_EXIST_FLAG"];
const CATEGORY: Readonly<Record<string, string>> = {
  NEG: "Neglect",
  PHY: "Physical abuse",
  SAB: "Sexual abuse",
  EMO: "Emotional abuse",
  MUL: "Multiple",
};
/** The specification has 24 fields; a young dataset fills the first few. */
const UNFILLED = Array.from({ length: 17 }, () => "");

/** Puts the tables of protection. Strategy discussions that led to no enquiry are no SSD row. */
export function putProtection(put: Put, life: Life): void {
  const id = life.person.person_id;
  for (const each of life.s47s) {
    if (each.start === null) continue;
    const outcome = each.outcome
      ? flagCell(S47_FLAGS, S47_FLAG[each.outcome], { TOTAL_NO_OF_OUTCOMES: 1, OUTCOME_COMMENTS: "" })
      : "";
    const nfa = each.outcome === null ? "" : yesNo(each.outcome === "no_further_action");
    put(S47, [
      each.id,
      each.referral_id,
      id,
      iso(each.start),
      iso(each.end),
      nfa,
      outcome,
      plain(each.worker),
      plain(each.team),
    ]);
  }
  for (const each of life.icpcs) putConference(put, life, each);
  for (const each of life.cpPlans) {
    const conference = life.icpcs.some((icpc) => icpc.id === each.icpc_id) ? each.icpc_id : "";
    // biome-ignore format: in the order of the columns
    put(CP_PLANS, [each.id, each.referral_id, conference, id, iso(each.start), iso(each.end),
      CATEGORY[each.initial_category] ?? "", "N", CATEGORY[each.latest_category] ?? ""]);
  }
  for (const { kind, id: visit, subject_id, date, seen, seen_alone } of life.visits)
    if (kind === "cp") put(CP_VISITS, [visit, id, subject_id, iso(date), yesNo(seen), yesNo(seen_alone), yesNo(seen)]);
  putReviews(put, life);
  for (const { kind, id: row, date, end, outcome } of life.events)
    if (kind === "pre_proceedings")
      put(PRE_PROCEEDINGS, [row, id, life.family_id, iso(date), "", plain(outcome), iso(end), ...UNFILLED]);
}

function putConference(put: Put, life: Life, each: Life["icpcs"][number]): void {
  const plan = life.cpPlans.find(({ icpc_id }) => icpc_id === each.id);
  const outcome =
    each.led_to_plan === null
      ? ""
      : flagCell(CONFERENCE_FLAGS, each.led_to_plan ? "CP_FLAG" : "PROV_OF_SERVICES_FLAG", {
          TOTAL_NO_OF_OUTCOMES: 1,
          COMMENTS: "",
        });
  const enquiry = life.s47s.some(({ id }) => id === each.s47_id) ? each.s47_id : "";
  // biome-ignore format: in the order of the columns
  put(CONFERENCE, [each.id, `${each.id}M`, enquiry, each.person_id, plan?.id ?? "", each.referral_id,
    yesNo(each.transfer_in), iso(each.target), iso(each.date), yesNo(each.led_to_plan), outcome, plain(each.team),
    plain(each.worker)]);
}

function putReviews(put: Put, life: Life): void {
  for (const { kind, id, subject_id, due, date, participation } of life.reviews) {
    if (kind !== "cp") continue;
    const plan = life.cpPlans.find((each) => each.id === subject_id);
    const goesOn = date === null ? "" : yesNo(plan?.end !== date);
    // biome-ignore format: in the order of the columns
    put(CP_REVIEWS, [id, life.person.person_id, subject_id, iso(due), iso(date), date === null ? "" : `${id}M`,
      goesOn, date === null ? "" : "Y", plain(participation)]);
  }
}
