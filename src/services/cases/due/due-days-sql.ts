/** Days due, in SQL: so many working days by the calendar, so many days or months by themselves. */

/** The day a number of working days after a column's, by two joins of the calendar. */
export function afterWorkingDays(from: string, days: number, name: string): string {
  return `join calendar as ${name}_from on ${name}_from.date = ${from} join calendar as ${name} on ${name}.working_day = ${name}_from.working_day + ${days} and ${name}.is_working_day`;
}

/** A day later by a duty's limit, where that is days or months. */
export function afterLimit(from: string, { limit, unit }: { readonly limit: number; readonly unit: string }): string {
  return `cast(${from} + interval '${limit}' ${unit === "months" ? "month" : "day"} as date)`;
}
