-- missing_spell: every missing episode (not those away without authorisation), with whether the child was looked after on the day it started, short breaks left
-- out, and how many such episodes from home, or from care, started in the same calendar month.
-- key: id
-- columns: id text, person_id text, start date, end date, from_care boolean, in_month number
-- source: data.md 3.3, PI 1.6 and 2.9
with
  spell as (
    select
      missing.authority,
      missing.id,
      missing.person_id,
      missing.start,
      missing."end",
      exists (
        select 1
        from period_of_care as period
        where period.authority = missing.authority
          and period.person_id = missing.person_id
          and period.start <= missing.start
          and coalesce(period."end", date '9999-12-31') > missing.start) as from_care
    from missing_episode as missing
    where missing.type = 'M'
  )
select
  authority,
  id,
  person_id,
  start,
  "end",
  from_care,
  count(*) over (partition by authority, person_id, from_care, date_trunc('month', start)) as in_month
from spell
