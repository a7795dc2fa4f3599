-- stability: how long each child has been settled: one row for each placement of a period of care with the day from which the child counts as settled in it: its
-- first day, or, for a child placed for adoption, the first day of the placement before it.
-- key: id
-- columns: id text, person_id text, period_id text, start date, end date, settled_since date
-- source: data.md 3.1, placement stability 2 (LAIT 393, formerly NI 63)
select
  authority,
  id,
  person_id,
  period_id,
  start,
  "end",
  case when is_adoptive then coalesce(previous_start, start) else start end as settled_since
from placement_run
