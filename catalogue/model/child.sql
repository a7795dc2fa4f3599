-- child: who each person is, as breakdowns need it: one row a person.
-- key: person_id
-- columns: person_id text, dob date, expected_dob date, death_date date, sex text, ethnicity text, ethnic_group text, disabled boolean, locality text
-- source: data.md section 4
with
  disability as (
    select distinct authority, person_id
    from person_flag
    where kind = 'disability'
      and coalesce(code, 'Y') <> 'NONE'
  )
select
  person.authority,
  person.person_id,
  person.dob,
  person.expected_dob,
  person.death_date,
  person.sex,
  person.ethnicity,
  case
    when person.ethnicity in ('WBRI', 'WIRI', 'WIRT', 'WOTH', 'WROM') then 'White'
    when person.ethnicity in ('MWBC', 'MWBA', 'MWAS', 'MOTH') then 'Mixed'
    when person.ethnicity in ('AIND', 'APKN', 'ABAN', 'AOTH', 'CHNE') then 'Asian or Asian British'
    when person.ethnicity in ('BCRB', 'BAFR', 'BOTH') then 'Black or Black British'
    when person.ethnicity = 'OOTH' then 'Other ethnic group'
  end as ethnic_group,
  disability.person_id is not null as disabled,
  cast(null as varchar) as locality
from person
left join disability on disability.authority = person.authority and disability.person_id = person.person_id
