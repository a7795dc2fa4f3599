/** Check: nothing that has happened is dated after the last day the return speaks for. */
import { sqlText } from "../../warehouse/database.ts";
import { quoted } from "../sql-text.ts";
import type { Check } from "./check.ts";

/** Dates of what has happened; dates something is due, and the day a status will end, may lie ahead. */
const PAST: readonly (readonly [string, string])[] = [
  ["contact", "date"],
  ["referral", "date"],
  ["referral", "closure_date"],
  ["assessment", "start"],
  ["assessment", "authorised"],
  ["s47_enquiry", "start"],
  ["icpc", "date"],
  ["cin_plan", "start"],
  ["cin_plan", "end"],
  ["cp_plan", "start"],
  ["cp_plan", "end"],
  ["review", "date"],
  ["visit", "date"],
  ["care_episode", "start"],
  ["care_episode", "end"],
  ["health_check", "date"],
  ["missing_episode", "start"],
  ["missing_episode", "end"],
  ["permanence", "order"],
  ["ehcp_case", "request_date"],
  ["involvement", "start"],
];

/** Finds events after the as-at date, where the return has one. */
export const dateAfterAsAt: Check = ({ asAt }) =>
  asAt === undefined
    ? []
    : PAST.map(([table, field]) => ({
        code: "DATE_AFTER_AS_AT",
        table,
        column: field,
        needs: [`${table}.${field}`],
        select: `select _file, _sheet, _row from mapped.${quoted(table)} where ${quoted(field)} > ${sqlText(asAt)}::date`,
      }));
