-- placement_run: one row for each placement of a period of care, its episodes of different legal status joined; short breaks left out.
-- A new placement starts with reason S, P, T, B or U for the new episode; adoption by the present carers (A3, A5) is not a move, and neither is a temporary
-- placement (T0 to T4) nor the return from one. Where the reason is not known, a change of type, provider, reference or postcode is a new placement.
-- place and provider are the first that are recorded of the run, temporary stays apart; a run of nothing but temporary stays is left out. is_adoptive says
-- that the child moved in to be adopted.
-- key: id
-- columns: id text, person_id text, period_id text, start date, end date, place text, provider text, is_adoptive boolean, previous_start date
-- source: data.md 1.2 and 3.1; LAIT 372 and 393; SSDA903 guide
with
  episode as (
    select
      care_episode.authority,
      care_episode.person_id,
      period_of_care.id as period_id,
      care_episode.start,
      care_episode."end",
      care_episode.rne,
      care_episode.place,
      care_episode.provider,
      care_episode.source_row,
      coalesce(care_episode.place, '') in ('T0', 'T1', 'T2', 'T3', 'T4') as is_temporary,
      concat_ws('|', coalesce(care_episode.place, ''), coalesce(care_episode.provider, ''), coalesce(care_episode.urn, ''), coalesce(care_episode.place_post, '')) as placement
    from care_episode
    join period_of_care
      on period_of_care.authority = care_episode.authority
      and period_of_care.person_id = care_episode.person_id
      and care_episode.start >= period_of_care.start
      and care_episode.start <= coalesce(period_of_care."end", date '9999-12-31')
      and coalesce(care_episode."end", date '9999-12-31') <= coalesce(period_of_care."end", date '9999-12-31')
    where coalesce(care_episode.legal_status, '') not in ('V3', 'V4')
  ),
  followed as (
    select *,
      lag(start) over in_order as previous_episode,
      lag(is_temporary) over in_order as was_temporary,
      lag(case when not is_temporary then placement end ignore nulls) over in_order as previous_placement
    from episode
    window in_order as (partition by authority, period_id order by start, coalesce("end", date '9999-12-31'), source_row)
  ),
  judged as (
    select *,
      case
        when previous_episode is null then 1
        when is_temporary or coalesce(place, '') in ('A3', 'A5') or rne = 'L' then 0
        when was_temporary and placement = previous_placement then 0
        when rne is not null then 1
        when placement = previous_placement then 0
        else 1
      end as is_new
    from followed
  ),
  numbered as (
    select *, sum(is_new) over in_order as run, row_number() over in_order as nth
    from judged
    window in_order as (partition by authority, period_id order by start, coalesce("end", date '9999-12-31'), source_row)
  ),
  run as (
    select
      authority,
      person_id,
      period_id,
      run,
      min(start) as start,
      case when max(coalesce("end", date '9999-12-31')) = date '9999-12-31' then null else max("end") end as "end",
      arg_min(place, nth) filter (where not is_temporary) as place,
      arg_min(provider, nth) filter (where not is_temporary) as provider
    from numbered
    group by authority, person_id, period_id, run
    having max(case when is_temporary then 0 else 1 end) = 1
  )
select
  authority,
  period_id || '|' || cast(run as varchar) as id,
  person_id,
  period_id,
  start,
  "end",
  place,
  provider,
  coalesce(place, '') in ('A3', 'A4', 'A5', 'A6') as is_adoptive,
  lag(start) over (partition by authority, period_id order by run) as previous_start
from run
