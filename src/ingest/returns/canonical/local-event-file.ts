/** A council's own sheet of events (supervisions, audits, complaints …): which kind it holds and which column fills which field. */
import { basename } from "node:path";
import { foldName } from "../../formats/csv-header.ts";

/** What a file of events may be named for, folded, and the kind that is. A `kind` column or --kind may say others. */
const KINDS: Readonly<Record<string, string>> = {
  supervision: "supervision",
  audit: "audit",
  caseaudit: "audit",
  practicealert: "practice_alert",
  alert: "practice_alert",
  complaint: "complaint",
  compliment: "compliment",
  preproceedings: "pre_proceedings",
  careproceedings: "care_proceedings",
  fosterhousehold: "foster_household",
  fosteringhousehold: "foster_household",
  policeprotection: "police_protection",
  strategydiscussion: "strategy_discussion",
  unregisteredplacement: "unregistered_placement",
  workforce: "workforce",
  attendance: "attendance",
  adopter: "adopter",
};

/** What people call the fields of a local event, folded; the first column that fits fills the field. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  id: ["id", "eventid", "recordid", "reference", "ref"],
  kind: ["kind", "eventkind"],
  person_id: ["personid", "childid", "child", "childuniqueid", "lachildid", "clientid", "caseid"],
  household_id: ["householdid", "household", "familyid", "family", "fosterhouseholdid"],
  worker_id: [
    "workerid",
    "worker",
    "allocatedworker",
    "socialworker",
    "auditor",
    "supervisee",
    "employeeid",
    "staffid",
  ],
  team_id: ["teamid", "team", "allocatedteam"],
  date: ["date", "eventdate", "start", "startdate", "dateheld", "heldon", "datereceived", "received", "dateopened"],
  due: ["due", "duedate", "datedue", "deadline", "targetdate"],
  end: ["end", "enddate", "completed", "completeddate", "datecompleted", "closed", "dateclosed", "closeddate"],
  type: ["type", "eventtype", "stage"],
  outcome: ["outcome", "result", "decision"],
  grade_first: ["gradefirst", "firstgrade", "grade", "auditgrade", "initialgrade"],
  grade_final: ["gradefinal", "finalgrade", "moderatedgrade"],
  attributes: ["attributes"],
};

/** The fields of a local event that a header fills, with the column that fills each. */
export function eventFieldsOf(names: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [field, aliases] of Object.entries(ALIASES)) {
    const name = aliases
      .map((alias) => names.find((each) => foldName(each) === alias))
      .find((match) => match !== undefined);
    if (name !== undefined && ![...found.values()].includes(name)) found.set(field, name);
  }
  return found;
}

/** The kind a file is named for: supervision-2025.csv, practice alerts.csv; `null` when its name says none. */
export function kindOfName(fileName: string): string | null {
  const folded = foldName(basename(fileName).replace(/\.[^.]*$/, ""));
  const fits = Object.keys(KINDS).filter((name) => folded.startsWith(name));
  return KINDS[fits.sort((a, b) => b.length - a.length)[0] ?? ""] ?? null;
}

/** A kind as it is kept: "Practice alert" is practice_alert. */
export function kindCode(text: string): string {
  const known = KINDS[foldName(text)];
  if (known !== undefined) return known;
  return text
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
}
