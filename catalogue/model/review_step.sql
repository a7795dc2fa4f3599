-- review_step: what each child protection plan owed and got: a row for the plan's start and for each review held, with the day the next review is due
-- (three months after the start, six months after a review) and the day it was held, if it was.
-- key: id
-- columns: id text, plan_id text, person_id text, plan_start date, plan_end date, from_date date, due date, held date
-- source: Working Together; data.md 3.1, CP reviews in time (NI 67)
with
  held as (
    select distinct plan.authority, plan.id as plan_id, review.date
    from cp_plan as plan
    join review
      on review.authority = plan.authority
      and review.person_id = plan.person_id
      and review.kind = 'cp'
      and not coalesce(review.cancelled, false)
      and review.date > plan.start
      and review.date <= coalesce(plan."end", date '9999-12-31')
      and (review.subject_id is null or review.subject_id = plan.id or not exists (
        select 1 from cp_plan as other where other.authority = review.authority and other.id = review.subject_id))
  ),
  step as (
    select authority, id as plan_id, start as from_date, cast(start + interval '3' month as date) as due
    from cp_plan
    union all
    select authority, plan_id, date as from_date, cast(date + interval '6' month as date) as due
    from held
  ),
  followed as (
    select authority, plan_id, from_date, due, lead(from_date) over (partition by authority, plan_id order by from_date) as held
    from step
  )
select
  followed.authority,
  followed.plan_id || '|' || cast(followed.from_date as varchar) as id,
  followed.plan_id,
  plan.person_id,
  plan.start as plan_start,
  plan."end" as plan_end,
  followed.from_date,
  followed.due,
  followed.held
from followed
join cp_plan as plan on plan.authority = followed.authority and plan.id = followed.plan_id
