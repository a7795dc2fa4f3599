-- case_holding: one row for each spell in which a worker held a child's case, with the kind of team and the worker's title.
-- key: id
-- columns: id text, person_id text, start date, end date, worker text, team text, service text, title text
-- source: data.md 3.2, IDs 69 to 74
select
  involvement.authority,
  involvement.person_id || '|' || cast(involvement.start as varchar) || '|' || coalesce(involvement.worker_id, '') || '|' || involvement.id as id,
  involvement.person_id,
  involvement.start,
  involvement."end",
  involvement.worker_id as worker,
  coalesce(team.name, involvement.team_id) as team,
  team.service,
  worker.title
from involvement
left join team on team.authority = involvement.authority and team.team_id = involvement.team_id
left join worker on worker.authority = involvement.authority and worker.worker_id = involvement.worker_id
where involvement.role = 'allocated'
  and (involvement."end" is null or involvement."end" >= involvement.start)
