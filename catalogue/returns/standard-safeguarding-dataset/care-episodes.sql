-- CareEpisode: episodes as the SSDA903 has them: one for each run of days under one legal status in one placement.
-- An extract's own episode is cut wherever a placement or legal status changes within it; where it has a row for each change already, nothing is cut.
create or replace table staged."CareEpisode" as
with
  episode as (
    select row_number() over (order by told._file, told._row) as no, told._file, told._sheet, told._row,
      clae_person_id, clae_cla_episode_start_date, clae_cla_episode_start_reason, clae_cla_primary_need_code,
      clae_cla_episode_ceased_date, clae_cla_episode_ceased_reason, clae_cla_placement_id as own_placement,
      coalesce(clae_cla_id, '|' || clae_person_id) as period,
      first.day as start, last.day as "end"
    from staged.ssd_cla_episodes as told
    left join staged.ssd_day as first on first.text = clae_cla_episode_start_date
    left join staged.ssd_day as last on last.text = clae_cla_episode_ceased_date
  ),
  placement as (
    select row_number() over (order by told._file, told._row) as no, clap_cla_placement_id as id,
      coalesce(clap_cla_id, '|' || clap_person_id) as period, first.day as start, last.day as "end",
      clap_cla_placement_type, clap_cla_placement_provider, clap_cla_placement_urn, clap_cla_placement_distance,
      clap_cla_placement_postcode, clap_cla_placement_change_reason
    from staged.ssd_cla_placement as told
    left join staged.ssd_day as first on first.text = clap_cla_placement_start_date
    left join staged.ssd_day as last on last.text = clap_cla_placement_end_date
  ),
  status as (
    select row_number() over (order by told._file, told._row) as no, lega_person_id as person_id, lega_legal_status as code,
      first.day as start, last.day as "end"
    from staged.ssd_legal_status as told
    left join staged.ssd_day as first on first.text = lega_legal_status_start_date
    left join staged.ssd_day as last on last.text = lega_legal_status_end_date
    where lega_legal_status is not null
  ),
  move as (
    select period, start as day from placement
    union select period, "end" from placement
  ),
  ruling as (
    select person_id, start as day from status
    union select person_id, "end" from status
  ),
  piece as (                                         -- days on which something may change within an episode
    select no, start as day from episode
    union
    select episode.no, move.day
    from episode
    join move on move.period = episode.period
    where move.day > episode.start and (episode."end" is null or move.day < episode."end")
    union
    select episode.no, ruling.day
    from episode
    join ruling on ruling.person_id = episode.clae_person_id
    where ruling.day > episode.start and (episode."end" is null or ruling.day < episode."end")
  ),
  -- The placement of a piece: the episode's own on its first day, else the latest that runs, else the latest there was.
  placed as (
    select piece.no, piece.day, placement.no as placement_no
    from piece
    join episode on episode.no = piece.no
    join placement on placement.period = episode.period
    where (placement.start <= piece.day and (placement."end" is null or placement."end" >= episode.start))
      or (placement.start is null and placement.id = episode.own_placement)
    qualify 1 = row_number() over (
      partition by piece.no, piece.day
      order by piece.day = episode.start and placement.id is not distinct from episode.own_placement desc,
        placement."end" is null or placement."end" > piece.day desc, placement.start desc nulls last, placement.id, placement.no)
  ),
  held as (
    select piece.no, piece.day, status.code
    from piece
    join episode on episode.no = piece.no
    join status on status.person_id = episode.clae_person_id
    where status.start <= piece.day and (status."end" is null or status."end" >= episode.start)
    qualify 1 = row_number() over (
      partition by piece.no, piece.day
      order by status."end" is null or status."end" > piece.day desc, status.start desc, status.code, status.no)
  ),
  followed as (
    select piece.no, piece.day, placed.placement_no, held.code,
      piece.day is not distinct from min(piece.day) over (partition by piece.no) as is_first,
      placed.placement_no is distinct from lag(placed.placement_no) over in_order as is_moved,
      upper(trim(held.code)) is distinct from upper(trim(lag(held.code) over in_order)) as is_changed,
      lag(placed.placement_no) over in_order as left_placement
    from piece
    left join placed on placed.no = piece.no and placed.day is not distinct from piece.day
    left join held on held.no = piece.no and held.day is not distinct from piece.day
    window in_order as (partition by piece.no order by piece.day)
  ),
  run as (
    select *, lead(day) over in_order as next_day, lead(is_moved) over in_order as is_moved_next
    from followed
    where is_first or is_moved or is_changed
    window in_order as (partition by no order by day)
  )
select
  episode._file, episode._sheet, episode._row, clae_person_id,
  case when is_first then clae_cla_episode_start_date else cast(run.day as varchar) end as clae_cla_episode_start_date,
  case
    when is_first then clae_cla_episode_start_reason
    when is_moved and is_changed then if(upper(gone.clap_cla_placement_change_reason) = 'PLACE', 'U', 'B')
    when is_moved then if(upper(gone.clap_cla_placement_change_reason) = 'PLACE', 'T', 'P')
    else 'L'
  end as clae_cla_episode_start_reason,
  run.code as lega_legal_status,
  clae_cla_primary_need_code,
  clap_cla_placement_type, clap_cla_placement_provider, clap_cla_placement_urn, clap_cla_placement_distance, clap_cla_placement_postcode,
  case when next_day is null then clae_cla_episode_ceased_date else cast(next_day as varchar) end as clae_cla_episode_ceased_date,
  case when next_day is null then clae_cla_episode_ceased_reason else 'X1' end as clae_cla_episode_ceased_reason,
  -- Said of the episode that ends with the placement.
  case when is_moved_next or (next_day is null and episode."end" is not null and placement."end" = episode."end")
    then placement.clap_cla_placement_change_reason end as clap_cla_placement_change_reason
from run
join episode on episode.no = run.no
left join placement on placement.no = run.placement_no
left join (select no, clap_cla_placement_change_reason from placement) as gone on gone.no = run.left_placement;

-- ClaPeriod: the child of each period of care, for the tables that name the period only.
create or replace table staged."ClaPeriod" as
select clae_cla_id as cla_id, min(clae_person_id) as person_id
from staged.ssd_cla_episodes
where clae_cla_id is not null and clae_person_id is not null
group by clae_cla_id;
