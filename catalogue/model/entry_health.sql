-- entry_health: every period of care with the child's first initial health assessment from the day of coming into care on: when its paperwork came, when it was
-- due (the twentieth working day after coming into care) and when it was done. An assessment refused, planned or not done is not done.
-- key: id
-- columns: id text, person_id text, start date, end date, request_date date, due date, done date
-- source: data.md 3.2, IDs 38a and 38b; statutory guidance on the health of children looked after
with
  assessment as (
    select
      authority,
      person_id,
      request_date,
      case when coalesce(status, 'completed') not in ('refused', 'planned', 'not_done') then date end as done,
      source_row
    from health_check
    where kind = 'iha'
  ),
  checked as (
    select
      period.authority,
      period.id,
      assessment.request_date,
      assessment.done,
      row_number() over (
        partition by period.authority, period.id
        order by coalesce(assessment.done, date '9999-12-31'), coalesce(assessment.request_date, date '9999-12-31'), assessment.source_row) as place
    from period_of_care as period
    join assessment
      on assessment.authority = period.authority
      and assessment.person_id = period.person_id
      and coalesce(assessment.done, assessment.request_date) >= period.start
      and coalesce(assessment.request_date, assessment.done) <= coalesce(period."end", date '9999-12-31')
  ),
  due as (
    select period.authority, period.id, later.date as due
    from period_of_care as period
    join calendar as entry on entry.date = period.start
    join calendar as later on later.working_day = entry.working_day + 20 and later.is_working_day
  )
select
  period.authority,
  period.id,
  period.person_id,
  period.start,
  period."end",
  checked.request_date,
  due.due,
  checked.done
from period_of_care as period
left join checked on checked.authority = period.authority and checked.id = period.id and checked.place = 1
left join due on due.authority = period.authority and due.id = period.id
