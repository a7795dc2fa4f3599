-- adoption_journey: one row for each period of care that ended in adoption, with the days of the child's road there: coming into care, placement order, match,
-- moving in with the adopters, and the start of the foster placement when the carers adopted. Where no one recorded the placement order it is the first day
-- under one (legal status E1), and where no one recorded the move it is the first day placed for adoption (A3 to A6).
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
  recorded as (
    select
      adopted.authority,
      adopted.id,
      permanence.placement_order,
      permanence.match,
      permanence.placed,
      permanence.ffa_placed,
      permanence.carers_adopted,
      row_number() over (
        partition by adopted.authority, adopted.id
        order by coalesce(permanence.placed, permanence.match, permanence.decision, permanence."order", date '1900-01-01') desc, permanence.source_row) as place
    from adopted
    join permanence
      on permanence.authority = adopted.authority
      and permanence.person_id = adopted.person_id
      and permanence.reversed is null
      and coalesce(permanence.placed, permanence.match, permanence.decision, permanence."order", adopted."end") <= adopted."end"
  ),
  -- What the care episodes themselves say.
  lived as (
    select
      adopted.authority,
      adopted.id,
      min(case when episode.legal_status = 'E1' then episode.start end) as placement_order,
      min(case when episode.place in ('A3', 'A4', 'A5', 'A6') then episode.start end) as placed
    from adopted
    join care_episode as episode
      on episode.authority = adopted.authority
      and episode.person_id = adopted.person_id
      and episode.start >= adopted.start
      and episode.start <= adopted."end"
    group by adopted.authority, adopted.id
  ),
  last_placement as (
    select adopted.authority, adopted.id, max(run.start) as start
    from adopted
    join placement_run as run on run.authority = adopted.authority and run.period_id = adopted.id
    group by adopted.authority, adopted.id
  ),
  road as (
    select
      adopted.*,
      coalesce(recorded.placement_order, lived.placement_order) as placement_order,
      recorded.match,
      coalesce(recorded.placed, lived.placed) as placed,
      case when coalesce(recorded.carers_adopted, recorded.ffa_placed is not null) then coalesce(recorded.ffa_placed, last_placement.start) end as carer_placed,
      coalesce(recorded.carers_adopted, recorded.ffa_placed is not null, false) as carers_adopted
    from adopted
    left join recorded on recorded.authority = adopted.authority and recorded.id = adopted.id and recorded.place = 1
    left join lived on lived.authority = adopted.authority and lived.id = adopted.id
    left join last_placement on last_placement.authority = adopted.authority and last_placement.id = adopted.id
  )
select
  authority,
  id,
  person_id,
  start as entered,
  "end" as adopted,
  placement_order,
  match,
  placed,
  carer_placed,
  carers_adopted,
  -- A match made before the order waited no days.
  case
    when match > placement_order then match - placement_order
    when match <= placement_order then 0
  end as days_from_order_to_match
from road
