-- compulsory_school_age: the days on which each child is of compulsory school age: from the first 31 August, 31 December or 31 March on or after the fifth
-- birthday, to the last Friday in June of the school year in which the child turns 16; end is the day after it.
-- key: person_id
-- columns: person_id text, start date, end date
-- source: Education Act 1996 section 8; SI 1998/1607; SI 1997/1970
with
  birthday as (
    select
      authority,
      person_id,
      cast(dob + interval '5' year as date) as fifth,
      cast(dob + interval '16' year as date) as sixteenth
    from person
    where dob is not null
  ),
  year as (
    select
      authority,
      person_id,
      fifth,
      extract(year from fifth) as year_of_fifth,
      -- The school year ends on 31 August.
      case when extract(month from sixteenth) >= 9 then extract(year from sixteenth) + 1 else extract(year from sixteenth) end as leaving_year
    from birthday
  ),
  boundary as (
    select
      authority,
      person_id,
      case
        when fifth <= make_date(cast(year_of_fifth as integer), 3, 31) then make_date(cast(year_of_fifth as integer), 3, 31)
        when fifth <= make_date(cast(year_of_fifth as integer), 8, 31) then make_date(cast(year_of_fifth as integer), 8, 31)
        else make_date(cast(year_of_fifth as integer), 12, 31)
      end as start,
      make_date(cast(leaving_year as integer), 6, 30) as last_of_june
    from year
  )
select
  authority,
  person_id,
  start,
  -- Friday is day 5 of the week.
  cast(last_of_june - cast((extract(isodow from last_of_june) + 2) % 7 as integer) + 1 as date) as "end"
from boundary
