-- supervised_spell: case spells cut at each case supervision held, so that any day's row says when the case was last supervised (before the spell
-- began counts too); `started_on` is the first day of the whole spell. Supervisions booked but not held, or of another kind, are left out.
-- key: id
-- columns: id text, person_id text, service text, role text, started_on date, start date, end date, last_supervised date
-- source: data.md 3.2, IDs 75 to 80
with
  supervision as (
    select distinct authority, person_id, "end" as held_on
    from local_event
    where kind = 'supervision'
      and coalesce(type, 'case') = 'case'
      and "end" is not null
      and person_id is not null
  ),
  begun as (
    select case_spell.authority, case_spell.id, max(supervision.held_on) as held_on
    from case_spell
    join supervision
      on supervision.authority = case_spell.authority
      and supervision.person_id = case_spell.person_id
      and supervision.held_on <= case_spell.start
    group by case_spell.authority, case_spell.id
  ),
  cut as (
    select case_spell.authority, case_spell.id, case_spell.person_id, case_spell.service, case_spell.role, case_spell.start as started_on,
      case_spell.start, case_spell."end", begun.held_on
    from case_spell
    left join begun on begun.authority = case_spell.authority and begun.id = case_spell.id
    union all
    select case_spell.authority, case_spell.id, case_spell.person_id, case_spell.service, case_spell.role, case_spell.start,
      supervision.held_on, case_spell."end", supervision.held_on
    from case_spell
    join supervision
      on supervision.authority = case_spell.authority
      and supervision.person_id = case_spell.person_id
      and supervision.held_on > case_spell.start
      and supervision.held_on < coalesce(case_spell."end", date '9999-12-31')
  )
select
  authority,
  id || '|' || cast(start as varchar) as id,
  person_id,
  service,
  role,
  started_on,
  start,
  coalesce(lead(start) over (partition by authority, id order by start), "end") as "end",
  held_on as last_supervised
from cut
