-- practice_alert: each practice alert with its level spelled one way: informal, formal or good_practice.
-- key: id
-- columns: id text, person_id text, worker_id text, team_id text, date date, level text
-- source: data.md 3.2, IDs 51 to 53; local events of the kind practice_alert
select
  authority,
  id,
  person_id,
  worker_id,
  team_id,
  date,
  case
    when lower(type) like '%good%' then 'good_practice'
    when lower(type) like '%informal%' then 'informal'
    when lower(type) like '%formal%' then 'formal'
    else lower(type)
  end as level
from local_event
where kind = 'practice_alert'
