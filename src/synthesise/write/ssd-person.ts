/** SSD: who the child is, and education, health and care. */
import type { Day } from "../calendar.ts";
import type { EhcpCase, Life } from "../life/records.ts";
import { iso, plain } from "./cell.ts";
import {
  ADDRESS,
  DISABILITY,
  EHCP_ACTIVE_PLANS,
  EHCP_ASSESSMENT,
  EHCP_NAMED_PLAN,
  EHCP_REQUESTS,
  FAMILY,
  IMMIGRATION,
  INVOLVEMENTS,
  LINKED_IDENTIFIERS,
  PERSON,
  SEN_NEED,
  SEND,
} from "./ssd-layouts.ts";
import type { Put } from "./writer.ts";

/** Puts the tables about the person. */
export function putPerson(put: Put, life: Life, to: Day): void {
  const { person, family_id, uasc } = life;
  const id = person.person_id;
  const plan = life.ehcp.some(
    ({ plan_start, plan_cease }) => plan_start !== null && (plan_cease === null || plan_cease > to),
  );
  // biome-ignore format: in the order of the columns
  put(PERSON, [id, "", "", person.sex, "", person.ethnicity, iso(person.dob), "", "", plain(person.upn_unknown),
    plan ? "Y" : "N", iso(person.expected_dob), "", "N", ""]);
  put(FAMILY, [`${family_id}-${id}`, family_id, id]);
  for (const { id: row, kind, postcode, from_date, to_date } of life.addresses)
    put(ADDRESS, [row, "", id, kind === "home" ? "Home" : "Placement", iso(from_date), iso(to_date), plain(postcode)]);
  for (const [place, code] of life.disabilities.entries())
    put(DISABILITY, [id, `DIS${id.slice(1)}-${place + 1}`, code]);
  if (uasc)
    put(IMMIGRATION, [
      id,
      `IMM${id.slice(1)}`,
      "Unaccompanied Asylum Seeking Child",
      iso(uasc.from),
      uasc.to <= to ? iso(uasc.to) : "",
    ]);
  for (const { id: row, value } of life.identifiers)
    put(LINKED_IDENTIFIERS, [row, id, "Unique Pupil Number", value, "", ""]);
  for (const each of life.involvements)
    // biome-ignore format: in the order of the columns
    put(INVOLVEMENTS, [each.id, each.worker_id, each.role, each.team_id, iso(each.start), iso(each.end),
      plain(each.change_reason), id, plain(each.referral_id)]);
  if (life.ehcp.length > 0) put(SEND, [`SEN${id.slice(1)}`, plain(person.upn), "", person.upn ? "" : "UN9", id]);
  for (const each of life.ehcp) putCase(put, each);
}

function putCase(put: Put, each: EhcpCase): void {
  const { id, person_id } = each;
  const send = `SEN${person_id.slice(1)}`;
  put(EHCP_REQUESTS, [id, send, iso(each.request_date), iso(each.request_outcome_date), each.request_outcome]);
  if (each.assessment_outcome === null) return;
  put(EHCP_ASSESSMENT, [
    `${id}A`,
    id,
    iso(each.assessment_outcome_date),
    each.assessment_outcome,
    each.exception ? "1" : "0",
  ]);
  if (each.plan_start === null) return;
  put(EHCP_NAMED_PLAN, [`${id}N`, `${id}A`, iso(each.plan_start), iso(each.plan_cease), plain(each.cease_reason)]);
  if (each.plan_cease !== null) return;
  put(EHCP_ACTIVE_PLANS, [`${id}P`, id, iso(each.last_review)]);
  for (const [place, need] of [each.need_1, each.need_2].entries())
    if (need) put(SEN_NEED, [`${id}S${place + 1}`, `${id}P`, need, String(place + 1)]);
}
