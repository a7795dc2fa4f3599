-- fostering_household: each household approved to foster, with its kind of approval and the days it was approved.
-- key: id
-- columns: id text, household_id text, kind text, start date, end date, team_id text, worker_id text
-- source: data.md 3.2, IDs 35d to 35f and 81; local events of the kind foster_household
select
  authority,
  id,
  household_id,
  type as kind,
  date as start,
  "end",
  team_id,
  worker_id
from local_event
where kind = 'foster_household'
  and household_id is not null
