/** child: who each person is, as breakdowns need it. */
import { type Row, textOf, type World } from "../world.ts";

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  White: ["WBRI", "WIRI", "WIRT", "WOTH", "WROM"],
  Mixed: ["MWBC", "MWBA", "MWAS", "MOTH"],
  "Asian or Asian British": ["AIND", "APKN", "ABAN", "AOTH", "CHNE"],
  "Black or Black British": ["BCRB", "BAFR", "BOTH"],
  "Other ethnic group": ["OOTH"],
};

/** One row a person; disabled when any disability is recorded but "none". */
export function child(world: World): readonly Row[] {
  return world.rows("person").map((person) => ({
    person_id: textOf(person, "person_id"),
    dob: textOf(person, "dob"),
    expected_dob: textOf(person, "expected_dob"),
    death_date: textOf(person, "death_date"),
    sex: textOf(person, "sex"),
    ethnicity: textOf(person, "ethnicity"),
    ethnic_group: groupOf(textOf(person, "ethnicity") ?? ""),
    disabled: world
      .rowsOfChild("person_flag", person.person_id ?? null)
      .some((flag) => flag.kind === "disability" && flag.code !== "NONE"),
    locality: null,
  }));
}

function groupOf(ethnicity: string): string | null {
  return Object.keys(GROUPS).find((group) => GROUPS[group]?.includes(ethnicity)) ?? null;
}
