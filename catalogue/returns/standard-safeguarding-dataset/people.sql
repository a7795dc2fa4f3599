-- Extracts fill young tables with PLACEHOLDER_DATA until they have something to say; such cells are blank here.
create or replace view staged."LinkedIdentifier" as
select nullif(columns(* exclude (_file, _sheet, _row)), 'PLACEHOLDER_DATA'), _file, _sheet, _row from staged.ssd_linked_identifiers
where nullif(link_identifier_value, 'PLACEHOLDER_DATA') is not null;
create or replace view staged."EhcSend" as
select nullif(columns(* exclude (_file, _sheet, _row)), 'PLACEHOLDER_DATA'), _file, _sheet, _row from staged.ssd_send;

-- PupilNumber: the number now in force of each child, from the linked identifiers, else from the SEND table.
create or replace table staged."PupilNumber" as
with
  told as (
    select link_person_id as person_id, link_identifier_value, null as send_upn, _file, _sheet, _row
    from staged."LinkedIdentifier"
    where lower(link_identifier_type) in ('unique pupil number', 'upn') and link_valid_to_date is null
    union all
    select send_person_id, null, send_upn, _file, _sheet, _row
    from staged."EhcSend"
    where send_upn is not null
  )
select person_id, max(link_identifier_value) as link_identifier_value, max(send_upn) as send_upn,
  arg_min(_file, _row) as _file, arg_min(_sheet, _row) as _sheet, min(_row) as _row
from told
where person_id is not null
group by person_id;

-- Person: each row of the person table with the child's pupil number. PersonByNumber: children with a number and no row.
create or replace view staged."Person" as
select person.*, number.link_identifier_value, number.send_upn
from staged.ssd_person as person
left join staged."PupilNumber" as number on number.person_id = person.pers_person_id;
create or replace view staged."PersonByNumber" as
select * from staged."PupilNumber"
where person_id not in (select pers_person_id from staged.ssd_person where pers_person_id is not null);
