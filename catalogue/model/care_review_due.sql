-- care_review_due: every review owed to a child looked after, with the day it was due and the day it was held, if it was. The day due is the record's where it
-- says; else the first is due 20 working days after coming into care, the second three months after the first, and later ones six months after the one before.
-- A review is owed only while the child is looked after on the day it is due; one that was held is kept. Cancelled reviews are left out.
-- key: id
-- columns: id text, person_id text, period_id text, due date, held date, is_stated boolean
-- source: SI 2010/959 regulation 33; data.md 3.1 (formerly NI 66)
with
  recorded as (
    select
      period.authority,
      period.id as period_id,
      period.person_id,
      review.date,
      review.due
    from period_of_care as period
    join review
      on review.authority = period.authority
      and review.person_id = period.person_id
      and review.kind = 'cla'
      and not coalesce(review.cancelled, false)
      and coalesce(review.date, review.due) >= period.start
      and coalesce(review.date, review.due) <= coalesce(period."end", date '9999-12-31')
  ),
  -- Reviews held, one a day, in order.
  held as (
    select authority, period_id, person_id, date, max(due) as stated, row_number() over (partition by authority, period_id order by date) as place
    from recorded
    where date is not null
    group by authority, period_id, person_id, date
  ),
  -- Reviews the record says were due and that were not held.
  missed as (
    select distinct authority, period_id, person_id, due
    from recorded
    where date is null
  ),
  -- Coming into care, and each review, makes the next one due.
  step as (
    select period.authority, period.id as period_id, period.person_id, 0 as place, later.date as due
    from period_of_care as period
    join calendar as entry on entry.date = period.start
    join calendar as later on later.working_day = entry.working_day + 20 and later.is_working_day
    union all
    select authority, period_id, person_id, place,
      cast(case when place = 1 then date + interval '3' month else date + interval '6' month end as date) as due
    from held
  ),
  latest as (
    select authority, period_id, max(date) as held, max(place) as place
    from held
    group by authority, period_id
  ),
  -- The last review makes another due, unless the record already says when the next one is.
  awaited as (
    select step.authority, step.period_id, step.person_id, step.due
    from step
    left join latest on latest.authority = step.authority and latest.period_id = step.period_id
    where step.place = coalesce(latest.place, 0)
      and not exists (
        select 1
        from missed
        where missed.authority = step.authority
          and missed.period_id = step.period_id
          and (latest.held is null or missed.due > latest.held))
  ),
  owed as (
    select held.authority, held.period_id, held.person_id, coalesce(held.stated, step.due) as due, held.date as held, held.stated is not null as is_stated
    from held
    left join step on step.authority = held.authority and step.period_id = held.period_id and step.place = held.place - 1
    union all
    select authority, period_id, person_id, due, cast(null as date) as held, true as is_stated
    from missed
    union all
    select authority, period_id, person_id, due, cast(null as date) as held, false as is_stated
    from awaited
  )
select
  owed.authority,
  owed.period_id || '|' || cast(coalesce(owed.held, owed.due) as varchar) || case when owed.held is null then '|owed' else '' end as id,
  owed.person_id,
  owed.period_id,
  owed.due,
  owed.held,
  owed.is_stated
from owed
join period_of_care as period on period.authority = owed.authority and period.id = owed.period_id
where owed.due is not null
  and (owed.held is not null or period."end" is null or owed.due < period."end")
