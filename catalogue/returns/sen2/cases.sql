-- SEN2 has no id of the authority's own: a person is known by pupil number, else learner number, else name and birth date, else home and birth date (twins
-- without number or name cannot be told apart), and gets a pseudonym made from whichever it is, so that no number or name stands in an id.
create or replace table staged."Known" as
select *, case
    when "UPN" is not null then concat('sen2-', left(sha256(concat('upn:', upper("UPN"))), 20))
    when "UniqueLearnerNumber" is not null then concat('sen2-', left(sha256(concat('uln:', "UniqueLearnerNumber")), 20))
    when "Surname" is not null and "PersonBirthDate" is not null
      then concat('sen2-', left(sha256(concat_ws('|', 'name:', lower("Surname"), lower("Forename"), "PersonBirthDate")), 20))
    when "PostCode" is not null and "PersonBirthDate" is not null
      then concat('sen2-', left(sha256(concat_ws('|', 'home:', upper(replace("PostCode", ' ', '')), "PersonBirthDate", coalesce("Sex", "GenderCurrent"))), 20))
  end as person_id
from staged."Person";

-- One row for each request, with its assessment and the plan named; an assessment or plan outside any request is a row of its own.
create or replace table staged."Case" as
with request as (
  select coalesce(request._file, assessment._file, plan._file) as _file,
    coalesce(request._sheet, assessment._sheet, plan._sheet) as _sheet,
    coalesce(request._row, assessment._row, plan._row) as _row,
    coalesce(request."Person_no", assessment."Person_no", plan."Person_no") as of_person_no,
    request."Requests_no" as of_request_no,
    request.* exclude (_file, _sheet, _row, "Person_no", "Requests_no"),
    assessment."AssessmentOutcome", assessment."AssessmentOutcomeDate", assessment."Week20",
    plan."NamedPlan_no" as plan_no, plan."StartDate", plan."CeaseDate", plan."CeaseReason"
  from staged."Requests" as request
  full join staged."Assessment" as assessment
    on assessment._file = request._file and assessment."Requests_no" = request."Requests_no"
  full join staged."NamedPlan" as plan
    on plan._file = assessment._file and plan."Assessment_no" = assessment."Assessment_no"
)
select request.*, known.person_id,
  -- The case an active plan of the request (or of the person) belongs to: the one whose plan runs, the latest first.
  row_number() over (partition by request._file, of_request_no
    order by "StartDate" is null, "CeaseDate" is not null, "StartDate" desc, request._row) as place_in_request,
  row_number() over (partition by request._file, of_person_no
    order by "StartDate" is null, "CeaseDate" is not null, "StartDate" desc, "ReceivedDate" desc, request._row) as place_in_person
from request
left join staged."Known" as known on known._file = request._file and known."Person_no" = of_person_no;

create or replace table staged."Running" as
with need as (
  select _file, "ActivePlans_no",
    max("SENtype") filter (where rank = 1) as need_1, max("SENtype") filter (where rank = 2) as need_2
  from (
    select *, row_number() over (partition by _file, "ActivePlans_no" order by try_cast("SENtypeRank" as integer) nulls last, _row) as rank
    from staged."SENneed"
  )
  group by all
), placement as (
  select _file, "ActivePlans_no", "URN", "SENSetting", "EntryDate", "LeavingDate"
  from staged."PlacementDetail"
  qualify 1 = row_number() over (partition by _file, "ActivePlans_no"
    order by "LeavingDate" is not null, try_cast("PlacementRank" as integer) nulls last, "EntryDate" desc, _row)
)
select active.*, known.person_id, need.need_1, need.need_2,
  placement."URN", placement."SENSetting", placement."EntryDate", placement."LeavingDate"
from staged."ActivePlans" as active
left join staged."Known" as known on known._file = active._file and known."Person_no" = active."Person_no"
left join need on need._file = active._file and need."ActivePlans_no" = active."ActivePlans_no"
left join placement on placement._file = active._file and placement."ActivePlans_no" = active."ActivePlans_no";

create or replace table staged."PlanSetting" as
select _file, "NamedPlan_no", "URN", "SENSetting"
from staged."PlanDetail"
qualify 1 = row_number() over (partition by _file, "NamedPlan_no" order by try_cast("PlacementRank" as integer) nulls last, _row);

-- The case with the active plan matched to it. An active plan of a person without any request is a case of its own.
create or replace table staged."EhcpCase" as
with numbered as (
  select *, row_number() over () as case_no from staged."Case"
), matched as (
  select running.*, coalesce(of_request.case_no, of_person.case_no) as case_no
  from staged."Running" as running
  left join numbered as of_request
    on of_request._file = running._file and of_request.of_request_no = running."Requests_no" and of_request.place_in_request = 1
  left join numbered as of_person
    on of_person._file = running._file and of_person.of_person_no = running."Person_no" and of_person.place_in_person = 1
      and running."Requests_no" is null
), told as (
  select coalesce(numbered._file, matched._file) as _file, coalesce(numbered._sheet, matched._sheet) as _sheet,
    coalesce(numbered._row, matched._row) as _row, coalesce(numbered.person_id, matched.person_id) as person_id,
    "ReceivedDate", "RequestSource", "RequestOutcome", "RequestOutcomeDate", "AssessmentOutcome", "AssessmentOutcomeDate", "Week20",
    "StartDate", "CeaseDate", "CeaseReason", "TransferLA", "LastReview", need_1, need_2,
    coalesce(matched."URN", setting."URN") as urn, coalesce(matched."SENSetting", setting."SENSetting") as setting,
    case when "ReceivedDate" is null then "StartDate" end as plan_day
  from numbered
  full join matched on matched.case_no = numbered.case_no
  left join staged."PlanSetting" as setting on setting._file = numbered._file and setting."NamedPlan_no" = numbered.plan_no
)
select * exclude (place, plan_day), concat_ws('|', person_id, "ReceivedDate", plan_day, case when place > 1 then place end) as case_id
from (
  select *, dense_rank() over (
    partition by person_id, "ReceivedDate", plan_day
    order by "RequestOutcomeDate", "RequestSource", "RequestOutcome", "AssessmentOutcomeDate", "AssessmentOutcome", "StartDate",
      "CeaseDate", "LastReview", need_1, urn
  ) as place
  from told
);
