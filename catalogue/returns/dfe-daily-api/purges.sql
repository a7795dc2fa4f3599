-- What the payloads ask to delete: a child whole, the child's details or health, an episode with all in it, or one record.
create or replace table staged."Purged" as
with purged_child as (select * from staged."LatestChild" where gone),
details as (select * from staged."LatestChild" where details_gone and not gone),
health as (select * from staged."LatestChild" where health_gone and not gone),
episode as (select * from staged."EpisodeTold" where gone),
living as (select _object, la_child_id, social_care_episode_id from staged."EpisodeKept")
select _file, _sheet, _row, la_child_id, null as of_table, null as record_id from purged_child
union all
select _file, _sheet, _row, la_child_id, unnest(['person', 'person_identifier', 'person_flag', 'address']), null from details
union all
select _file, _sheet, _row, la_child_id, 'health_check', null from health
union all
select _file, _sheet, _row, la_child_id, 'referral', social_care_episode_id from episode
union all
select _file, _sheet, _row, la_child_id, 'assessment', child_and_family_assessment_id from staged.child_and_family_assessments where lower(purge) = 'true'
  and (_object, la_child_id, social_care_episode_id) in (select (_object, la_child_id, social_care_episode_id) from living)
union all
select told._file, told._sheet, told._row, told.la_child_id, 'assessment', told.child_and_family_assessment_id
from staged.child_and_family_assessments as told join episode using (_object, la_child_id, social_care_episode_id)
union all
select _file, _sheet, _row, la_child_id, 'cin_plan', child_in_need_plan_id from staged.child_in_need_plans where lower(purge) = 'true'
  and (_object, la_child_id, social_care_episode_id) in (select (_object, la_child_id, social_care_episode_id) from living)
union all
select told._file, told._sheet, told._row, told.la_child_id, 'cin_plan', told.child_in_need_plan_id
from staged.child_in_need_plans as told join episode using (_object, la_child_id, social_care_episode_id)
union all
select _file, _sheet, _row, la_child_id, 's47_enquiry', section_47_assessment_id from staged.section_47_assessments where lower(purge) = 'true'
  and (_object, la_child_id, social_care_episode_id) in (select (_object, la_child_id, social_care_episode_id) from living)
union all
select told._file, told._sheet, told._row, told.la_child_id, 's47_enquiry', told.section_47_assessment_id
from staged.section_47_assessments as told join episode using (_object, la_child_id, social_care_episode_id)
union all
select _file, _sheet, _row, la_child_id, 'cp_plan', child_protection_plan_id from staged.child_protection_plans where lower(purge) = 'true'
  and (_object, la_child_id, social_care_episode_id) in (select (_object, la_child_id, social_care_episode_id) from living)
union all
select told._file, told._sheet, told._row, told.la_child_id, 'cp_plan', told.child_protection_plan_id
from staged.child_protection_plans as told join episode using (_object, la_child_id, social_care_episode_id)
union all
select _file, _sheet, _row, la_child_id, 'care_episode', child_looked_after_placement_id from staged.child_looked_after_placements where lower(purge) = 'true'
  and (_object, la_child_id, social_care_episode_id) in (select (_object, la_child_id, social_care_episode_id) from living)
union all
select told._file, told._sheet, told._row, told.la_child_id, 'care_episode', told.child_looked_after_placement_id
from staged.child_looked_after_placements as told join episode using (_object, la_child_id, social_care_episode_id)
union all
select _file, _sheet, _row, la_child_id, 'permanence', concat(social_care_episode_id, '|adoption') from staged.adoption where lower(purge) = 'true'
  and (_object, la_child_id, social_care_episode_id) in (select (_object, la_child_id, social_care_episode_id) from living)
union all
select told._file, told._sheet, told._row, told.la_child_id, 'permanence', concat(told.social_care_episode_id, '|adoption')
from staged.adoption as told join episode using (_object, la_child_id, social_care_episode_id)
union all
select _file, _sheet, _row, la_child_id, 'care_leaver', coalesce(contact_date, '{as_at}') from staged.care_leavers where lower(purge) = 'true'
  and (_object, la_child_id, social_care_episode_id) in (select (_object, la_child_id, social_care_episode_id) from living);
