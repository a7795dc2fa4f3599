-- education_latest: the latest education record of each child, with the days for which it is the latest: from the last day it covers to the last day the next one
-- covers or, at the most, twelve months on. Of records that end on one day, the one that covers most days stands.
-- key: person_id, start
-- columns: person_id text, start date, end date, from_date date, sessions_possible number, sessions_missed number, sessions_attended number, suspensions number,
--   exclusion boolean, no_place boolean, pep_date date
-- source: data.md 3.2, IDs 43 to 46, and 3.3, 5.1 to 5.3
with
  one_a_day as (
    select *, row_number() over (partition by authority, person_id, to_date order by coalesce(from_date, to_date), source_row) as place
    from education_record
    where to_date is not null
  )
select
  authority,
  person_id,
  to_date as start,
  least(
    coalesce(lead(to_date) over (partition by authority, person_id order by to_date), date '9999-12-31'),
    cast(to_date + interval '12' month as date)) as "end",
  from_date,
  sessions_possible,
  sessions_missed,
  sessions_possible - sessions_missed as sessions_attended,
  suspensions,
  exclusion,
  no_place,
  pep_date
from one_a_day
where place = 1
