/** SSD: care leavers as they are on the last day, and the road to permanence. */
import type { Life } from "../life/records.ts";
import { iso, plain, yesNo } from "./cell.ts";
import { CARE_LEAVERS, PERMANENCE } from "./ssd-layouts.ts";
import type { Put } from "./writer.ts";

const ELIGIBILITY: Readonly<Record<string, string>> = {
  eligible: "Eligible",
  relevant: "Relevant",
  former_relevant: "Former Relevant",
};
const ORDER: Readonly<Record<string, string>> = {
  adoption: "Adoption",
  special_guardianship: "Special Guardianship",
  child_arrangements: "Child Arrangements Order/ Residence Order",
};

/** Puts one care leaver row, the newest, and every permanence record. */
export function putLeavingCare(put: Put, life: Life): void {
  const id = life.person.person_id;
  const now = life.leaver.at(-1);
  if (now)
    // biome-ignore format: in the order of the columns
    put(CARE_LEAVERS, [`CL${id.slice(1)}`, id, ELIGIBILITY[now.eligibility] ?? "", now.in_touch,
      iso(now.contact), plain(now.accommodation), now.suitable === null ? "" : now.suitable ? "1" : "2",
      plain(now.activity), iso(now.pathway_plan), plain(now.advisor), plain(now.team), plain(now.worker)]);
  for (const each of life.permanence)
    // biome-ignore format: in the order of the columns
    put(PERMANENCE, [each.id, id, each.period_id, iso(each.decision), "", iso(each.placement_order),
      iso(each.placed), iso(each.match), yesNo(each.carers_adopted), iso(each.ffa_placed), iso(each.reversed), "",
      "0", "", "", "", plain(each.reversed_reason), iso(each.order), each.order_type ? (ORDER[each.order_type] ??
      "") : "", "", each.adopters === 2 ? "MF" : each.adopters === 1 ? "F1" : "", each.adopters === 2 ? "L12" :
      each.adopters === 1 ? "L0" : "", each.adopters ? String(each.adopters) : ""]);
}
