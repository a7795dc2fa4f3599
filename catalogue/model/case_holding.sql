-- case_holding: one row for each record of a worker holding a child's case (as allocated worker, personal adviser or early help worker), with the kind of work
-- their team does. Assessment, safeguarding and court teams are told apart here and counted together where a measure says so.
-- key: id
-- columns: id text, person_id text, worker text, team text, service text, role text, start date, end date
-- source: data.md 3.2, IDs 68 to 80
select
  involvement.authority,
  involvement.id,
  involvement.person_id,
  involvement.worker_id as worker,
  involvement.team_id as team,
  team.service,
  involvement.role,
  involvement.start,
  involvement."end"
from involvement
left join team on team.authority = involvement.authority and team.team_id = involvement.team_id
where involvement.role in ('allocated', 'adviser', 'early_help')
  and involvement.start < coalesce(involvement."end", date '9999-12-31')
