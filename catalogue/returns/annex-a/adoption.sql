-- Prospective adopters, without sex, ethnicity or disability: their journey only.
create or replace table staged."Adopter" as
select _file, _sheet, _row,
  "Individual adopter identifier" as adopter_id,
  "Family identifier" as family_id,
  "Date enquiry received" as enquiry,
  "Date of leaving adoption process" as left_process,
  "Reason for leaving adoption process" as reason,
  nullif(cast(json_merge_patch('{}', json_object(
    'fostering_for_adoption', "Is the (prospective) adopter fostering for adoption?",
    'stage_1_started', "Date Stage 1 started", 'stage_1_ended', "Date Stage 1 ended",
    'stage_2_started', "Date Stage 2 started", 'stage_2_ended', "Date Stage 2 ended",
    'application_submitted', "Date application submitted", 'application_approved', "Date application approved",
    'matched', "Date adopter matched with child(ren)", 'placed', "Date child/children placed with adopter(s)",
    'children_placed', "No. of children placed", 'adoption_order', "Date of Adoption Order")) as varchar), '{}') as attributes
from staged."List 11";
