-- strategy_discussion: every strategy discussion with the referral it follows, by the referral it names, else the child's latest referral up to that day, and its
-- place among the discussions that follow the same referral (1 is the first; discussions of one day share a place).
-- key: id
-- columns: id text, person_id text, date date, outcome text, enquiry_start date, referral_id text, referral_date date, place number, team text, worker text
-- source: data.md 3.2, IDs 13 and 14
with
  named as (
    select enquiry.authority, enquiry.id, referral.referral_id, referral.date
    from s47_enquiry as enquiry
    join referral
      on referral.authority = enquiry.authority
      and referral.referral_id = enquiry.referral_id
      and referral.person_id = enquiry.person_id
    where referral.date <= enquiry.strategy_date
  ),
  latest as (
    select enquiry.authority, enquiry.id, referral.referral_id, referral.date,
      row_number() over (partition by enquiry.authority, enquiry.id order by referral.date desc, referral.referral_id desc) as recency
    from s47_enquiry as enquiry
    join referral
      on referral.authority = enquiry.authority
      and referral.person_id = enquiry.person_id
      and referral.date <= enquiry.strategy_date
  ),
  followed as (
    select
      enquiry.authority,
      enquiry.id,
      enquiry.person_id,
      enquiry.strategy_date as date,
      enquiry.strategy_outcome as outcome,
      enquiry.start as enquiry_start,
      coalesce(named.referral_id, latest.referral_id) as referral_id,
      coalesce(named.date, latest.date) as referral_date,
      enquiry.team,
      enquiry.worker
    from s47_enquiry as enquiry
    left join named on named.authority = enquiry.authority and named.id = enquiry.id
    left join latest on latest.authority = enquiry.authority and latest.id = enquiry.id and latest.recency = 1
    where enquiry.strategy_date is not null
  )
select
  authority,
  id,
  person_id,
  date,
  outcome,
  enquiry_start,
  referral_id,
  referral_date,
  case when referral_id is not null then dense_rank() over (partition by authority, person_id, referral_id order by date) end as place,
  team,
  worker
from followed
