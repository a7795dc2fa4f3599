-- strategy_discussion: every strategy discussion with the referral it follows, by the referral it names, else the child's latest referral up to that day, and its
-- place among the discussions that follow the same referral (1 is the first; discussions of one day share a place).
-- key: id
-- columns: id text, person_id text, date date, outcome text, enquiry_start date, referral_id text, referral_date date, place number, team text, worker text
-- source: data.md 3.2, IDs 13 and 14
with
  discussion as (
    select authority, id, person_id, strategy_date, strategy_outcome, start, referral_id, team, worker,
      row_number() over (order by authority, person_id, strategy_date, id, source_file, source_row) as number
    from s47_enquiry
    where strategy_date is not null
  ),
  candidate as (
    select
      discussion.number,
      referral.referral_id,
      referral.date,
      row_number() over (
        partition by discussion.number
        order by case when referral.referral_id = discussion.referral_id then 0 else 1 end, referral.date desc, referral.referral_id desc) as choice
    from discussion
    join referral
      on referral.authority = discussion.authority
      and referral.person_id = discussion.person_id
      and referral.date <= discussion.strategy_date
  ),
  followed as (
    select discussion.*, candidate.referral_id as followed_id, candidate.date as referral_date
    from discussion
    left join candidate on candidate.number = discussion.number and candidate.choice = 1
  )
select
  authority,
  id,
  person_id,
  strategy_date as date,
  strategy_outcome as outcome,
  start as enquiry_start,
  followed_id as referral_id,
  referral_date,
  case when followed_id is not null then dense_rank() over (partition by authority, person_id, followed_id order by strategy_date) end as place,
  team,
  worker
from followed
