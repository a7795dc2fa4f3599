-- worker_holding: one row for each unbroken spell in which a worker of a kind of team held at least one child's case.
-- key: id
-- columns: id text, worker text, team text, service text, start date, end date
-- source: data.md 3.2, IDs 69 to 74
with
  held as (
    select authority, worker, team, service, start, coalesce("end", date '9999-12-31') as until,
      max(coalesce("end", date '9999-12-31')) over (partition by authority, worker, service order by start, coalesce("end", date '9999-12-31'), id rows between unbounded preceding and 1 preceding) as latest_end,
      id
    from case_holding
    where worker is not null
  ),
  numbered as (
    select *, sum(case when latest_end is null or start > latest_end then 1 else 0 end) over (partition by authority, worker, service order by start, until, id) as spell
    from held
  )
select
  authority,
  worker || '|' || coalesce(service, '') || '|' || cast(min(start) as varchar) as id,
  worker,
  arg_max(team, start) as team,
  service,
  min(start) as start,
  case when max(until) = date '9999-12-31' then null else max(until) end as "end"
from numbered
group by authority, worker, service, spell
