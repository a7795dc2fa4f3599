-- caseload: how many different children each worker held at a time: one row for each worker and kind of team, and for each stretch of days on which the number
-- did not change; nothing while a worker held none. Assessment and safeguarding teams count as one kind, children_in_need; social_work is every child held as
-- the allocated social worker, whatever the team.
-- key: id
-- columns: id text, worker text, team text, service text, start date, end date, children number
-- source: data.md 3.2, IDs 68 to 74; involvement of the roles allocated, adviser and early_help
with
  held as (
    select
      involvement.authority,
      involvement.worker_id,
      involvement.person_id,
      involvement.team_id,
      involvement.role,
      involvement.start,
      coalesce(involvement."end", date '9999-12-31') as "end",
      case when team.service in ('assessment', 'safeguarding') then 'children_in_need' else team.service end as service
    from involvement
    left join team on team.authority = involvement.authority and team.team_id = involvement.team_id
    where involvement.role in ('allocated', 'adviser', 'early_help')
      and involvement.worker_id is not null
      and involvement.start < coalesce(involvement."end", date '9999-12-31')
  ),
  counted as (
    select authority, worker_id, person_id, team_id, start, "end", service
    from held
    where service is not null
    union all
    select authority, worker_id, person_id, team_id, start, "end", 'social_work' as service
    from held
    where role = 'allocated'
  ),
  followed as (
    select *, max("end") over (
      partition by authority, worker_id, service, person_id
      order by start, "end", team_id rows between unbounded preceding and 1 preceding) as latest_end
    from counted
  ),
  numbered as (
    select *, sum(case when latest_end >= start then 0 else 1 end) over (
      partition by authority, worker_id, service, person_id order by start, "end", team_id) as spell
    from followed
  ),
  -- One spell for each worker and child, so that a record repeated does not count twice.
  spell as (
    select authority, worker_id, service, person_id, min(start) as start, max("end") as "end"
    from numbered
    group by authority, worker_id, service, person_id, spell
  ),
  change as (
    select authority, worker_id, service, start as day, 1 as change, cast(null as varchar) as team_id
    from spell
    union all
    select authority, worker_id, service, "end" as day, -1 as change, cast(null as varchar) as team_id
    from spell
    union all
    select authority, worker_id, service, start as day, 0 as change, team_id
    from counted
  ),
  daily as (
    select authority, worker_id, service, day, sum(change) as change, max(team_id) as team_id
    from change
    group by authority, worker_id, service, day
  ),
  running as (
    select
      authority,
      worker_id,
      service,
      day,
      sum(change) over in_order as children,
      last_value(team_id ignore nulls) over in_order as team_id,
      lead(day) over (partition by authority, worker_id, service order by day) as next_day
    from daily
    window in_order as (partition by authority, worker_id, service order by day)
  )
select
  authority,
  worker_id || '|' || service || '|' || cast(day as varchar) as id,
  worker_id as worker,
  team_id as team,
  service,
  day as start,
  nullif(next_day, date '9999-12-31') as "end",
  cast(children as bigint) as children
from running
where children > 0
