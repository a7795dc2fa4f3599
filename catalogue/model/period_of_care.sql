-- period_of_care: one row for each unbroken spell of being looked after, short breaks (V3, V4) left out; episodes belong together while each starts
-- on or before the day the one before it ended, and so do those that start on one day, whatever end is recorded.
-- key: id
-- columns: id text, person_id text, start date, end date, first_legal_status text, last_rec text, last_need text
-- source: data.md 1.2, 3.1; a child is looked after on a day when started on or before it and not ended or ended after it
with
  episode as (
    select authority, person_id, start, "end", legal_status, rec, need, source_row,
      max(greatest(coalesce("end", date '9999-12-31'), start)) over (partition by authority, person_id order by start, coalesce("end", date '9999-12-31'), source_row rows between unbounded preceding and 1 preceding) as latest_end
    from care_episode
    where coalesce(legal_status, '') not in ('V3', 'V4')
  ),
  numbered as (
    select *, sum(case when latest_end is null or start > latest_end then 1 else 0 end) over (partition by authority, person_id order by start, coalesce("end", date '9999-12-31'), source_row) as spell
    from episode
  ),
  placed as (
    select *,
      row_number() over (partition by authority, person_id, spell order by start, source_row) as first_place,
      row_number() over (partition by authority, person_id, spell order by coalesce("end", date '9999-12-31') desc, start desc, source_row desc) as last_place
    from numbered
  )
select
  authority,
  person_id || '|' || cast(min(start) as varchar) as id,
  person_id,
  min(start) as start,
  case when max(coalesce("end", date '9999-12-31')) = date '9999-12-31' then null else max("end") end as "end",
  max(case when first_place = 1 then legal_status end) as first_legal_status,
  max(case when last_place = 1 then rec end) as last_rec,
  max(case when last_place = 1 then need end) as last_need
from placed
group by authority, person_id, spell
