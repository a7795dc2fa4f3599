-- One row for each child on the road to adoption or special guardianship: AD1, placed for adoption and the episodes that say the same.
-- The placement order is the first day of the first episode under it (legal status E1); the order is the day the last episode ended.
create or replace macro staged.day_of(text) as
  cast(coalesce(try_strptime(text, '%d/%m/%Y'), try_strptime(text, '%Y-%m-%d'), try_strptime(left(text, 10), '%Y-%m-%d')) as date);

create or replace view staged."PermanenceByChild" as
with
  orders as (
    select CHILD, arg_max(DEC, staged.day_of(DEC)) as ORDER_DATE,
      arg_max(case when upper(REC) in ('E11', 'E12') then 'adoption' else 'special_guardianship' end, staged.day_of(DEC)) as ORDER_TYPE,
      arg_max(_file, staged.day_of(DEC)) as _file, arg_max(_sheet, staged.day_of(DEC)) as _sheet, arg_max(_row, staged.day_of(DEC)) as _row
    from staged."Episodes"
    where upper(REC) in ('E11', 'E12', 'E43', 'E44', 'E45', 'E46', 'E47', 'E48') and staged.day_of(DEC) is not null and CHILD is not null
    group by CHILD
  ),
  placement_orders as (
    select CHILD, arg_min(DECOM, staged.day_of(DECOM)) as PLACEMENT_ORDER,
      arg_min(_file, staged.day_of(DECOM)) as _file, arg_min(_sheet, staged.day_of(DECOM)) as _sheet, arg_min(_row, staged.day_of(DECOM)) as _row
    from staged."Episodes"
    where upper(LS) = 'E1' and staged.day_of(DECOM) is not null and CHILD is not null
    group by CHILD
  ),
  placed as (
    select CHILD, arg_max(DATE_PLACED, place) as DATE_PLACED, arg_max_null(DATE_PLACED_CEASED, place) as DATE_PLACED_CEASED,
      arg_max_null(REASON_PLACED_CEASED, place) as REASON_PLACED_CEASED, arg_max(_file, place) as _file, arg_max_null(_sheet, place) as _sheet,
      arg_max(_row, place) as _row
    from (
      select *, row_number() over (partition by CHILD order by staged.day_of(DATE_PLACED) nulls first, _file desc, _row desc) as place
      from staged."PlacedAdoption"
      where CHILD is not null
    )
    group by CHILD
  ),
  adopted as (
    select CHILD, arg_min(DATE_INT, place) as DATE_INT, arg_min(DATE_MATCH, place) as DATE_MATCH, arg_min(FOSTER_CARE, place) as FOSTER_CARE,
      arg_min(_file, place) as _file, arg_min_null(_sheet, place) as _sheet, arg_min(_row, place) as _row
    from (select *, row_number() over (partition by CHILD order by _file, _row) as place from staged."AD1" where CHILD is not null)
    group by CHILD
  ),
  children as (
    select CHILD from orders union select CHILD from placement_orders union select CHILD from placed union select CHILD from adopted
  )
select
  coalesce(adopted._file, placed._file, orders._file, placement_orders._file) as _file,
  case when adopted._file is not null then adopted._sheet when placed._file is not null then placed._sheet
    when orders._file is not null then orders._sheet else placement_orders._sheet end as _sheet,
  coalesce(adopted._row, placed._row, orders._row, placement_orders._row) as _row,
  CHILD, DATE_INT, DATE_MATCH, FOSTER_CARE, DATE_PLACED, DATE_PLACED_CEASED, REASON_PLACED_CEASED, PLACEMENT_ORDER, ORDER_DATE, ORDER_TYPE
from children
left join adopted using (CHILD)
left join placed using (CHILD)
left join orders using (CHILD)
left join placement_orders using (CHILD);
