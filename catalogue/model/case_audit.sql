-- case_audit: each case audit with its kind and grades spelled one way and ranked: 4 outstanding, 3 good, 2 requires improvement (or not yet good), 1 inadequate;
-- no rank for a grade that is none of these.
-- key: id
-- columns: id text, person_id text, worker_id text, team_id text, kind text, allocated date, due date, completed date, first_grade text, final_grade text, first_rank number, final_rank number
-- source: data.md 3.2, IDs 54 to 67; local events of the kind audit
with
  spelled as (
    select authority, id, person_id, worker_id, team_id, date, due, "end",
      regexp_replace(lower(trim(type)), '[^a-z0-9]+', '_', 'g') as kind,
      regexp_replace(lower(trim(grade_first)), '[^a-z0-9]+', '_', 'g') as first_grade,
      regexp_replace(lower(trim(grade_final)), '[^a-z0-9]+', '_', 'g') as final_grade
    from local_event
    where local_event.kind = 'audit'
  ),
  rank as (
    select *
    from (values
      ('outstanding', 4), ('good', 3),
      ('requires_improvement', 2), ('requires_improvement_to_be_good', 2), ('does_not_yet_meet_good', 2), ('not_yet_good', 2),
      ('inadequate', 1)) as ranks (grade, place)
  )
select
  spelled.authority,
  spelled.id,
  spelled.person_id,
  spelled.worker_id,
  spelled.team_id,
  spelled.kind,
  spelled.date as allocated,
  spelled.due,
  spelled."end" as completed,
  spelled.first_grade,
  spelled.final_grade,
  cast(first.place as bigint) as first_rank,
  cast(final.place as bigint) as final_rank
from spelled
left join rank as first on first.grade = spelled.first_grade
left join rank as final on final.grade = spelled.final_grade
