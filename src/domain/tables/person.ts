/** Canonical table `person`: one child, young person or unborn child known to the authority. */
import { boolean, code, date, defineTable, text } from "./table.ts";

export const personTable = defineTable({
  name: "person",
  area: "people",
  words: "One child, young person or unborn child known to the authority.",
  key: ["person_id"],
  matchOn: ["person_id"],
  fields: {
    person_id: text("The child’s or young person’s id in the authority’s own records; a pseudonym, never a name.", {
      required: true,
    }),
    dob: date("Date of birth; empty for an unborn child.", { personal: true }),
    expected_dob: date("Expected date of birth of an unborn child.", { personal: true }),
    dob_estimated: boolean("The date of birth is an estimate."),
    sex: code("sex", "Sex as recorded."),
    gender: text("Gender identity where the authority records it."),
    ethnicity: code("ethnicity", "Ethnicity code."),
    death_date: date("Date of death.", { personal: true }),
    upn: text("Unique pupil number.", { personal: true }),
    upn_unknown: code("upn_unknown", "Why there is no unique pupil number."),
    forename: text("Forename, only where a council chooses to hold it.", { personal: true }),
    surname: text("Surname, only where a council chooses to hold it.", { personal: true }),
  },
});
