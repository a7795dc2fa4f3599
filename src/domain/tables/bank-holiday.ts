/** Canonical table `bank_holiday`: a bank holiday of England. */
import { date, defineTable, text } from "./table.ts";

export const bankHolidayTable = defineTable({
  name: "bank_holiday",
  area: "reference",
  words: "A bank holiday of England.",
  key: ["date"],
  matchOn: ["date"],
  fields: {
    date: date("The day.", { required: true }),
    name: text("Its name."),
  },
});
