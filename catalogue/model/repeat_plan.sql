-- repeat_plan: every child protection plan with the last day of the child's latest earlier plan that had ended by its start; empty for a first plan.
-- key: id
-- columns: id text, person_id text, start date, end date, other_la text, team text, worker text, previous_end date
-- source: data.md 3.2, ID 22
select
  plan.authority,
  plan.id,
  plan.person_id,
  plan.start,
  plan."end",
  plan.other_la,
  plan.team,
  plan.worker,
  max(earlier."end") as previous_end
from cp_plan as plan
left join cp_plan as earlier
  on earlier.authority = plan.authority
  and earlier.person_id = plan.person_id
  and earlier.start < plan.start
  and earlier."end" <= plan.start
group by plan.authority, plan.id, plan.person_id, plan.start, plan."end", plan.other_la, plan.team, plan.worker
