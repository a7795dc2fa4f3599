-- EhcpCase: a request with its assessment and plan, and the plan now running. Extracts fill these tables with PLACEHOLDER_DATA until they
-- have something to say; such cells are blank, and rows of nothing else are no rows.
create or replace view staged."EhcRequest" as
select nullif(columns(* exclude (_file, _sheet, _row)), 'PLACEHOLDER_DATA'), _file, _sheet, _row from staged.ssd_ehcp_requests
where nullif(ehcr_ehcp_request_id, 'PLACEHOLDER_DATA') is not null;
create or replace view staged."EhcAssessment" as
select nullif(columns(* exclude (_file, _sheet, _row)), 'PLACEHOLDER_DATA'), _file, _sheet, _row from staged.ssd_ehcp_assessment;
create or replace view staged."EhcPlan" as
select nullif(columns(* exclude (_file, _sheet, _row)), 'PLACEHOLDER_DATA'), _file, _sheet, _row from staged.ssd_ehcp_named_plan;
create or replace view staged."EhcActive" as
select nullif(columns(* exclude (_file, _sheet, _row)), 'PLACEHOLDER_DATA'), _file, _sheet, _row from staged.ssd_ehcp_active_plans;
create or replace view staged."EhcNeed" as
select nullif(columns(* exclude (_file, _sheet, _row)), 'PLACEHOLDER_DATA'), _file, _sheet, _row from staged.ssd_sen_need;

create or replace table staged."EhcpCase" as
with
  child as (
    select send_table_id, min(send_person_id) as person_id from staged."EhcSend" group by send_table_id
  ),
  assessment as (                                    -- one a request: the latest decided
    select * from staged."EhcAssessment"
    qualify 1 = row_number() over (
      partition by ehca_ehcp_request_id order by ehca_ehcp_assessment_outcome_date desc nulls last, ehca_ehcp_assessment_id)
  ),
  plan as (
    select * from staged."EhcPlan"
    qualify 1 = row_number() over (
      partition by ehcn_ehcp_asmt_id order by ehcn_named_plan_ceased_date is null desc, ehcn_named_plan_start_date desc nulls last, ehcn_named_plan_id)
  ),
  running as (
    select * from staged."EhcActive"
    qualify 1 = row_number() over (
      partition by ehcp_ehcp_request_id order by ehcp_active_ehcp_last_review_date desc nulls last, ehcp_active_ehcp_id)
  ),
  ranked as (
    select senn_active_ehcp_id, senn_active_ehcp_need_type as need,
      row_number() over (
        partition by senn_active_ehcp_id order by try_cast(senn_active_ehcp_need_rank as integer) nulls last, senn_table_id) as place
    from staged."EhcNeed"
    where senn_active_ehcp_need_type is not null
  )
select request._file, request._sheet, request._row, ehcr_ehcp_request_id, child.person_id,
  ehcr_ehcp_req_date, ehcr_ehcp_req_outcome, ehcr_ehcp_req_outcome_date,
  ehca_ehcp_assessment_outcome, ehca_ehcp_assessment_outcome_date, ehca_ehcp_assessment_exceptions,
  ehcn_named_plan_start_date, ehcn_named_plan_ceased_date, ehcn_named_plan_ceased_reason, ehcp_active_ehcp_last_review_date,
  first_need.need as senn_active_ehcp_need_type, second_need.need as need_2
from staged."EhcRequest" as request
left join child on child.send_table_id = ehcr_send_table_id
left join assessment on ehca_ehcp_request_id = ehcr_ehcp_request_id
left join plan on ehcn_ehcp_asmt_id = ehca_ehcp_assessment_id
left join running on ehcp_ehcp_request_id = ehcr_ehcp_request_id
left join ranked as first_need on first_need.senn_active_ehcp_id = ehcp_active_ehcp_id and first_need.place = 1
left join ranked as second_need on second_need.senn_active_ehcp_id = ehcp_active_ehcp_id and second_need.place = 2;

-- PreProceeding: a young table too.
create or replace view staged."PreProceeding" as
select nullif(columns(* exclude (_file, _sheet, _row)), 'PLACEHOLDER_DATA'), _file, _sheet, _row from staged.ssd_pre_proceedings
where nullif(prep_person_id, 'PLACEHOLDER_DATA') is not null;
