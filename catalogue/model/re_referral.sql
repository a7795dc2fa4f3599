-- re_referral: every referral with the day of the child's referral before it, on an earlier day; empty for a first referral.
-- key: referral_id
-- columns: referral_id text, person_id text, date date, nfa boolean, team text, worker text, previous_date date
-- source: DfE children in need statistics, re-referrals
with
  day as (
    select distinct authority, person_id, date
    from referral
  ),
  followed as (
    select authority, person_id, date, lag(date) over (partition by authority, person_id order by date) as previous_date
    from day
  )
select
  referral.authority,
  referral.referral_id,
  referral.person_id,
  referral.date,
  referral.nfa,
  referral.team,
  referral.worker,
  followed.previous_date
from referral
join followed on followed.authority = referral.authority and followed.person_id = referral.person_id and followed.date = referral.date
