/** The days of the dataset's dates as a staged table (ssd_day), read as everywhere else, for the SQL that compares them; and the last day told of. */
import type { IsoDate } from "../../../domain/dates.ts";
import { sqlText } from "../../../warehouse/database.ts";
import type { Staging } from "../../contract.ts";
import { readDate } from "../../mapping/read-date.ts";
import { quoted } from "../../sql-text.ts";

/** Columns of each table that were staged. */
export type StagedColumns = ReadonlyMap<string, ReadonlySet<string>>;

type Columns = Readonly<Record<string, readonly string[]>>;

/** Dates compared when episodes of care are made of episodes, placements and legal statuses. */
const COMPARED: Columns = {
  ssd_cla_episodes: ["clae_cla_episode_start_date", "clae_cla_episode_ceased_date"],
  ssd_cla_placement: ["clap_cla_placement_start_date", "clap_cla_placement_end_date"],
  ssd_legal_status: ["lega_legal_status_start_date", "lega_legal_status_end_date"],
};

/** Dates of what has happened: the last of them is the last day the extract speaks for. */
const HAPPENED: Columns = {
  ssd_contacts: ["cont_contact_date"],
  ssd_cin_episodes: ["cine_referral_date", "cine_close_date"],
  ssd_cin_assessments: ["cina_assessment_start_date", "cina_assessment_auth_date"],
  ssd_cin_visits: ["cinv_cin_visit_date"],
  ssd_s47_enquiry: ["s47e_s47_start_date"],
  ssd_initial_cp_conference: ["icpc_icpc_date"],
  ssd_cp_plans: ["cppl_cp_plan_start_date"],
  ssd_cp_visits: ["cppv_cp_visit_date"],
  ssd_cp_reviews: ["cppr_cp_review_date"],
  ssd_cla_episodes: ["clae_cla_episode_start_date", "clae_cla_episode_ceased_date"],
  ssd_cla_visits: ["clav_cla_visit_date"],
  ssd_cla_reviews: ["clar_cla_review_date"],
  ssd_cla_immunisations: ["clai_immunisations_status_date"],
  ssd_missing: ["miss_missing_episode_start_date"],
  ssd_care_leavers: ["clea_care_leaver_latest_contact"],
  ssd_involvements: ["invo_involvement_start_date"],
};

/** A day stands apart, as a slip of the pen does, when fewer than this many events fall in it and the 31 days before; judged of large extracts only. */
const COMPANY = 4;
const LARGE = 1_000;
const ROWS_A_STATEMENT = 2_000;
/** No date is longer; what is may be anything and is nobody's day. */
const LONGEST_DATE = 60;

/** Makes `ssd_day` (text, day) of every spelling of a date that is compared. */
export async function stageDays(staging: Staging, staged: StagedColumns): Promise<void> {
  await staging.run("create table staged.ssd_day (text varchar primary key, day date)");
  const selects = selectsOf({ ...HAPPENED, ...mergedWith(HAPPENED, COMPARED) }, staged);
  if (selects.length === 0) return;
  const spellings = await staging.rows(
    `select distinct text from (${selects.join(" union all ")}) where length(text) <= ${LONGEST_DATE}`,
  );
  const rows = spellings.map(({ text }) => `(${sqlText(String(text))}, ${dayOf(String(text))})`);
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT)
    await staging.run(`insert into staged.ssd_day values ${rows.slice(at, at + ROWS_A_STATEMENT).join(", ")}`);
}

/** The last day on which something happened, leaving out days that stand apart; `undefined` when there is none. */
export async function lastDayTold(staging: Staging, staged: StagedColumns): Promise<IsoDate | undefined> {
  const selects = selectsOf(HAPPENED, staged);
  if (selects.length === 0) return undefined;
  const [found] = await staging.rows(`
    with happened as (
      select day, count(*) as events from (${selects.join(" union all ")}) as told join staged.ssd_day using (text)
      where day is not null group by day
    ), accompanied as (
      select day, events as own, sum(events) over (order by day range between interval 31 days preceding and current row) as events from happened
    )
    select cast(case when sum(own) < ${LARGE} then max(day) else coalesce(max(day) filter (where events >= ${COMPANY}), max(day)) end as varchar) as day from accompanied`);
  return typeof found?.day === "string" ? found.day : undefined;
}

function mergedWith(one: Columns, other: Columns): Columns {
  return Object.fromEntries(
    Object.entries(other).map(([table, columns]) => [table, [...new Set([...(one[table] ?? []), ...columns])]]),
  );
}

function selectsOf(columns: Columns, staged: StagedColumns): readonly string[] {
  return Object.entries(columns).flatMap(([table, names]) =>
    names
      .filter((name) => staged.get(table)?.has(name))
      .map((name) => `select ${quoted(name)} as text from staged.${quoted(table)}`),
  );
}

function dayOf(text: string): string {
  const { value } = readDate(text);
  return value === null ? "null" : `date '${value}'`;
}
