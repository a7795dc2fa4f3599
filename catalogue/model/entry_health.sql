-- entry_health: every period of care with the child's first initial health assessment from the day of coming into care on: when its paperwork came and when it was done.
-- key: id
-- columns: id text, person_id text, start date, end date, request_date date, done date
-- source: data.md 3.2, IDs 38a and 38b; statutory guidance on the health of children looked after
with
  checked as (
    select
      period.authority,
      period.id,
      health_check.request_date,
      health_check.date,
      row_number() over (partition by period.authority, period.id order by coalesce(health_check.date, health_check.request_date), health_check.source_row) as place
    from period_of_care as period
    join health_check
      on health_check.authority = period.authority
      and health_check.person_id = period.person_id
      and health_check.kind = 'iha'
      and coalesce(health_check.date, health_check.request_date) >= period.start
      and coalesce(health_check.request_date, health_check.date) <= coalesce(period."end", date '9999-12-31')
  )
select
  period.authority,
  period.id,
  period.person_id,
  period.start,
  period."end",
  checked.request_date,
  checked.date as done
from period_of_care as period
left join checked on checked.authority = period.authority and checked.id = period.id and checked.place = 1
