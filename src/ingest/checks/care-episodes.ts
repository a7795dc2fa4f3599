/** Checks: a child's episodes of care follow one another: no overlap, one start a day, an end with its reason, none missing between. */
import { sqlText } from "../../warehouse/database.ts";
import type { Check } from "./check.ts";

/** Episodes of a child in order, each with what came before; short breaks (V3, V4) stand apart and are left out. */
const IN_ORDER = `
  create or replace temp table episode_in_order as
  select _file, _sheet, _row, "start", rne,
    max("end") over earlier as earlier_end, lag("start") over in_order as earlier_start, count(*) over earlier as earlier_count
  from mapped.care_episode
  where legal_status is null or legal_status not in ('V3', 'V4')
  window in_order as (partition by person_id order by "start", "end" nulls last, _file, _row),
    earlier as (in_order rows between unbounded preceding and 1 preceding)`;

/** Finds episodes that overlap an earlier one, start with it, or say that they follow one that is not there. */
export const careEpisodes: Check = ({ asAt }) => {
  const needs = ["care_episode.start", "care_episode.end", "care_episode.rne", "care_episode.legal_status"];
  const find = (code: "EPISODES_OVERLAP" | "EPISODES_START_TOGETHER" | "EARLIER_EPISODE_MISSING", where: string) => ({
    code,
    table: "care_episode",
    column: "start",
    needs,
    prepare: IN_ORDER,
    select: `select _file, _sheet, _row from episode_in_order where ${where}`,
  });
  const reason = {
    code: "EPISODE_WITHOUT_REASON_CEASED" as const,
    table: "care_episode",
    column: "rec",
    needs: ["care_episode.end", "care_episode.rec"],
    select: `select _file, _sheet, _row from mapped.care_episode where ("end" is null) <> (rec is null)`,
  };
  return [
    find("EPISODES_START_TOGETHER", `"start" = earlier_start`),
    find("EPISODES_OVERLAP", `"start" < earlier_end and "start" is distinct from earlier_start`),
    // An episode that began in the year of the return follows one that ended in it, so the return should hold that one too.
    ...(asAt === undefined
      ? []
      : [
          find(
            "EARLIER_EPISODE_MISSING",
            `rne <> 'S' and earlier_count = 0 and "start" > ${sqlText(asAt)}::date - interval 1 year`,
          ),
        ]),
    reason,
  ];
};
