-- case_spell: one row for each unbroken spell in which workers of one kind of team held a child's case in one role, whoever they were. Assessment and
-- safeguarding teams count as one kind, children_in_need.
-- key: id
-- columns: id text, person_id text, service text, role text, start date, end date
-- source: data.md 3.2, IDs 75 to 80; involvement of the roles allocated, adviser and early_help
with
  held as (
    select
      involvement.authority,
      involvement.person_id,
      involvement.role,
      case when team.service in ('assessment', 'safeguarding') then 'children_in_need' else team.service end as service,
      involvement.start,
      coalesce(involvement."end", date '9999-12-31') as "end"
    from involvement
    join team on team.authority = involvement.authority and team.team_id = involvement.team_id
    where involvement.role in ('allocated', 'adviser', 'early_help')
      and involvement.start < coalesce(involvement."end", date '9999-12-31')
      and team.service is not null
  ),
  followed as (
    select *, max("end") over (
      partition by authority, person_id, service, role order by start, "end" rows between unbounded preceding and 1 preceding) as latest_end
    from held
  ),
  numbered as (
    select *, sum(case when latest_end >= start then 0 else 1 end) over (
      partition by authority, person_id, service, role order by start, "end") as spell
    from followed
  )
select
  authority,
  person_id || '|' || service || '|' || role || '|' || cast(min(start) as varchar) as id,
  person_id,
  service,
  role,
  min(start) as start,
  nullif(max("end"), date '9999-12-31') as "end"
from numbered
group by authority, person_id, service, role, spell
