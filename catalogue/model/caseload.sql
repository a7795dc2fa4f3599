-- caseload: how many different children each worker held at a time: one row for each worker and kind of work, and for each stretch of days in which nothing
-- changed; nothing while a worker held none. Assessment and safeguarding count together as children_in_need; social_work is every child held as the allocated
-- social worker, whatever the team. The team is the one of the worker's latest case.
-- key: id
-- columns: id text, worker text, team text, service text, start date, end date, children number
-- source: data.md 3.2, IDs 68 to 74
with
  held as (
    select authority, worker, person_id, team, start, coalesce("end", date '9999-12-31') as "end",
      case when service in ('assessment', 'safeguarding') then 'children_in_need' else service end as service
    from case_holding
    where worker is not null
      and service is not null
    union all
    select authority, worker, person_id, team, start, coalesce("end", date '9999-12-31') as "end", 'social_work' as service
    from case_holding
    where worker is not null
      and role = 'allocated'
  ),
  followed as (
    select *, max("end") over earlier as latest_end
    from held
    window earlier as (partition by authority, worker, service, person_id order by start, "end", team rows between unbounded preceding and 1 preceding)
  ),
  numbered as (
    select *, sum(case when latest_end >= start then 0 else 1 end) over in_order as spell
    from followed
    window in_order as (partition by authority, worker, service, person_id order by start, "end", team)
  ),
  -- One spell for each worker and child, so that a record repeated does not count twice.
  spell as (
    select authority, worker, service, person_id, min(start) as start, max("end") as "end"
    from numbered
    group by authority, worker, service, person_id, spell
  ),
  change as (
    select authority, worker, service, start as day, 1 as change, cast(null as varchar) as team
    from spell
    union all
    select authority, worker, service, "end" as day, -1 as change, cast(null as varchar) as team
    from spell
    union all
    select authority, worker, service, start as day, 0 as change, team
    from held
  ),
  daily as (
    select authority, worker, service, day, sum(change) as change, max(team) as team
    from change
    group by authority, worker, service, day
  ),
  running as (
    select authority, worker, service, day,
      sum(change) over in_order as children,
      last_value(team ignore nulls) over in_order as team,
      lead(day) over in_order as next_day
    from daily
    window in_order as (partition by authority, worker, service order by day)
  )
select
  authority,
  worker || '|' || service || '|' || cast(day as varchar) as id,
  worker,
  team,
  service,
  day as start,
  nullif(next_day, date '9999-12-31') as "end",
  cast(children as bigint) as children
from running
where children > 0
