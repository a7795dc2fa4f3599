/** Check: nothing that needs a born child happens before birth. Referrals, plans and visits may concern the unborn. */
import { quoted } from "../sql-text.ts";
import type { Check } from "./check.ts";

const EVENTS: readonly (readonly [string, string])[] = [
  ["care_episode", "start"],
  ["missing_episode", "start"],
  ["health_check", "date"],
];

/** Finds events dated before the child's date of birth. */
export const eventBeforeBirth: Check = () =>
  EVENTS.map(([table, field]) => ({
    code: "EVENT_BEFORE_BIRTH",
    table,
    column: field,
    needs: [`${table}.${field}`, "person.dob"],
    select: `select event._file, event._sheet, event._row from mapped.${quoted(table)} as event
      join mapped.person as child on child.person_id = event.person_id where event.${quoted(field)} < child.dob`,
  }));
