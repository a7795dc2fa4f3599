-- The episode of need (list 6) and the referral that began it (list 3) are one event when they are of one child and day; where a list has several
-- of a day they are paired in order. Dates have been read while staging: what is no day here is reported by the lists' own entries.
create or replace table staged."Need" as
with referral as (
  select *, row_number() over (partition by "Child Unique ID", "Date of referral" order by _file, _sheet, _row) as place
  from staged."List 3"
), need as (
  select *, row_number() over (partition by "Child Unique ID", "CIN Start Date" order by _file, _sheet, _row) as place
  from staged."List 6"
)
select
  coalesce(referral._file, need._file) as _file,
  coalesce(referral._sheet, need._sheet) as _sheet,
  coalesce(referral._row, need._row) as _row,
  coalesce(referral."Child Unique ID", need."Child Unique ID") as person_id,
  coalesce(referral."Date of referral", need."CIN Start Date") as day,
  referral."Referral Source" as source,
  referral."Referral NFA?" as nfa,
  need."Primary Need Code" as need,
  need."CIN Closure Date" as closed,
  need."Reason for Closure" as closure,
  -- The team that holds the case now is list 6's.
  coalesce(need."Allocated Team", referral."Allocated Team") as team,
  coalesce(need."Allocated Worker", referral."Allocated Worker") as worker
from referral
full join need
  on need."Child Unique ID" = referral."Child Unique ID"
  and need."CIN Start Date" = referral."Date of referral"
  and need.place = referral.place;
