/** The floor: hand-written DuckDB SQL doing the least work that gives the same figures as the engine for some measures, by month and by team. */

export type FloorMeasure = { readonly id: string; readonly part: "numerator" | "denominator"; readonly column: string };

/** One query for each table; every column is a number the engine must also give, for whole authorities (team '') and for each team. */
export const FLOOR: readonly {
  readonly sql: (from: number, to: number) => string;
  readonly measures: readonly FloorMeasure[];
}[] = [
  {
    measures: [{ id: "referrals", part: "numerator", column: "n1" }],
    sql: (from, to) => `
      with r as (select r.authority, c.month_index, coalesce(t.name, r.team, a.team, 'Not recorded') as team
        from referral r join calendar c on c.date = r.date
        left join team t on t.authority = r.authority and t.team_id = r.team
        left join allocation a on a.authority = r.authority and a.person_id = r.person_id and a.start <= r.date and coalesce(a."end", date '9999-12-31') > r.date
        where c.month_index between ${from} and ${to})
      select authority, month_index, team, count(*) as n1 from r group by grouping sets ((authority, month_index), (authority, month_index, team))`,
  },
  {
    measures: [
      { id: "assessments-completed", part: "numerator", column: "n1" },
      { id: "assessments-within-45-working-days", part: "numerator", column: "n2" },
    ],
    sql: (from, to) => `
      with r as (select r.authority, c.month_index, c.working_day - s.working_day <= 45 as in_time, coalesce(t.name, r.team, a.team, 'Not recorded') as team
        from assessment r join calendar c on c.date = r.authorised left join calendar s on s.date = r.start
        left join team t on t.authority = r.authority and t.team_id = r.team
        left join allocation a on a.authority = r.authority and a.person_id = r.person_id and a.start <= r.authorised and coalesce(a."end", date '9999-12-31') > r.authorised
        where c.month_index between ${from} and ${to})
      select authority, month_index, team, count(*) as n1, count_if(in_time) as n2 from r group by grouping sets ((authority, month_index), (authority, month_index, team))`,
  },
  {
    measures: [{ id: "child-protection-plans-open", part: "numerator", column: "n1" }],
    sql: (from, to) => `
      with r as (select r.authority, m.month_index, coalesce(a.team, t.name, r.team, 'Not recorded') as team
        from cp_plan r join month m on r.start <= m."end" and coalesce(r."end", date '9999-12-31') > m."end"
        left join team t on t.authority = r.authority and t.team_id = r.team
        left join allocation a on a.authority = r.authority and a.person_id = r.person_id and a.start <= m."end" and coalesce(a."end", date '9999-12-31') > m."end"
        where m.month_index between ${from} and ${to})
      select authority, month_index, team, count(*) as n1 from r group by grouping sets ((authority, month_index), (authority, month_index, team))`,
  },
];
