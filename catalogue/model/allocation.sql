-- allocation: who held a case on each day: the child's allocated worker and team as spells that do not overlap. Where records overlap the one that started
-- last holds; when it ends, an earlier one that is still open holds again. A spell ends on the day the next one starts.
-- key: person_id, start
-- columns: person_id text, start date, end date, worker text, team text, locality text
-- source: data.md section 4, involvement
with
  held as (
    select
      authority,
      person_id,
      worker_id,
      team_id,
      start,
      coalesce("end", date '9999-12-31') as "end",
      row_number() over (partition by authority, person_id order by start, source_row, id) as place
    from involvement
    where role = 'allocated'
      and start < coalesce("end", date '9999-12-31')
  ),
  edge as (
    select authority, person_id, start as day
    from held
    union
    select authority, person_id, "end" as day
    from held
  ),
  stretch as (
    select authority, person_id, day as start, lead(day) over (partition by authority, person_id order by day) as "end"
    from edge
  ),
  holder as (
    select stretch.authority, stretch.person_id, stretch.start, stretch."end", max(held.place) as place
    from stretch
    join held
      on held.authority = stretch.authority
      and held.person_id = stretch.person_id
      and held.start <= stretch.start
      and held."end" >= stretch."end"
    group by stretch.authority, stretch.person_id, stretch.start, stretch."end"
  ),
  named as (
    select holder.authority, holder.person_id, holder.start, holder."end", held.worker_id, held.team_id,
      lag(holder."end") over before_it as previous_end,
      lag(held.worker_id) over before_it as previous_worker,
      lag(held.team_id) over before_it as previous_team
    from holder
    join held on held.authority = holder.authority and held.person_id = holder.person_id and held.place = holder.place
    window before_it as (partition by holder.authority, holder.person_id order by holder.start)
  ),
  numbered as (
    select *,
      sum(case
        when previous_end = start
          and worker_id is not distinct from previous_worker
          and team_id is not distinct from previous_team
        then 0 else 1 end) over (partition by authority, person_id order by start) as spell
    from named
  ),
  spells as (
    select authority, person_id, worker_id, team_id, min(start) as start, max("end") as "end"
    from numbered
    group by authority, person_id, spell, worker_id, team_id
  )
select
  spells.authority,
  spells.person_id,
  spells.start,
  nullif(spells."end", date '9999-12-31') as "end",
  spells.worker_id as worker,
  coalesce(team.name, spells.team_id) as team,
  team.locality
from spells
left join team on team.authority = spells.authority and team.team_id = spells.team_id
