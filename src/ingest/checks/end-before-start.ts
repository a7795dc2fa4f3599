/** Check: nothing ends before it starts. */
import { quoted } from "../sql-text.ts";
import type { Check } from "./check.ts";

/** Table, field it starts with, field it ends with. */
const SPELLS: readonly (readonly [string, string, string])[] = [
  ["person_flag", "from_date", "to_date"],
  ["address", "from_date", "to_date"],
  ["contact", "date", "decision_date"],
  ["early_help_episode", "start", "end"],
  ["early_help_episode", "assessment_start", "assessment_end"],
  ["referral", "date", "closure_date"],
  ["assessment", "start", "authorised"],
  ["s47_enquiry", "start", "end"],
  ["cin_plan", "start", "end"],
  ["cp_plan", "start", "end"],
  ["care_episode", "start", "end"],
  ["missing_episode", "start", "end"],
  ["ehcp_case", "request_date", "plan_start"],
  ["ehcp_case", "plan_start", "plan_cease"],
  ["involvement", "start", "end"],
  ["worker", "start", "end"],
];

/** Finds spells whose end is before their start; the same day is right. */
export const endBeforeStart: Check = () =>
  SPELLS.map(([table, start, end]) => ({
    code: "END_BEFORE_START",
    table,
    column: end,
    needs: [`${table}.${start}`, `${table}.${end}`],
    select: `select _file, _sheet, _row from mapped.${quoted(table)} where ${quoted(end)} < ${quoted(start)}`,
  }));
