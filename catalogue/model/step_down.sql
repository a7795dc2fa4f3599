-- step_down: every time a child's work with social care ended by passing to early help: an episode of need closed for that reason (RC9), or a child in need plan
-- that ended for it.
-- key: id
-- columns: id text, person_id text, date date, ended text, team text, worker text
-- source: data.md 3.2, ID 4
select
  authority,
  'referral|' || referral_id as id,
  person_id,
  closure_date as date,
  'episode of need' as ended,
  team,
  worker
from referral
where closure_date is not null
  and closure_reason = 'RC9'
union all
select
  authority,
  'cin_plan|' || id as id,
  person_id,
  "end" as date,
  'child in need plan' as ended,
  team,
  worker
from cin_plan
where "end" is not null
  and lower(end_reason) like '%early%help%'
