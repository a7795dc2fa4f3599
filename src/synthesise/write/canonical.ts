/** Lives as rows of the canonical tables: the header is the tables' own field names. */

import { tableNamed } from "../../domain/tables/index.ts";
import type { CanonicalTable, Field } from "../../domain/tables/table.ts";
import type { Life } from "../life/records.ts";
import { iso, quoted } from "./cell.ts";
import { type Layout, layout } from "./layout.ts";

type Source = (life: Life) => readonly object[];

/** Every table a life fills, and where in it. */
export const CASE_ROWS: Readonly<Record<string, Source>> = {
  person: ({ person }) => [person],
  person_identifier: ({ identifiers }) => identifiers,
  person_flag: ({ flags }) => flags,
  address: ({ addresses }) => addresses,
  contact: ({ contacts }) => contacts,
  early_help_episode: ({ earlyHelp }) => earlyHelp,
  referral: ({ referrals }) => referrals,
  assessment: ({ assessments }) => assessments,
  assessment_factor: ({ assessments }) =>
    assessments.flatMap(({ id, person_id, factors }) =>
      factors.map((code) => ({ assessment_id: id, person_id, code })),
    ),
  s47_enquiry: ({ s47s }) => s47s,
  icpc: ({ icpcs }) => icpcs,
  cin_plan: ({ cinPlans }) => cinPlans,
  cp_plan: ({ cpPlans }) => cpPlans,
  review: ({ reviews }) => reviews,
  visit: ({ visits }) => visits,
  care_episode: ({ episodes }) => episodes,
  health_check: ({ health }) => health,
  missing_episode: ({ missing }) => missing,
  permanence: ({ permanence }) => permanence,
  care_leaver: ({ leaver }) => leaver,
  ehcp_case: ({ ehcp }) => ehcp,
  education_record: ({ education }) => education,
  involvement: ({ involvements }) => involvements,
  local_event: ({ events }) => events,
};

/** The layout of a canonical table as a CSV file. */
export function canonicalLayout(name: string, clean = false): Layout {
  const columns = Object.entries(fieldsOf(name)).map(([field, { type }]) => `${field}:${roleOf(field, type)}`);
  return layout(name, columns, { clean });
}

/** A row of a canonical table from a record whose fields have the table's names. */
export function canonicalRow(name: string, record: object): string[] {
  const values = record as Readonly<Record<string, unknown>>;
  return Object.entries(fieldsOf(name)).map(([field, { type }]) => cellOf(values[field] ?? null, type));
}

function cellOf(value: unknown, type: Field["type"]): string {
  if (value === null) return "";
  if (type === "date" && typeof value === "number") return iso(value);
  return quoted(String(value));
}

function roleOf(field: string, type: Field["type"]): string {
  if (field === "person_id") return "c";
  if (field === "dob") return "b";
  if (type === "date") return field === "start" ? "s" : field === "end" ? "e" : "d";
  return type === "code" && field !== "kind" ? "k" : "plain";
}

function fieldsOf(name: string): CanonicalTable["fields"] {
  const table = tableNamed(name);
  if (!table) throw new Error(`There is no canonical table "${name}".`);
  return table.fields;
}
