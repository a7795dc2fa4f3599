-- need_ending: every time an episode of need closed or a child in need plan ended, and whether it ended by passing to early help (closure reason RC9, or a plan's
-- reason that names early help; not known where no reason is recorded).
-- key: id
-- columns: id text, person_id text, date date, ended text, to_early_help boolean, team text, worker text
-- source: data.md 3.2, ID 4
select
  authority,
  'referral|' || referral_id as id,
  person_id,
  closure_date as date,
  'episode of need' as ended,
  closure_reason = 'RC9' as to_early_help,
  team,
  worker
from referral
where closure_date is not null
union all
select
  authority,
  'cin_plan|' || id as id,
  person_id,
  "end" as date,
  'child in need plan' as ended,
  lower(end_reason) like '%early%help%' as to_early_help,
  team,
  worker
from cin_plan
where "end" is not null
