-- care_review_due: every review owed to a child looked after, with the day it was due and the day it was held, if it was. The day due is the return's where it
-- says; else the first is due 20 working days after coming into care, the second three months after the first, and later ones six months after the one before.
-- key: id
-- columns: id text, person_id text, period_id text, due date, held date, is_stated boolean
-- source: SI 2010/959 regulation 33; data.md 3.1 (formerly NI 66)
with
  held as (
    select distinct period.authority, period.id as period_id, period.person_id, period.start as period_start, period."end" as period_end, review.date, review.due
    from period_of_care as period
    join review
      on review.authority = period.authority
      and review.person_id = period.person_id
      and review.kind = 'cla'
      and not coalesce(review.cancelled, false)
      and coalesce(review.date, review.due) >= period.start
      and coalesce(review.date, review.due) <= coalesce(period."end", date '9999-12-31')
  ),
  first_due as (
    select period.authority, period.id as period_id, min(later.date) as due
    from period_of_care as period
    join calendar as entry on entry.date = period.start
    join calendar as later on later.working_day = entry.working_day + 20 and later.is_working_day
    group by period.authority, period.id
  ),
  numbered as (
    select *, row_number() over (partition by authority, period_id order by date) as place
    from held
    where date is not null
  ),
  step as (
    select period.authority, period.id as period_id, period.person_id, period."end" as period_end, period.start as from_date, 0 as place, first_due.due
    from period_of_care as period
    left join first_due on first_due.authority = period.authority and first_due.period_id = period.id
    union all
    select authority, period_id, person_id, period_end, date as from_date, place,
      cast(case when place = 1 then date + interval '3' month else date + interval '6' month end as date) as due
    from numbered
  ),
  owed as (
    select step.*, next.date as held, next.due as stated
    from step
    left join numbered as next on next.authority = step.authority and next.period_id = step.period_id and next.place = step.place + 1
  ),
  undated as (
    select authority, period_id, person_id, due
    from held
    where date is null and due is not null
  )
select
  owed.authority,
  owed.period_id || '|' || cast(owed.place + 1 as varchar) as id,
  owed.person_id,
  owed.period_id,
  coalesce(owed.stated, undated.due, owed.due) as due,
  owed.held,
  coalesce(owed.stated, undated.due) is not null as is_stated
from owed
left join (
  select authority, period_id, min(due) as due
  from undated
  group by authority, period_id
) as undated on undated.authority = owed.authority and undated.period_id = owed.period_id and owed.held is null and undated.due > owed.from_date
where coalesce(owed.stated, undated.due, owed.due) <= coalesce(owed.period_end, date '9999-12-31')
