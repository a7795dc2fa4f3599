-- List 8 tells when a child started to be looked after, and when the present legal status and placement began. The present episode begins on the later of
-- the two, though not before the child was looked after; what came before it is one episode from the start of care, of which is known only what has not
-- changed since: the legal status or the placement that was there from the first day.
create or replace table staged."CareEpisode" as
with told as (
  select *,
    try_cast("Date Started to be Looked After" as date) as started,
    try_cast("Date Ceased to be Looked After" as date) as ceased,
    try_cast("Start date of current legal status" as date) as status_began,
    try_cast("Start Date of Most Recent Placement" as date) as placement_began
  from staged."List 8"
), dated as (
  select *,
    case when greatest(status_began, placement_began) > started
      and (ceased is null or greatest(status_began, placement_began) < ceased)
      then greatest(status_began, placement_began) else started end as began
  from told
)
select _file, _sheet, _row, "Child Unique ID" as person_id,
  concat_ws('|', "Child Unique ID", began) as episode_id,
  cast(began as varchar) as start_day,
  case
    when began = started then 'S'
    when status_began = placement_began then 'B'
    when status_began = began then 'L'
    else 'P'
  end as rne,
  "Child's Legal Status" as legal_status,
  "Child's Category of Need" as need,
  "Placement Type" as place,
  "Placement Provider" as provider,
  "Placement postcode" as place_post,
  "URN of Placement" as urn,
  "Placement Location" as location,
  cast(ceased as varchar) as end_day,
  "Reason Ceased to be Looked After" as rec
from dated
union all
select _file, _sheet, _row, "Child Unique ID",
  concat_ws('|', "Child Unique ID", started, 'entry'),
  cast(started as varchar), 'S',
  case when status_began <= started then "Child's Legal Status" end,
  "Child's Category of Need",
  case when placement_began <= started then "Placement Type" end,
  case when placement_began <= started then "Placement Provider" end,
  case when placement_began <= started then "Placement postcode" end,
  case when placement_began <= started then "URN of Placement" end,
  case when placement_began <= started then "Placement Location" end,
  cast(began as varchar), 'X1'
from dated
where began > started;
