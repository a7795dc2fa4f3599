-- Factor: one row for each factor of an assessment. The field holds ["1A", "2B"], {"1A": "Yes", "2B": "No"} or, loosely, 1A, 2B.
create or replace table staged."Factor" as
with
  told as (
    select _file, _sheet, _row, cinf_assessment_id, cinf_assessment_factors_json as factors
    from staged.ssd_assessment_factors
    where cinf_assessment_factors_json is not null
  ),
  listed as (
    select _file, _sheet, _row, cinf_assessment_id,
      unnest(list_distinct(
        case when factors like '%{%'
          then regexp_extract_all(factors, '([0-9]{1,2}[A-Za-z]?)["'']*\s*:\s*["'']*(?:[Yy](?:[Ee][Ss])?|[Tt](?:[Rr][Uu][Ee])?|1)["'']*\s*[,}]', 1)
          else regexp_extract_all(factors, '[^\[\]",;|''\s][^\[\]",;|'']*', 0) end)) as cinf_assessment_factors_json
    from told
  ),
  child as (
    select cina_assessment_id, min(cina_person_id) as person_id
    from staged.ssd_cin_assessments
    group by cina_assessment_id
  )
select listed.*, child.person_id
from listed
left join child on child.cina_assessment_id = listed.cinf_assessment_id;
