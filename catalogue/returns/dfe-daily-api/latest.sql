-- What each child's latest payload of the load says, without what it asks to delete. A payload repeats all there is of a child, so a later
-- one stands for the earlier ones; a record marked for deletion, or inside something that is, is not read.
create or replace table staged."LatestChild" as
select *, coalesce(lower(details_purge), 'false') = 'true' as details_gone, coalesce(lower(health_purge), 'false') = 'true' as health_gone,
  coalesce(lower(purge), 'false') = 'true' as gone
from staged.children
qualify la_child_id is null or 1 = row_number() over (partition by la_child_id order by cast(_object as bigint) desc);

create or replace table staged."ChildKept" as
select * exclude (purge, details_purge, health_purge) replace (
    case when details_gone then null else details_unique_pupil_number end as details_unique_pupil_number,
    case when details_gone then null else details_former_unique_pupil_number end as details_former_unique_pupil_number,
    case when details_gone then null else details_unique_pupil_number_unknown_reason end as details_unique_pupil_number_unknown_reason,
    case when details_gone then null else details_date_of_birth end as details_date_of_birth,
    case when details_gone then null else details_expected_date_of_birth end as details_expected_date_of_birth,
    case when details_gone then null else details_sex end as details_sex,
    case when details_gone then null else details_ethnicity end as details_ethnicity,
    case when details_gone then null else details_postcode end as details_postcode,
    case when details_gone then null else details_uasc_flag end as details_uasc_flag,
    case when details_gone then null else details_uasc_end_date end as details_uasc_end_date
  )
from staged."LatestChild"
where not gone;

create or replace table staged."DisabilityKept" as
select told.* from staged.disabilities as told
join staged."LatestChild" as child on child._object = told._object and child.la_child_id = told.la_child_id
where not child.gone and not child.details_gone;

create or replace table staged."SdqKept" as
select told.* from staged.sdq_assessments as told
join staged."LatestChild" as child on child._object = told._object and child.la_child_id = told.la_child_id
where not child.gone and not child.health_gone;

create or replace table staged."EpisodeTold" as
select told.* exclude (purge), coalesce(lower(told.purge), 'false') = 'true' as gone
from staged.social_care_episodes as told
join staged."LatestChild" as child on child._object = told._object and child.la_child_id = told.la_child_id
where not child.gone;

create or replace table staged."EpisodeKept" as select * exclude (gone) from staged."EpisodeTold" where not gone;

create or replace table staged."WorkerKept" as
select told.* exclude (purge) from staged.care_worker_details as told
join staged."EpisodeKept" as episode using (_object, la_child_id, social_care_episode_id)
where coalesce(lower(told.purge), 'false') <> 'true';

create or replace table staged."AssessmentKept" as
select told.* exclude (purge) from staged.child_and_family_assessments as told
join staged."EpisodeKept" as episode using (_object, la_child_id, social_care_episode_id)
where coalesce(lower(told.purge), 'false') <> 'true';

create or replace table staged."CinPlanKept" as
select told.* exclude (purge) from staged.child_in_need_plans as told
join staged."EpisodeKept" as episode using (_object, la_child_id, social_care_episode_id)
where coalesce(lower(told.purge), 'false') <> 'true';

create or replace table staged."EnquiryKept" as
select told.* exclude (purge) from staged.section_47_assessments as told
join staged."EpisodeKept" as episode using (_object, la_child_id, social_care_episode_id)
where coalesce(lower(told.purge), 'false') <> 'true';

create or replace table staged."CpPlanKept" as
select told.* exclude (purge) from staged.child_protection_plans as told
join staged."EpisodeKept" as episode using (_object, la_child_id, social_care_episode_id)
where coalesce(lower(told.purge), 'false') <> 'true';

create or replace table staged."PlacementKept" as
select told.* exclude (purge) from staged.child_looked_after_placements as told
join staged."EpisodeKept" as episode using (_object, la_child_id, social_care_episode_id)
where coalesce(lower(told.purge), 'false') <> 'true';

create or replace table staged."AdoptionKept" as
select told.* exclude (purge) from staged.adoption as told
join staged."EpisodeKept" as episode using (_object, la_child_id, social_care_episode_id)
where coalesce(lower(told.purge), 'false') <> 'true';

create or replace table staged."LeaverKept" as
select told.* exclude (purge) from staged.care_leavers as told
join staged."EpisodeKept" as episode using (_object, la_child_id, social_care_episode_id)
where coalesce(lower(told.purge), 'false') <> 'true';

create or replace table staged."FactorKept" as
select told.* from staged.factors as told
semi join staged."AssessmentKept" as assessment using (_object, la_child_id, social_care_episode_id, child_and_family_assessment_id);
