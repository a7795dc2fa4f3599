-- OC3 with the day it was asked about: the birthday that falls between 1 April and 31 March of the collection year.
-- Someone born on 29 February has theirs on 1 March in a year without one.
create or replace view staged."CareLeaverBirthday" as
with
  born as (
    select _file, _sheet, _row, CHILD, IN_TOUCH, ACTIV, ACCOM,
      cast(coalesce(try_strptime(DOB, '%d/%m/%Y'), try_strptime(left(DOB, 10), '%Y-%m-%d')) as date) as born_on
    from staged."OC3"
  ),
  placed as (
    select _file, _sheet, _row, CHILD, IN_TOUCH, ACTIV, ACCOM, born_on,
      born_on + to_years(cast(case when month(born_on) >= 4 then {last_year} else {year} end - year(born_on) as integer)) as same_day
    from born
  )
select _file, _sheet, _row, CHILD, IN_TOUCH, ACTIV, ACCOM,
  strftime(case when day(born_on) = 29 and day(same_day) = 28 then same_day + interval 1 day else same_day end, '%Y-%m-%d') as BIRTHDAY
from placed;
