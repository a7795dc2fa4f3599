/** A day as people read it. */

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "2026-04-10" is "10 April 2026"; anything that is no day stays as it is. */
export function longDay(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  return year === undefined ? day : `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}
