-- adoption_journey: one row for each period of care that ended in adoption, with the days of the child's road there: coming into care, placement order, match,
-- moving in with the adopters, and the start of the foster placement when the carers adopted.
-- key: id
-- columns: id text, person_id text, entered date, adopted date, placement_order date, match date, placed date, carer_placed date, carers_adopted boolean,
--   days_from_order_to_match number
-- source: DfE adoption scorecards (A1, A2, A3, A10); data.md 3.1
with
  adopted as (
    select authority, id, person_id, start, "end"
    from period_of_care
    where last_rec in ('E11', 'E12')
      and "end" is not null
  ),
  road as (
    select adopted.authority, adopted.id, permanence.placement_order, permanence.match, permanence.placed, permanence.ffa_placed, permanence.carers_adopted,
      row_number() over (partition by adopted.authority, adopted.id order by coalesce(permanence.placed, permanence.match, permanence.decision, permanence."order") desc nulls last, permanence.source_row) as place
    from adopted
    join permanence on permanence.authority = adopted.authority and permanence.person_id = adopted.person_id and permanence.reversed is null
  ),
  last_placement as (
    select adopted.authority, adopted.id, max(run.start) as start
    from adopted
    join placement_run as run on run.authority = adopted.authority and run.period_id = adopted.id
    group by adopted.authority, adopted.id
  )
select
  adopted.authority,
  adopted.id,
  adopted.person_id,
  adopted.start as entered,
  adopted."end" as adopted,
  road.placement_order,
  road.match,
  road.placed,
  coalesce(road.ffa_placed, case when coalesce(road.carers_adopted, false) then last_placement.start end) as carer_placed,
  coalesce(road.carers_adopted, false) as carers_adopted,
  -- A match made before the order waited no days.
  greatest(road.match - road.placement_order, 0) as days_from_order_to_match
from adopted
left join road on road.authority = adopted.authority and road.id = adopted.id and road.place = 1
left join last_placement on last_placement.authority = adopted.authority and last_placement.id = adopted.id
