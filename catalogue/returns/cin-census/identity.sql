-- The census has no ids of its own: they are made from the child and the day an event happened, so that the same event in the next
-- year's census gets the same id. Events alike in child and day get an ordinal by what they say, never by where they stand;
-- events alike in everything keep one id and are read once.

create or replace table staged."Referral" as
select * exclude (place), concat_ws('|', "LAchildID", "CINreferralDate", case when place > 1 then place end) as referral_id
from (
  select *, dense_rank() over (
    partition by "LAchildID", "CINreferralDate"
    order by "ReferralSource", "PrimaryNeedCode", "ReferralNFA", "DateOfInitialCPC", "ReasonForClosure", "CINclosureDate"
  ) as place
  from staged."CINdetails"
);

create or replace table staged."Assessment" as
select told.* exclude (place), referral.referral_id,
  concat_ws('|', told."LAchildID", told."AssessmentActualStartDate", case when place > 1 then place end) as assessment_id
from (
  select *, dense_rank() over (
    partition by "LAchildID", "AssessmentActualStartDate"
    order by "AssessmentInternalReviewDate", "AssessmentAuthorisationDate"
  ) as place
  from staged."Assessments"
) as told
left join staged."Referral" as referral on referral._file = told._file and referral."CINdetails_no" = told."CINdetails_no";

create or replace table staged."Factor" as
select factor.*, assessment.assessment_id
from staged."AssessmentFactors" as factor
left join staged."Assessment" as assessment
  on assessment._file = factor._file and assessment."Assessments_no" = factor."Assessments_no";

create or replace table staged."CINplan" as
select told.*, referral.referral_id
from staged."CINPlanDates" as told
left join staged."Referral" as referral on referral._file = told._file and referral."CINdetails_no" = told."CINdetails_no";

create or replace table staged."Enquiry" as
select told.* exclude (place), referral.referral_id,
  concat_ws('|', told."LAchildID", told."S47ActualStartDate", case when place > 1 then place end) as enquiry_id
from (
  select *, dense_rank() over (
    partition by "LAchildID", "S47ActualStartDate"
    order by "InitialCPCtarget", "DateOfInitialCPC", "ICPCnotRequired"
  ) as place
  from staged."Section47"
) as told
left join staged."Referral" as referral on referral._file = told._file and referral."CINdetails_no" = told."CINdetails_no";

create or replace table staged."Plan" as
select told.* exclude (place), referral.referral_id,
  concat_ws('|', told."LAchildID", told."CPPstartDate", case when place > 1 then place end) as plan_id
from (
  select *, dense_rank() over (
    partition by "LAchildID", "CPPstartDate"
    order by "NumberOfPreviousCPP", "InitialCategoryOfAbuse", "LatestCategoryOfAbuse", "CPPendDate"
  ) as place
  from staged."ChildProtectionPlans"
) as told
left join staged."Referral" as referral on referral._file = told._file and referral."CINdetails_no" = told."CINdetails_no";

create or replace table staged."Review" as
select told.*, plan.plan_id
from staged."CPPreviewDate" as told
left join staged."Plan" as plan
  on plan._file = told._file and plan."ChildProtectionPlans_no" = told."ChildProtectionPlans_no";
