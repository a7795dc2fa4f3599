/** What a child's record tells, event by event, as SQL: one row a day and happening, with the team and worker the record names. */

/** One kind of event: its day, its words, and a code that says more. */
type EventSpec = {
  readonly table: string;
  readonly day: string;
  readonly words: string;
  /** A column with more to say, and the list its codes are of; "" for words as they stand. */
  readonly detail?: readonly [column: string, list: string];
  readonly where?: string;
  /** Whether the row names its own team and worker. */
  readonly isOwned?: boolean;
};

const OPEN: Omit<EventSpec, "table" | "day" | "words"> = { isOwned: true };

const EVENTS: readonly EventSpec[] = [
  { table: "contact", day: "date", words: "Contact", detail: ["outcome", "contact_outcome"] },
  { table: "early_help_episode", day: '"start"', words: "Early help began" },
  { table: "early_help_episode", day: '"end"', words: "Early help ended" },
  { table: "referral", day: "date", words: "Referral received", detail: ["source", "referral_source"], ...OPEN },
  {
    table: "referral",
    day: "closure_date",
    words: "Episode of need closed",
    detail: ["closure_reason", "closure_reason"],
    ...OPEN,
  },
  { table: "assessment", day: '"start"', words: "Assessment started", ...OPEN },
  {
    table: "assessment",
    day: "authorised",
    words: "Assessment completed",
    detail: ["outcome", "assessment_outcome"],
    ...OPEN,
  },
  {
    table: "s47_enquiry",
    day: "strategy_date",
    words: "Strategy discussion",
    detail: ["strategy_outcome", "strategy_outcome"],
    ...OPEN,
  },
  { table: "s47_enquiry", day: '"start"', words: "Section 47 enquiry started", ...OPEN },
  {
    table: "s47_enquiry",
    day: '"end"',
    words: "Section 47 enquiry ended",
    detail: ["outcome", "s47_outcome"],
    ...OPEN,
  },
  { table: "icpc", day: "date", words: "Initial child protection conference", ...OPEN },
  { table: "cin_plan", day: '"start"', words: "Child in need plan began", ...OPEN },
  { table: "cin_plan", day: '"end"', words: "Child in need plan ended", ...OPEN },
  {
    table: "cp_plan",
    day: '"start"',
    words: "Child protection plan began",
    detail: ["initial_category", "category_of_abuse"],
    ...OPEN,
  },
  { table: "cp_plan", day: '"end"', words: "Child protection plan ended", ...OPEN },
  { table: "visit", day: "date", words: "Visit", detail: ["kind", "visit_kind"] },
  {
    table: "review",
    day: "date",
    words: "Review held",
    detail: ["kind", "review_kind"],
    where: "not coalesce(cancelled, false)",
  },
  { table: "period_of_care", day: '"start"', words: "Came into care", detail: ["first_legal_status", "legal_status"] },
  { table: "period_of_care", day: '"end"', words: "Left care", detail: ["last_rec", "rec"] },
  { table: "placement_run", day: '"start"', words: "Moved to a placement", detail: ["place", "place"] },
  { table: "missing_episode", day: '"start"', words: "Missing", detail: ["type", "missing_type"] },
  { table: "missing_episode", day: "rhi_date", words: "Return home interview" },
  { table: "health_check", day: "date", words: "Health check", detail: ["kind", "health_check_kind"] },
  { table: "care_leaver", day: "pathway_plan", words: "Pathway plan reviewed", ...OPEN },
  { table: "ehcp_case", day: "request_date", words: "Education, health and care assessment requested" },
  { table: "ehcp_case", day: "plan_start", words: "Education, health and care plan began" },
  {
    table: "local_event",
    day: '"end"',
    words: "Supervision of the case",
    where: "kind = 'supervision' and coalesce(type, 'case') = 'case'",
  },
];

/** Every event of one child, latest first. @param child the pseudonym, quoted as SQL @param here "authority = '…'" */
export function childEventsSql({ child, here }: { readonly child: string; readonly here: string }): string {
  const rows = EVENTS.map(({ table, day, words, detail, where, isOwned }) => {
    const [column, list] = detail ?? ["null", ""];
    const owner = isOwned === true ? "team, worker" : "cast(null as varchar) as team, cast(null as varchar) as worker";
    return `select ${day} as day, '${words.replaceAll("'", "''")}' as words, cast(${column} as varchar) as detail, '${list}' as list, ${owner}
    from ${table} where ${here} and person_id = ${child} and ${day} is not null${where === undefined ? "" : ` and ${where}`}`;
  });
  const held = `select start as day, case role when 'allocated' then 'Allocated' when 'adviser' then 'Personal adviser' else 'Early help worker' end as words,
    worker as detail, '' as list, team, worker
    from case_holding where ${here} and person_id = ${child}`;
  return [...rows, held].join("\n  union\n  ");
}
