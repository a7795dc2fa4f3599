-- care_leaver_latest: what is known of each care leaver, with the days for which it is the latest that is known: from the day it was stated to the next statement
-- or, at the most, twelve months on. Days on which the young person is looked after are left out, so that a statement can have several rows.
-- key: person_id, start
-- columns: person_id text, start date, end date, stated_on date, eligibility text, in_touch text, accommodation text, suitable boolean, activity text,
--   pathway_plan date, team text, worker text
-- source: data.md 3.1, care leavers
with
  statement as (
    select *,
      least(
        coalesce(lead(as_at) over (partition by authority, person_id order by as_at), date '9999-12-31'),
        cast(as_at + interval '12' month as date)) as until
    from care_leaver
  ),
  -- A period that ended on or before the day it started holds no day.
  period as (
    select authority, person_id, start, "end"
    from period_of_care
    where coalesce("end", date '9999-12-31') > start
  ),
  -- A statement begins to hold on its day, and again whenever the young person leaves care.
  beginning as (
    select authority, person_id, as_at, until, as_at as start
    from statement
    union
    select statement.authority, statement.person_id, statement.as_at, statement.until, period."end" as start
    from statement
    join period
      on period.authority = statement.authority
      and period.person_id = statement.person_id
      and period."end" > statement.as_at
      and period."end" < statement.until
  ),
  outside_care as (
    select *
    from beginning
    where not exists (
      select 1
      from period
      where period.authority = beginning.authority
        and period.person_id = beginning.person_id
        and period.start <= beginning.start
        and coalesce(period."end", date '9999-12-31') > beginning.start)
  ),
  ended as (
    select
      outside_care.authority,
      outside_care.person_id,
      outside_care.as_at,
      outside_care.start,
      least(min(outside_care.until), coalesce(min(period.start), date '9999-12-31')) as "end"
    from outside_care
    left join period
      on period.authority = outside_care.authority
      and period.person_id = outside_care.person_id
      and period.start > outside_care.start
    group by outside_care.authority, outside_care.person_id, outside_care.as_at, outside_care.start
  )
select
  ended.authority,
  ended.person_id,
  ended.start,
  ended."end",
  ended.as_at as stated_on,
  statement.eligibility,
  statement.in_touch,
  statement.accommodation,
  statement.suitable,
  statement.activity,
  statement.pathway_plan,
  statement.team,
  statement.worker
from ended
join statement on statement.authority = ended.authority and statement.person_id = ended.person_id and statement.as_at = ended.as_at
