/** The CIN census of one year as XML: every child with a case open in it, elements in the order of the schema. */
import type { Life, Referral } from "../life/records.ts";
import { iso, plain } from "./cell.ts";
import { closureIn, factorsIn, sexIn, sourceIn } from "./codes-by-year.ts";
import { layout } from "./layout.ts";
import type { ReturnYear } from "./ssda903.ts";
import { element, elements, group } from "./xml.ts";

/** Puts faults into a row of an XML record and gives back the rows to write. */
export type Spoil = (layout: ReturnType<typeof record>, row: string[]) => readonly string[][];

const record = (name: string, columns: string, once = false) => layout(name, columns, { once });
const IDENTIFIERS = record(
  "ChildIdentifiers",
  "LAchildID:c UPN UPNunknown:k PersonBirthDate:b ExpectedPersonBirthDate:d Sex:k",
  true,
);
const IDENTIFIERS_TO_2024 = record(
  "ChildIdentifiers",
  "LAchildID:c UPN UPNunknown:k PersonBirthDate:b ExpectedPersonBirthDate:d GenderCurrent:k",
  true,
);
const REFERRAL = record(
  "CINdetails",
  "CINreferralDate:s ReferralSource:k PrimaryNeedCode:k CINclosureDate:e ReasonForClosure:k DateOfInitialCPC:d",
  true,
);
const ASSESSMENT = record(
  "Assessments",
  "AssessmentActualStartDate:s AssessmentInternalReviewDate:d AssessmentAuthorisationDate:e",
  true,
);
const PLAN = record("CINPlanDates", "CINPlanStartDate:s CINPlanEndDate:e");
const ENQUIRY = record("Section47", "S47ActualStartDate:s InitialCPCtarget:d DateOfInitialCPC:d ICPCnotRequired");
const PROTECTION = record(
  "ChildProtectionPlans",
  "CPPstartDate:s CPPendDate:e InitialCategoryOfAbuse:k LatestCategoryOfAbuse:k NumberOfPreviousCPP",
  true,
);

/** The opening of the file, up to its first child. */
export function censusHead({ year, to }: ReturnYear, authorityCode: string): string {
  const details = element("Collection", "CIN") + element("Year", String(year)) + element("ReferenceDate", iso(to));
  const source =
    element("SourceLevel", "L") +
    element("LEA", authorityCode) +
    element("SoftwareCode", "Waymark synthesise") +
    element("SerialNo", "001") +
    element("DateTime", `${iso(to)}T12:00:00`);
  const header = group("Header", group("CollectionDetails", details) + group("Source", source));
  return `<?xml version="1.0" encoding="utf-8"?>\n<Message>${header}\n<Children>\n`;
}

/** The end of the file. */
export const CENSUS_TAIL = "</Children>\n</Message>\n";

/** A child as XML, or nothing when no case of theirs was open in the year. */
export function censusChild(life: Life, year: ReturnYear, spoil: Spoil): string {
  const open = life.referrals.filter(
    ({ date, closure_date }) => date <= year.to && (closure_date === null || closure_date >= year.from),
  );
  if (open.length === 0) return "";
  const { person, disabilities } = life;
  const coded = sexIn(person.sex, year.year);
  const born = person.dob !== null && person.dob <= year.to ? person.dob : null;
  const expected = born === null ? (person.expected_dob ?? person.dob) : null;
  const layoutOfYear = year.year >= 2025 ? IDENTIFIERS : IDENTIFIERS_TO_2024;
  const row = [person.person_id, plain(person.upn), plain(person.upn_unknown), iso(born), iso(expected), coded];
  const identifiers = spoil(layoutOfYear, row).map((each) => elements(layoutOfYear, each));
  const disability = (disabilities.length > 0 ? disabilities : ["NONE"])
    .map((code) => element("Disability", code))
    .join("");
  const characteristics = element("Ethnicity", person.ethnicity) + group("Disabilities", disability);
  return `${group(
    "Child",
    group("ChildIdentifiers", identifiers.join("")) +
      group("ChildCharacteristics", characteristics) +
      open.map((referral) => details(life, referral, year, spoil)).join(""),
  )}\n`;
}

function details(life: Life, referral: Referral, year: ReturnYear, spoil: Spoil): string {
  const own = <T extends { readonly referral_id: string }>(rows: readonly T[]) =>
    rows.filter(({ referral_id }) => referral_id === referral.referral_id);
  const closed = referral.closure_date !== null && referral.closure_date <= year.to;
  const conferences = own(life.icpcs).filter(({ date }) => date !== null && date >= year.from && date <= year.to);
  const row = [
    iso(referral.date),
    sourceIn(referral.source, year.year),
    referral.primary_need,
    closed ? iso(referral.closure_date) : "",
    closed ? closureIn(referral.closure_reason, year.year) : "",
    iso(conferences[0]?.date ?? null),
  ];
  const inside =
    spoil(REFERRAL, row)
      .map((each) => elements(REFERRAL, each))
      .join("") +
    assessments(own(life.assessments), year, spoil) +
    plans(own(life.cinPlans), year, spoil) +
    enquiries(own(life.s47s), own(life.icpcs), year, spoil) +
    element("ReferralNFA", String(referral.nfa)) +
    protection(own(life.cpPlans), life, year, spoil);
  return group("CINdetails", inside);
}

function assessments(rows: Life["assessments"], year: ReturnYear, spoil: Spoil): string {
  return rows
    .filter(({ start, authorised }) => start <= year.to && (authorised === null || authorised >= year.from))
    .map(({ start, internal_review, authorised, factors }) => {
      const done = authorised !== null && authorised <= year.to;
      const review = internal_review !== null && internal_review <= year.to ? iso(internal_review) : "";
      const found = done
        ? group(
            "FactorsIdentifiedAtAssessment",
            factorsIn(factors, year.year)
              .map((code) => element("AssessmentFactors", code))
              .join(""),
          )
        : "";
      return spoil(ASSESSMENT, [iso(start), review, done ? iso(authorised) : ""])
        .map((each) => group("Assessments", elements(ASSESSMENT, each) + found))
        .join("");
    })
    .join("");
}

function plans(rows: Life["cinPlans"], year: ReturnYear, spoil: Spoil): string {
  return rows
    .filter(({ start, end }) => start <= year.to && (end === null || end >= year.from))
    .flatMap(({ start, end }) => spoil(PLAN, [iso(start), end !== null && end <= year.to ? iso(end) : ""]))
    .map((each) => group("CINPlanDates", elements(PLAN, each)))
    .join("");
}

function enquiries(rows: Life["s47s"], conferences: Life["icpcs"], year: ReturnYear, spoil: Spoil): string {
  return rows
    .filter(({ start }) => start !== null && start >= year.from && start <= year.to)
    .flatMap(({ id, start, icpc_not_required }) => {
      const conference = conferences.find(({ s47_id }) => s47_id === id);
      const held = conference?.date != null && conference.date <= year.to ? iso(conference.date) : "";
      return spoil(ENQUIRY, [iso(start), iso(conference?.target ?? null), held, String(icpc_not_required ?? false)]);
    })
    .map((each) => group("Section47", elements(ENQUIRY, each)))
    .join("");
}

function protection(rows: Life["cpPlans"], life: Life, year: ReturnYear, spoil: Spoil): string {
  return rows
    .filter(({ start, end }) => start <= year.to && (end === null || end >= year.from))
    .map((plan) => {
      const ended = plan.end !== null && plan.end <= year.to;
      const row = [
        iso(plan.start),
        ended ? iso(plan.end) : "",
        plan.initial_category,
        plan.latest_category,
        String(plan.previous_plans),
      ];
      const held = life.reviews.filter(
        ({ kind, subject_id, date }) => kind === "cp" && subject_id === plan.id && date !== null && date <= year.to,
      );
      const reviews = group("Reviews", held.map(({ date }) => element("CPPreviewDate", iso(date))).join(""));
      return spoil(PROTECTION, row)
        .map((each) => group("ChildProtectionPlans", elements(PROTECTION, each) + reviews))
        .join("");
    })
    .join("");
}
