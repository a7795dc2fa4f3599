/** Duties at the front door and of protection: assessments, conferences, visits and reviews of plans, supervision. */
import { sqlText } from "../../../warehouse/database.ts";
import { afterLimit, afterWorkingDays } from "./due-days-sql.ts";
import type { DutyQuery, DutySql } from "./due-sql.ts";

/** The queries, each by itself readable. */
export function protectionDuties(context: DutySql): readonly DutyQuery[] {
  return [
    assessment(context),
    initialConference(context),
    visits(context, { duty: "protection-visit", kind: "cp", subject: "on_plan" }),
    ...protectionReviews(context),
    visits(context, { duty: "need-visit", kind: "cin", subject: needSubject(context) }),
    supervision(context),
  ];
}

function assessment({ duties, here, isOpen }: DutySql): DutyQuery {
  return {
    duty: "assessment",
    endsAt18: true,
    sql: `select person_id, start as since, due.date as due, team as own_team, worker as own_worker
from assessment ${afterWorkingDays("start", duties.assessment.limit, "due")}
where ${here} and ${isOpen("start", "authorised")}`,
  };
}

/** An enquiry needs a conference unless it was judged unnecessary, or ended in something else; one held for the child since settles it. */
function initialConference({ duties, here, on }: DutySql): DutyQuery {
  return {
    duty: "initial-conference",
    endsAt18: true,
    sql: `select person_id, since, due.date as due, team as own_team, worker as own_worker
from (
  select *, coalesce(strategy_date, start) as since
  from s47_enquiry
  where ${here} and start <= ${on} and coalesce(strategy_date, start) <= ${on}
    and not (coalesce(icpc_not_required, false) and coalesce(authorised_date, "end", start) <= ${on})
    and not (coalesce(outcome, 'initial_conference') <> 'initial_conference' and coalesce(authorised_date, "end", start) <= ${on})
) as enquiry ${afterWorkingDays("since", duties["initial-conference"].limit, "due")}
where not exists (
    select 1 from icpc
    where icpc.${here} and icpc.person_id = enquiry.person_id and icpc.date between enquiry.since and ${on})
  and not exists (
    select 1 from cp_plan
    where cp_plan.${here} and cp_plan.person_id = enquiry.person_id and cp_plan.start <= ${on} and coalesce(cp_plan."end", date '9999-12-31') > enquiry.since)`,
  };
}

type Visits = {
  readonly duty: "protection-visit" | "need-visit";
  readonly kind: string;
  /** A relation of person_id, start, team and worker. */
  readonly subject: string;
};

/** A visit is due so many working days after the last one, or after the plan began. */
function visits({ duties, here, on }: DutySql, { duty, kind, subject }: Visits): DutyQuery {
  return {
    duty,
    endsAt18: true,
    sql: `select person_id, since, due.date as due, team as own_team, worker as own_worker
from (
  select plan.person_id, greatest(plan.start, coalesce(max(visit.date), plan.start)) as since, plan.team, plan.worker
  from ${subject} as plan
  left join visit on visit.${here} and visit.person_id = plan.person_id and visit.kind = '${kind}' and visit.date between plan.start and ${on}
  group by plan.person_id, plan.start, plan.team, plan.worker
) as seen ${afterWorkingDays("since", duties[duty].limit, "due")}`,
  };
}

/** Children in need with a plan who are neither on a protection plan nor looked after: those have visits of their own. */
function needSubject({ here, isOpen }: DutySql): string {
  return `(select person_id, min(start) as start, max(team) as team, max(worker) as worker from cin_plan
    where ${here} and ${isOpen("start", '"end"')} and person_id not in (select person_id from on_plan) and person_id not in (select person_id from in_care)
    group by person_id)`;
}

/** The record's own due day goes before the one worked out, where it is of a review still to come. */
function protectionReviews({ duties, here, on }: DutySql): readonly DutyQuery[] {
  const reviewed = `select plan.person_id, plan.start, plan.team, plan.worker,
    max(case when review.date <= ${on} then review.date end) as last,
    max(case when review.date is null or review.date > ${on} then review.due end) as stated
  from on_plan as plan
  left join review on review.${here} and review.person_id = plan.person_id and review.kind = 'cp' and not coalesce(review.cancelled, false)
    and coalesce(review.date, review.due) >= plan.start
  group by plan.person_id, plan.start, plan.team, plan.worker`;
  const query = (
    duty: "first-protection-review" | "later-protection-review",
    since: string,
    which: string,
  ): DutyQuery => ({
    duty,
    endsAt18: true,
    sql: `select person_id, ${since} as since, case when stated > ${since} then stated else ${afterLimit(since, duties[duty])} end as due, team as own_team, worker as own_worker
from (
  ${reviewed}
) as reviewed
where ${which}`,
  });
  return [
    query("first-protection-review", "start", "last is null"),
    query("later-protection-review", "last", "last is not null"),
  ];
}

/** Where a child is held in several kinds of work, supervision is due soonest of them. */
function supervision({ duties, supervision: limits, here, isOpen }: DutySql): DutyQuery {
  const since = "greatest(started_on, coalesce(last_supervised, started_on))";
  const cases = limits.map(
    ({ service, role, days }) => `when service = ${sqlText(service)} and role = ${sqlText(role)} then ${days}`,
  );
  const other = `case when role = 'allocated' then ${duties.supervision.limit} end`;
  const days = cases.length === 0 ? other : `case ${cases.join(" ")} else ${other} end`;
  return {
    duty: "supervision",
    endsAt18: false,
    sql: `select person_id, arg_min(since, due) as since, min(due) as due, cast(null as varchar) as own_team, cast(null as varchar) as own_worker
from (
  select person_id, ${since} as since, cast(${since} + to_days(cast(${days} as integer)) as date) as due
  from supervised_spell
  where ${here} and ${isOpen("start", '"end"')}
)
where due is not null
group by person_id`,
  };
}
