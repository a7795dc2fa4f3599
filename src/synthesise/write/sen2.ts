/** The SEN2 person level return of one year as XML: requests, assessments, named and active plans. */
import { birthday } from "../calendar.ts";
import type { EhcpCase, Life } from "../life/records.ts";
import { iso, plain } from "./cell.ts";
import type { Spoil } from "./cin-census.ts";
import { layout } from "./layout.ts";
import type { ReturnYear } from "./ssda903.ts";
import { element, elements, group } from "./xml.ts";

const PERSON = layout("Person", "PersonBirthDate:b Sex:k Ethnicity:k PostCode UPN UPNunknown:k", { once: true });
const REQUEST = layout("Requests", "ReceivedDate:s RequestSource:k RYA RequestOutcomeDate:e RequestOutcome:k", {
  once: true,
});
const ASSESSMENT = layout("Assessment", "AssessmentOutcome:k AssessmentOutcomeDate:d Week20", { once: true });

/** The opening of the file; the collection year is the calendar year before. */
export function sen2Head({ year, to }: ReturnYear, authorityCode: string): string {
  const details = element("Collection", "SEN2") + element("Year", String(year)) + element("ReferenceDate", iso(to));
  const source =
    element("SourceLevel", "L") + element("LEA", authorityCode) + element("SoftwareCode", "Waymark synthesise");
  return `<?xml version="1.0" encoding="utf-8"?>\n<Message>${group("Header", group("CollectionDetails", details) + group("Source", source))}\n<Persons>\n`;
}

/** The end of the file. */
export const SEN2_TAIL = "</Persons>\n</Message>\n";

/** A person as XML, or nothing when they have neither a request of the year nor a plan open in it. */
export function sen2Person(life: Life, year: ReturnYear, spoil: Spoil): string {
  const { person } = life;
  const cases = life.ehcp.filter(({ request_date, plan_start, plan_cease }) => {
    const open = plan_start !== null && plan_start <= year.to && (plan_cease === null || plan_cease >= year.from);
    return open || (request_date <= year.to && request_date >= year.from - 200);
  });
  if (cases.length === 0 || person.dob === null || birthday(person.dob, 26) < year.from) return "";
  const row = [iso(person.dob), person.sex, person.ethnicity, life.home, plain(person.upn), person.upn ? "" : "UN9"];
  const details = spoil(PERSON, row).map((each) => elements(PERSON, each));
  return `${group("Person", details.join("") + cases.map((each) => request(each, year, spoil)).join(""))}\n`;
}

function request(each: EhcpCase, year: ReturnYear, spoil: Spoil): string {
  const decided = each.request_outcome_date !== null && each.request_outcome_date <= year.to;
  const row = [
    iso(each.request_date),
    each.request_source,
    "0",
    decided ? iso(each.request_outcome_date) : "",
    decided ? each.request_outcome : "A",
  ];
  const head = spoil(REQUEST, row).map((cells) => elements(REQUEST, cells));
  return group("Requests", head.join("") + (decided ? assessment(each, year, spoil) : "") + activePlan(each, year));
}

function assessment(each: EhcpCase, year: ReturnYear, spoil: Spoil): string {
  if (each.assessment_outcome === null) return "";
  const settled = each.assessment_outcome_date !== null && each.assessment_outcome_date <= year.to;
  const row = [
    settled ? each.assessment_outcome : "A",
    settled ? iso(each.assessment_outcome_date) : "",
    each.exception ? "1" : "0",
  ];
  const head = spoil(ASSESSMENT, row).map((cells) => elements(ASSESSMENT, cells));
  return group("Assessment", head.join("") + (settled ? namedPlan(each, year) : ""));
}

function namedPlan(each: EhcpCase, year: ReturnYear): string {
  if (each.plan_start === null) return "";
  const ceased = each.plan_cease !== null && each.plan_cease <= year.to;
  const detail = group(
    "PlanDetail",
    element("URN", plain(each.placement_urn)) + element("PlacementRank", each.placement_urn ? "1" : ""),
  );
  const dates =
    element("StartDate", iso(each.plan_start)) +
    (ceased ? element("CeaseDate", iso(each.plan_cease)) + element("CeaseReason", plain(each.cease_reason)) : "");
  return group("NamedPlan", dates + detail);
}

function activePlan(each: EhcpCase, year: ReturnYear): string {
  const open =
    each.plan_start !== null && each.plan_start <= year.to && (each.plan_cease === null || each.plan_cease > year.to);
  if (!open) return "";
  const reviewed =
    each.last_review !== null && each.last_review <= year.to ? element("LastReview", iso(each.last_review)) : "";
  const needs = [each.need_1, each.need_2].map((code, place) =>
    code ? group("SENneed", element("SENtype", code) + element("SENtypeRank", String(place + 1))) : "",
  );
  return group("ActivePlans", element("TransferLA", "") + reviewed + needs.join(""));
}
