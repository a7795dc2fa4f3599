-- Initial conferences stand in two places: under the enquiry that led to them, and under the referral where there was no enquiry here
-- (a child who came on a plan from another authority). One day of one child is one conference: the enquiry's telling is kept, of two
-- enquiries the later that had started by then. An enquiry with a target and no date is a conference due and not held, unless none was needed.
create or replace table staged."Conference" as
with told as (
  select _file, _sheet, _row, "LAchildID", referral_id, enquiry_id, "S47ActualStartDate", "InitialCPCtarget", "DateOfInitialCPC", 1 as belief
  from staged."Enquiry"
  where "DateOfInitialCPC" is not null
    or ("InitialCPCtarget" is not null and lower(coalesce("ICPCnotRequired", 'false')) in ('false', '0'))
  union all
  select _file, _sheet, _row, "LAchildID", referral_id, null, null, null, "DateOfInitialCPC", 2
  from staged."Referral"
  where "DateOfInitialCPC" is not null
)
select * exclude (belief)
from told
qualify "DateOfInitialCPC" is null or 1 = row_number() over (
  partition by "LAchildID", "DateOfInitialCPC"
  order by belief, "S47ActualStartDate" <= "DateOfInitialCPC" desc nulls last, "S47ActualStartDate" desc nulls last, "InitialCPCtarget", _file, _row
);
