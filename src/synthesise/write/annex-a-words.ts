/** How Ofsted's Annex A writes its codes: letter, code and words. Codes are the statutory ones; letters follow their order. */
import { ageOn, type Day } from "../calendar.ts";
import type { Life } from "../life/records.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const ETHNICITIES =
  "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH NOBT".split(" ");
const SOURCES = "1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3F 4 5A 5B 5C 5D 6 7 8 9 10".split(" ");
const SOURCE_WORDS: Readonly<Record<string, string>> = {
  1: "Individual",
  2: "Education",
  3: "Health services",
  4: "Housing",
  5: "LA services",
  6: "Police",
  7: "Other legal agency",
  8: "Other",
  9: "Anonymous",
  10: "Unknown",
};
const NEEDS: Readonly<Record<string, string>> = {
  N1: "Abuse or neglect",
  N2: "Child's disability",
  N3: "Parental illness or disability",
  N4: "Family in acute stress",
  N5: "Family dysfunction",
  N6: "Socially unacceptable behaviour",
  N7: "Low income",
  N8: "Absent parenting",
  N9: "Cases other than Children in Need",
  N0: "Not stated",
};
const CLOSURES: Readonly<Record<string, string>> = {
  RC1: "Adopted",
  RC2: "Died",
  RC3: "Child arrangements order",
  RC4: "Special guardianship order",
  RC5: "Transferred to services of another LA",
  RC6: "Transferred to adult social services",
  RC7: "Services ceased for any other reason, including child no longer in need",
  RC8: "Case closed after assessment, no further action",
  RC9: "Case closed after assessment, referred to early help",
};
const CATEGORIES: Readonly<Record<string, string>> = {
  NEG: "a) Neglect",
  PHY: "b) Physical abuse",
  SAB: "c) Sexual abuse",
  EMO: "d) Emotional abuse",
  MUL: "e) Multiple/not recommended",
};
const STATUSES: Readonly<Record<string, string>> = {
  C1: "Interim care order",
  C2: "FCO",
  E1: "Placement order",
  V2: "Single period under S20",
  V3: "Short term breaks, individual episodes",
  V4: "Short term breaks, agreement",
  L1: "Under police protection in LA accommodation",
  L2: "Emergency protection order",
  J1: "Remanded to LA accommodation or youth detention",
};
const PLACES = "U1 U2 U3 U4 U5 U6 A3 A4 A5 A6 P1 P2 P3 K3 K1 K2 R1 R2 R3 R5 S1 Z1".split(" ");
const PLACE_WORDS: Readonly<Record<string, string>> = {
  U: "Foster placement",
  A: "Placed for adoption",
  P: "Placed with parents",
  K1: "Secure Children's Homes",
  K2: "Children's Homes",
  K3: "Supported accommodation",
  R1: "Residential Care Home",
  R2: "NHS/Health Trust",
  R3: "Family Centre or Mother and Baby Unit",
  R5: "Young Offender Institution",
  S: "Residential school",
  Z: "Other placements",
};
const PROVIDERS = [
  "Parent or other with responsibility",
  "Own provision",
  "Other LA provision",
  "Other public provision",
  "Private provision",
  "Voluntary/third sector",
];
const REASONS = "E11 E12 E2 E3 E4A E4B E13 E41 E45 E46 E47 E48 E5 E6 E7 E9 E14 E15 E16 E17 E8".split(" ");
const REASON_WORDS: Readonly<Record<string, string>> = {
  E11: "Adopted - application unopposed",
  E12: "Adopted - consent dispensed with",
  E3: "Care taken by another LA",
  E4A: "Returned home to live with parents or relatives, planned",
  E4B: "Returned home to live with parents or relatives, unplanned",
  E13: "Left care to live with parents or relatives with no parental responsibility",
  E41: "Residence order or child arrangements order",
  E45: "Special Guardianship Orders - former carer relative/friend",
  E46: "Special Guardianship Orders - former carer other",
  E47: "Special Guardianship Orders - other carer relative/friend",
  E48: "Special Guardianship Orders - other carer",
  E5: "Moved into independent living - supportive",
  E6: "Moved into independent living - no support",
  E7: "Transferred to residential care funded by adult social services",
  E8: "Care ceased for any other reason",
  E9: "Sentenced to custody",
  E14: "Accommodation on remand ended",
  E15: "Age assessment determined child was 18 or over",
  E16: "Child moved abroad",
};
const ACTIVITIES: Readonly<Record<string, string>> = {
  F1: "Full time in higher education",
  P1: "Part time in higher education",
  F2: "Full time in education other than higher",
  P2: "Part time in education other than higher",
  F4: "Full time in an apprenticeship",
  P4: "Part time in an apprenticeship",
  F5: "Full time in training or employment",
  P5: "Part time in training or employment",
  G4: "Not in education, employment or training - illness or disability",
  G5: "Not in education, employment or training - other",
  G6: "Not in education, employment or training - pregnancy or parenting",
};
const ACCOMMODATIONS: Readonly<Record<string, string>> = {
  B: "With parents or relatives",
  C: "Community home",
  D: "Semi-independent transitional accommodation",
  E: "Supported lodgings",
  G: "Gone abroad",
  H: "Deported",
  K: "Ordinary lodgings",
  R: "Residence not known",
  S: "No fixed abode / homeless",
  T: "Foyers",
  U: "Independent living",
  V: "Emergency accommodation",
  W: "Bed and breakfast",
  X: "In custody",
  Y: "Other accommodation",
  Z: "With former foster carer",
};

const lettered = (list: readonly string[], code: string) => LETTERS[list.indexOf(code)] ?? "z";
const known = (words: Readonly<Record<string, string>>, code: string | null, joint: string) =>
  code === null ? "" : `${code}${joint}${words[code] ?? ""}`;

/** Words of each value set of the lists. */
export const words = {
  gender: (sex: string) => (sex === "M" ? "a) Male" : sex === "F" ? "b) Female" : "c) Not stated/recorded"),
  ethnicity: (code: string) => (ETHNICITIES.includes(code) ? `${lettered(ETHNICITIES, code)}) ${code}` : code),
  source: (code: string) =>
    `${code === "3E" ? "k" : lettered(SOURCES, code)}) ${code}: ${SOURCE_WORDS[code] ?? SOURCE_WORDS[code[0] ?? ""]}`,
  yesNo: (value: boolean | null) => (value === null ? "" : value ? "a) Yes" : "b) No"),
  need: (code: string) => known(NEEDS, code, " - "),
  closure: (code: string | null) => known(CLOSURES, code, " - "),
  category: (code: string) => CATEGORIES[code] ?? "",
  status: (code: string) => known(STATUSES, code, ": "),
  place: (code: string) =>
    `${lettered(PLACES, code.slice(0, 2))}) ${code}: ${PLACE_WORDS[code] ?? PLACE_WORDS[code[0] ?? ""]}${code === "U6" ? " - not FFA" : ""}`,
  provider: (code: string | null) =>
    code === null
      ? ""
      : `${lettered(["PR0", "PR1", "PR2", "PR3", "PR4", "PR5"], code)}) ${code}: ${PROVIDERS[Number(code[2])]}`,
  reason: (code: string | null) =>
    code === null ? "" : `${lettered(REASONS, code)}) ${code}: ${REASON_WORDS[code] ?? ""}`,
  activity: (code: string | null) => known(ACTIVITIES, code, ": "),
  accommodation: (code: string | null) => known(ACCOMMODATIONS, code, ": "),
} as const;

/** Gender, ethnicity, date of birth and age, which every list of children begins with after the id. */
export function commonFive({ person }: Life, on: Day): readonly (string | number | null)[] {
  const age = person.dob === null ? null : ageOn(person.dob, on);
  return [person.person_id, words.gender(person.sex), words.ethnicity(person.ethnicity), person.dob, age];
}
