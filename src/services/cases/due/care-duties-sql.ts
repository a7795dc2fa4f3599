/** Duties to children looked after and care leavers: reviews, visits, health, education, pathway plans. */
import { afterLimit, afterWorkingDays } from "./due-days-sql.ts";
import type { DutyQuery, DutySql } from "./due-sql.ts";

const NOBODY = "cast(null as varchar) as own_team, cast(null as varchar) as own_worker";

/** The queries, each by itself readable. */
export function careDuties(context: DutySql): readonly DutyQuery[] {
  return [
    careReview(context),
    ...careVisits(context),
    ...healthAssessments(context),
    ...educationPlans(context),
    pathwayPlan(context),
  ];
}

/** The soonest of the reviews owed and not held, as the model view counts them. */
function careReview({ here, on }: DutySql): DutyQuery {
  return {
    duty: "care-review",
    endsAt18: true,
    sql: `select owed.person_id, max(in_care.start) as since, min(owed.due) as due, ${NOBODY}
from care_review_due as owed
join in_care on in_care.id = owed.period_id
where owed.${here} and (owed.held is null or owed.held > ${on})
group by owed.person_id`,
  };
}

/** The first visit to a placement counts from its start; later ones from the visit before. */
function careVisits({ duties, here, on, isOpen }: DutySql): readonly DutyQuery[] {
  const seen = `select in_care.person_id, coalesce(max(run.start), in_care.start) as moved, max(visit.date) as last
  from in_care
  left join placement_run as run on run.${here} and run.period_id = in_care.id and ${isOpen("run.start", 'run."end"')}
  left join visit on visit.${here} and visit.person_id = in_care.person_id and visit.kind = 'cla' and visit.date between in_care.start and ${on}
  group by in_care.person_id, in_care.start`;
  const query = (duty: "first-care-visit" | "later-care-visit", since: string, which: string): DutyQuery => ({
    duty,
    endsAt18: true,
    sql: `select person_id, ${since} as since, ${afterLimit(since, duties[duty])} as due, ${NOBODY}
from (
  ${seen}
) as seen
where ${which}`,
  });
  return [
    query("first-care-visit", "moved", "last is null or last < moved"),
    query("later-care-visit", "last", "last >= moved"),
  ];
}

/** A child whose health was assessed since coming into care owes no initial assessment any more, whatever the record of it says. */
function healthAssessments({ duties, here, on }: DutySql): readonly DutyQuery[] {
  const assessed = `select in_care.person_id, in_care.start, max(record.start) as last
  from in_care
  left join health_record as record on record.${here} and record.person_id = in_care.person_id and record.kind in ('iha', 'rha')
    and record.is_done and record.start between in_care.start and ${on}
  group by in_care.person_id, in_care.start`;
  const { limit } = duties["review-health-assessment"];
  const months = `case when date_diff('year', dob, ${on}) - case when strftime(dob, '%m%d') > strftime(${on}, '%m%d') then 1 else 0 end < 5 then interval '6' month else interval '${limit}' month end`;
  return [
    {
      duty: "initial-health-assessment",
      endsAt18: true,
      sql: `select person_id, start as since, due.date as due, ${NOBODY}
from (
  ${assessed}
) as assessed ${afterWorkingDays("start", duties["initial-health-assessment"].limit, "due")}
where last is null`,
    },
    {
      duty: "review-health-assessment",
      endsAt18: true,
      sql: `select assessed.person_id, last as since, cast(last + ${months} as date) as due, ${NOBODY}
from (
  ${assessed}
) as assessed
left join child on child.${here} and child.person_id = assessed.person_id
where last is not null`,
    },
  ];
}

/** Of compulsory school age that day; the plan's day is that of its review or the one the virtual school gives. */
function educationPlans({ duties, here, on, isOpen }: DutySql): readonly DutyQuery[] {
  const planned = `select in_care.person_id, in_care.start, max(plan.date) as last
  from in_care
  join compulsory_school_age as age on age.${here} and age.person_id = in_care.person_id and ${isOpen("age.start", 'age."end"')}
  left join (
    select person_id, date from review where ${here} and kind = 'pep' and not coalesce(cancelled, false)
    union all
    select person_id, pep_date as date from education_record where ${here} and pep_date is not null
  ) as plan on plan.person_id = in_care.person_id and plan.date between in_care.start and ${on}
  group by in_care.person_id, in_care.start`;
  return [
    {
      duty: "first-education-plan",
      endsAt18: true,
      sql: `select person_id, start as since, due.date as due, ${NOBODY}
from (
  ${planned}
) as planned ${afterWorkingDays("start", duties["first-education-plan"].limit, "due")}
where last is null`,
    },
    {
      duty: "education-plan",
      endsAt18: true,
      sql: `select person_id, last as since, later."end" as due, ${NOBODY}
from (
  ${planned}
) as planned
join term as its on last between its.start and its."end"
join term as later on later.place = its.place + ${duties["education-plan"].limit}
where last is not null`,
    },
  ];
}

function pathwayPlan({ duties, here, on, isOpen }: DutySql): DutyQuery {
  const since = "greatest(pathway_plan, coalesce(last, pathway_plan))";
  return {
    duty: "pathway-plan",
    endsAt18: false,
    sql: `select person_id, ${since} as since, ${afterLimit(since, duties["pathway-plan"])} as due, team as own_team, worker as own_worker
from (
  select leaver.person_id, leaver.pathway_plan, leaver.team, leaver.worker, max(review.date) as last
  from care_leaver_latest as leaver
  left join review on review.${here} and review.person_id = leaver.person_id and review.kind = 'pathway'
    and not coalesce(review.cancelled, false) and review.date <= ${on}
  where leaver.${here} and ${isOpen("leaver.start", 'leaver."end"')} and leaver.pathway_plan is not null
    and coalesce(leaver.in_touch, 'YES') not in ('DIED', 'RHOM')
  group by leaver.person_id, leaver.pathway_plan, leaver.team, leaver.worker
) as planned`,
  };
}
