/** The SQL of what is due on a day: each duty of each child once, with the day it counts from and the day it is due. */
import { addMonths, type IsoDate } from "../../../domain/dates.ts";
import { periodsBetween } from "../../../domain/period.ts";
import { sqlText } from "../../../warehouse/database.ts";
import { careDuties } from "./care-duties-sql.ts";
import type { Duties } from "./duties.ts";
import { protectionDuties } from "./protection-duties-sql.ts";
import type { SupervisionLimit } from "./supervision-limits.ts";

export type DueRequest = {
  readonly authority: string;
  /** The day the duties are read at; what happened after it is not known. */
  readonly on: IsoDate;
  readonly duties: Duties;
  /** How often cases are supervised by kind of team and role; others by the duty's own limit. */
  readonly supervision: readonly SupervisionLimit[];
};

/** What each duty's query is written with. */
export type DutySql = Pick<DueRequest, "duties" | "supervision"> & {
  /** The day, as a SQL date. */
  readonly on: string;
  /** "authority = '…'". */
  readonly here: string;
  /** Whether the row of these two columns is open at the end of the day. */
  readonly isOpen: (start: string, end: string) => string;
};

/** One row a duty: person_id, since, due, and the team and worker the record itself names. */
export type DutyQuery = { readonly duty: keyof Duties; readonly sql: string; readonly endsAt18: boolean };

/** Named steps, the last of which is `due_item`: duty, person_id, since, due, team, worker, days_left (working days; negative when overdue). */
export function dueSteps({ authority, on, duties, supervision }: DueRequest): readonly string[] {
  const day = `date ${sqlText(on)}`;
  const context: DutySql = {
    duties,
    supervision,
    on: day,
    here: `authority = ${sqlText(authority)}`,
    isOpen: (start, end) => `${start} <= ${day} and coalesce(${end}, date '9999-12-31') > ${day}`,
  };
  const queries = [...protectionDuties(context), ...careDuties(context)];
  const union = queries
    .map(
      ({ duty, sql, endsAt18 }) =>
        `select ${sqlText(duty)} as duty, ${endsAt18} as ends_at_18, person_id, since, due, own_team, own_worker from (\n${sql}\n)`,
    )
    .join("\n  union all\n  ");
  return [
    termStep(on),
    onPlanStep(context),
    inCareStep(context),
    `duty_of_child as (\n  ${union}\n)`,
    holderStep(context),
    itemStep(context),
  ];
}

/** Terms around the day, so that a plan is due by the end of the term after the last one's. */
function termStep(on: IsoDate): string {
  const terms = periodsBetween("term", addMonths(on, -48), addMonths(on, 24));
  const rows = terms.map(({ start, end }, index) => `(${index}, date '${start}', date '${end}')`);
  return `term as (select * from (values ${rows.join(", ")}) as term(place, start, "end"))`;
}

function onPlanStep({ here, isOpen }: DutySql): string {
  return `on_plan as (select person_id, min(start) as start, max(team) as team, max(worker) as worker from cp_plan where ${here} and ${isOpen("start", '"end"')} and other_la is null group by person_id)`;
}

function inCareStep({ here, isOpen }: DutySql): string {
  return `in_care as (select id, person_id, start from period_of_care where ${here} and ${isOpen("start", '"end"')})`;
}

/** Who holds the child that day: the allocated worker before an adviser, and of two the one who started last. */
function holderStep({ here, isOpen }: DutySql): string {
  return `holder as (
  select person_id, worker, team
  from (
    select person_id, worker, team,
      row_number() over (partition by person_id order by case role when 'allocated' then 1 when 'adviser' then 2 else 3 end, start desc, id) as place
    from case_holding
    where ${here} and ${isOpen("start", '"end"')}
  )
  where place = 1
)`;
}

/** Duties to a child end on the eighteenth birthday: somebody born on 29 February is 18 on 1 March. Nobody is owed anything after death. */
function itemStep({ here, on }: DutySql): string {
  const birthday =
    "case when month(child.dob) = 2 and day(child.dob) = 29 then make_date(year(child.dob) + 18, 3, 1) else cast(child.dob + interval '18' year as date) end";
  return `due_item as (
  select
    duty, duty_of_child.person_id, since, due,
    coalesce(held_team.name, holder.team, own.name, own_team) as team,
    coalesce(holder.worker, own_worker) as worker,
    last.working_day - today.working_day as days_left
  from duty_of_child
  left join (select * from child where ${here}) as child on child.person_id = duty_of_child.person_id
  left join holder on holder.person_id = duty_of_child.person_id
  left join (select * from team where ${here}) as held_team on held_team.team_id = holder.team
  left join (select * from team where ${here}) as own on own.team_id = own_team
  join calendar as today on today.date = ${on}
  join calendar as last on last.date = due
  where (not ends_at_18 or child.dob is null or (due < ${birthday} and ${on} < ${birthday}))
    and (child.death_date is null or child.death_date > ${on})
)`;
}
