/** The columns by which figures are broken down, and the joins they need: who held the case, where, and who the child is. */
import type { Breakdown } from "../domain/measure.ts";
import { ageOn } from "./dialect.ts";

type BreakdownContext = {
  /** Columns the cohort's table has. */
  readonly columns: ReadonlySet<string>;
  readonly isFlow: boolean;
  /** SQL of the day the row is read at. */
  readonly on: string;
};

export type BreakdownSql = { readonly select: readonly string[]; readonly joins: readonly string[] };

const NOTHING = "cast(null as varchar)";
const CHILD = ["age_group", "sex", "ethnicity", "disability"];
const ALLOCATED = ["team", "worker", "locality"];

/**
 * A flow keeps the team and worker its own row names, else those the child was allocated to that day; a snapshot asks first
 * who held the child on the day it is read at.
 */
export function breakdownColumns(breakdowns: readonly Breakdown[], context: BreakdownContext): BreakdownSql {
  const isAboutChild = context.columns.has("person_id");
  const joins: string[] = [];
  if (isAboutChild && breakdowns.some((breakdown) => CHILD.includes(breakdown) || breakdown === "locality")) {
    joins.push("left join child on child.authority = cohort.authority and child.person_id = cohort.person_id");
  }
  if (isAboutChild && breakdowns.some((breakdown) => ALLOCATED.includes(breakdown))) {
    joins.push(
      `left join allocation on allocation.authority = cohort.authority and allocation.person_id = cohort.person_id and allocation.start <= ${context.on} and coalesce(allocation."end", date '9999-12-31') > ${context.on}`,
    );
  }
  if (breakdowns.includes("team") || breakdowns.includes("locality")) joins.push(...ownTeamJoin(context.columns));
  return {
    select: breakdowns.map((breakdown) => `${columnOf(breakdown, context, isAboutChild)} as ${breakdown}`),
    joins,
  };
}

function ownTeamJoin(columns: ReadonlySet<string>): readonly string[] {
  const own = columns.has("team") ? "team" : columns.has("team_id") ? "team_id" : null;
  return own === null
    ? []
    : [`left join team as own_team on own_team.authority = cohort.authority and own_team.team_id = cohort.${own}`];
}

function columnOf(breakdown: Breakdown, context: BreakdownContext, isAboutChild: boolean): string {
  switch (breakdown) {
    case "team":
      return chosen(ownTeam(context.columns), isAboutChild ? ["allocation.team"] : [], context.isFlow);
    case "worker":
      return chosen(ownWorker(context.columns), isAboutChild ? ["allocation.worker"] : [], context.isFlow);
    case "locality": {
      const own = context.columns.has("locality")
        ? ["cohort.locality"]
        : context.columns.has("team") || context.columns.has("team_id")
          ? ["own_team.locality"]
          : [];
      return chosen(own, isAboutChild ? ["allocation.locality", "child.locality"] : [], context.isFlow);
    }
    case "age_group":
      return isAboutChild ? ageGroup("child.dob", "child.expected_dob", context.on) : NOTHING;
    case "sex":
      return isAboutChild ? "case child.sex when 'M' then 'Male' when 'F' then 'Female' end" : NOTHING;
    case "ethnicity":
      return isAboutChild ? "child.ethnic_group" : NOTHING;
    case "disability":
      return isAboutChild ? "case when child.disabled then 'Disabled' else 'Not recorded as disabled' end" : NOTHING;
  }
}

function ownTeam(columns: ReadonlySet<string>): readonly string[] {
  if (columns.has("team")) return ["own_team.name", "cohort.team"];
  return columns.has("team_id") ? ["own_team.name", "cohort.team_id"] : [];
}

function ownWorker(columns: ReadonlySet<string>): readonly string[] {
  if (columns.has("worker")) return ["cohort.worker"];
  return columns.has("worker_id") ? ["cohort.worker_id"] : [];
}

/** The first known of what the row says and what the allocation says, in the order the timing asks for. */
function chosen(own: readonly string[], allocated: readonly string[], isFlow: boolean): string {
  const order = isFlow ? [...own, ...allocated] : [...allocated, ...own];
  if (order.length === 0) return NOTHING;
  return order.length === 1 ? (order[0] ?? "") : `coalesce(${order.join(", ")})`;
}

/** Age bands of the children looked after statistics, with the unborn told apart from those whose birth is not recorded. */
function ageGroup(dob: string, expected: string, on: string): string {
  const age = ageOn(dob, on);
  return [
    "case",
    `when ${dob} is null then case when ${expected} is null then null else 'Unborn' end`,
    `when ${dob} > ${on} then 'Unborn'`,
    `when ${age} < 1 then 'Under 1'`,
    `when ${age} < 5 then '1 to 4'`,
    `when ${age} < 10 then '5 to 9'`,
    `when ${age} < 16 then '10 to 15'`,
    `when ${age} < 18 then '16 and 17'`,
    "else '18 and over' end",
  ].join(" ");
}
