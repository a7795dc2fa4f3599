-- case_spell: one row for each unbroken spell in which workers of one kind of team held a child's case in one role, whoever they were, so that a change of
-- worker does not start the clock again. Assessment and safeguarding teams count together as children_in_need.
-- key: id
-- columns: id text, person_id text, service text, role text, start date, end date
-- source: data.md 3.2, IDs 75 to 80
with
  held as (
    select authority, person_id, role, start, coalesce("end", date '9999-12-31') as "end",
      case when service in ('assessment', 'safeguarding') then 'children_in_need' else service end as service
    from case_holding
    where service is not null
  ),
  followed as (
    select *, max("end") over earlier as latest_end
    from held
    window earlier as (partition by authority, person_id, service, role order by start, "end" rows between unbounded preceding and 1 preceding)
  ),
  numbered as (
    select *, sum(case when latest_end >= start then 0 else 1 end) over in_order as spell
    from followed
    window in_order as (partition by authority, person_id, service, role order by start, "end")
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
