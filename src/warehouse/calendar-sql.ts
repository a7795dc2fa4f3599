/** Calendar tables of a generation: days with their working-day number and period, months, fortnights. */
import type { IsoDate } from "../domain/dates.ts";

/** First and last day a figure can be about. */
export const FIRST_DAY = "1980-01-01";
export const LAST_DAY = "2045-12-31";

/**
 * Statements that make `calendar`, `month` and `fortnight`.
 *
 * `working_day` is cumulative: the difference of two days is the working days after the first up to and including the second, so the start
 * day is day 0. It is empty outside the years the holidays cover, rather than wrong. Months are numbered year × 12 + month − 1; fortnights
 * from Monday 1 January 2018.
 */
export function calendarSql(holidays: readonly IsoDate[]): readonly string[] {
  const years = holidays.map((day) => Number(day.slice(0, 4)));
  const from = Math.min(...years);
  const to = Math.max(...years);
  const list = holidays.map((day) => `date '${day}'`).join(", ");
  return [
    `create table calendar as
      with day as (
        select cast(range as date) as date
        from range(date '${FIRST_DAY}', date '${LAST_DAY}' + interval '1' day, interval '1' day)
      ), marked as (
        select date, isodow(date) < 6 and date not in (${list}) as is_working_day, year(date) between ${from} and ${to} as is_covered
        from day
      )
      select date,
        case when is_covered then cast(sum(case when is_working_day and is_covered then 1 else 0 end) over (order by date) as integer) end as working_day,
        cast(year(date) * 12 + month(date) - 1 as integer) as month_index,
        cast(floor((date - date '2018-01-01') / 14.0) as integer) as fortnight_index,
        is_working_day
      from marked
      order by date`,
    'create table month as select month_index, min(date) as start, max(date) as "end" from calendar group by month_index order by month_index',
    'create table fortnight as select fortnight_index, min(date) as start, max(date) as "end" from calendar group by fortnight_index having count(*) = 14 order by fortnight_index',
  ];
}
