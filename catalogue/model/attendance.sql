-- attendance: the percentage of possible sessions each child attended in each education record that has sessions.
-- key: person_id, to_date
-- columns: person_id text, from_date date, to_date date, sessions_possible number, sessions_missed number, percent_attended number
-- source: data.md 3.2, ID 43
select
  authority,
  person_id,
  from_date,
  to_date,
  sessions_possible,
  sessions_missed,
  100.0 * (sessions_possible - sessions_missed) / sessions_possible as percent_attended
from education_record
where sessions_possible > 0
  and sessions_missed is not null
