-- allocation: who held a case on each day: the child's allocated worker and team as spells that do not overlap; where records overlap the latest start holds.
-- key: person_id, start
-- columns: person_id text, start date, end date, worker text, team text, locality text
-- source: data.md section 4, involvement
with
  held as (
    select authority, person_id, worker_id, team_id, start, "end", source_row
    from involvement
    where role = 'allocated'
      and ("end" is null or "end" > start)
  ),
  one_a_day as (
    select *, row_number() over (partition by authority, person_id, start order by source_row desc) as place
    from held
  ),
  followed as (
    select *, lead(start) over (partition by authority, person_id order by start) as next_start
    from one_a_day
    where place = 1
  )
select
  followed.authority,
  followed.person_id,
  followed.start,
  case when followed."end" is null then followed.next_start else least(followed."end", coalesce(followed.next_start, followed."end")) end as "end",
  followed.worker_id as worker,
  coalesce(team.name, followed.team_id) as team,
  team.locality
from followed
left join team on team.authority = followed.authority and team.team_id = followed.team_id
