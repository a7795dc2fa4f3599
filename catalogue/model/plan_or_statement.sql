-- plan_or_statement: the days on which a child or young person has an education, health and care plan or, before it, the statement or learning difficulty assessment
-- being transferred to one: one row for each plan and each transfer.
-- key: id
-- columns: id text, person_id text, kind text, start date, end date
-- source: data.md 3.3, 10.3 to 10.5
select
  authority,
  id || '|plan' as id,
  person_id,
  'plan' as kind,
  plan_start as start,
  plan_cease as "end"
from ehcp_case
where plan_start is not null
union all
select
  authority,
  id || '|statement' as id,
  person_id,
  'statement' as kind,
  request_date as start,
  coalesce(plan_start, plan_cease) as "end"
from ehcp_case
where coalesce(transfer, false)
  and request_date is not null
