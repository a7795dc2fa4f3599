-- child_holding: one row for each unbroken spell in which a worker held one child's case, so that a child is counted once for a worker on any day.
-- key: id
-- columns: id text, child text, worker text, start date, end date
-- source: data.md 3.2, ID 74
with
  held as (
    select authority, person_id, worker, id, start, coalesce("end", date '9999-12-31') as until,
      max(coalesce("end", date '9999-12-31')) over (partition by authority, worker, person_id order by start, coalesce("end", date '9999-12-31'), id rows between unbounded preceding and 1 preceding) as latest_end
    from case_holding
    where worker is not null
  ),
  numbered as (
    select *, sum(case when latest_end is null or start > latest_end then 1 else 0 end) over (partition by authority, worker, person_id order by start, until, id) as spell
    from held
  )
select
  authority,
  worker || '|' || person_id || '|' || cast(min(start) as varchar) as id,
  person_id as child,
  worker,
  min(start) as start,
  case when max(until) = date '9999-12-31' then null else max(until) end as "end"
from numbered
group by authority, worker, person_id, spell
