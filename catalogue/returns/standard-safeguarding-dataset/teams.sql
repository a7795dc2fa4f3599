-- Team: every team of ssd_department, and those that involvements name without it.
create or replace table staged."Team" as
select _file, _sheet, _row, dept_team_id as team_id, dept_team_name as name, dept_team_parent_id as parent_id,
  coalesce(dept_team_parent_name, dept_team_name) as service
from staged.ssd_department
union all
select arg_min(_file, _row), arg_min(_sheet, _row), min(_row), invo_professional_team, invo_professional_team, null, invo_professional_team
from staged.ssd_involvements
where invo_professional_team is not null
  and invo_professional_team not in (select dept_team_id from staged.ssd_department where dept_team_id is not null)
  and invo_professional_team not in (select dept_team_name from staged.ssd_department where dept_team_name is not null)
group by invo_professional_team;

-- TeamName: the name of each team by its id, and TeamId the id by its name.
create or replace table staged."TeamName" as
select dept_team_id as id, min(dept_team_name) as name from staged.ssd_department
where dept_team_id is not null and dept_team_name is not null group by dept_team_id;
create or replace table staged."TeamId" as
select dept_team_name as name, min(dept_team_id) as id from staged.ssd_department
where dept_team_id is not null and dept_team_name is not null
  and dept_team_name not in (select dept_team_id from staged.ssd_department where dept_team_id is not null)
group by dept_team_name;
