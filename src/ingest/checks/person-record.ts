/** Checks: every child an event is about has a record of their own, and the record says when they were or will be born. */
import { TABLES } from "../../domain/tables/index.ts";
import { quoted } from "../sql-text.ts";
import type { Check } from "./check.ts";

/** Finds the first row, in each table, of every child the person table does not have. */
export const personWithoutRecord: Check = () =>
  TABLES.filter(({ name, fields }) => name !== "person" && name !== "purge" && "person_id" in fields).map(
    ({ name }) => ({
      code: "PERSON_WITHOUT_RECORD",
      table: name,
      column: "person_id",
      needs: [`${name}.person_id`, "person.person_id"],
      select: `select _file, _sheet, _row from mapped.${quoted(name)} as event anti join mapped.person using (person_id)
      where person_id is not null qualify row_number() over (partition by person_id order by _file, _sheet, _row) = 1`,
    }),
  );

/** Finds children with neither a date of birth nor an expected one. */
export const personWithoutBirthDate: Check = () => [
  {
    code: "PERSON_WITHOUT_BIRTH_DATE",
    table: "person",
    column: "dob",
    needs: ["person.dob"],
    select: "select _file, _sheet, _row from mapped.person where dob is null and expected_dob is null",
  },
];
