-- care_leaver_latest: what is known of each care leaver with the days for which it is the latest fact: from the day recorded until the next record or, at the most,
-- the day twelve months on.
-- key: person_id, as_at_date
-- columns: person_id text, as_at_date date, until date, eligibility text, in_touch text, accommodation text, suitable boolean, activity text, pathway_plan date, team text, worker text
-- source: data.md 3.1, care leavers
with
  followed as (
    select *, lead(as_at) over (partition by authority, person_id order by as_at) as next_as_at
    from care_leaver
  )
select
  authority,
  person_id,
  as_at as as_at_date,
  least(coalesce(next_as_at, date '9999-12-31'), cast(as_at + interval '12' month as date)) as until,
  eligibility,
  in_touch,
  accommodation,
  suitable,
  activity,
  pathway_plan,
  team,
  worker
from followed
