-- health_record: what is recorded of each child's health checks, one row for each child, kind and day, with the days for which it is the latest of its kind.
-- A check is done when it has a day and is not recorded as refused, planned or not done. The SSDA903 says only whether a check was done in the year to
-- 31 March: such a row stands on that day and is_year_statement is true. Planned checks that have not happened are left out.
-- key: person_id, kind, start
-- columns: person_id text, kind text, start date, end date, is_done boolean, is_year_statement boolean
-- source: data.md section 4, health_check; SSDA903 guide, OC2
with
  record as (
    select
      authority,
      person_id,
      kind,
      coalesce(date, due) as day,
      date is null as is_undated,
      case
        when date is null then coalesce(status, '') in ('done', 'completed', 'up_to_date')
        else coalesce(status, 'completed') not in ('refused', 'planned', 'not_done', 'not_up_to_date')
      end as is_done
    from health_check
    where coalesce(date, due) is not null
      and not (date is null and coalesce(status, 'planned') = 'planned')
  ),
  one_a_day as (
    select
      authority,
      person_id,
      kind,
      day,
      max(case when is_done then 1 else 0 end) as done,
      max(case when is_done and not is_undated then 1 else 0 end) as dated
    from record
    group by authority, person_id, kind, day
  )
select
  authority,
  person_id,
  kind,
  day as start,
  lead(day) over (partition by authority, person_id, kind order by day) as "end",
  done = 1 as is_done,
  done = 1 and dated = 0 as is_year_statement
from one_a_day
