/** The last day the staged lists of a workbook speak for. */
import type { IsoDate } from "../../domain/dates.ts";
import type { Staging } from "../contract.ts";
import { quoted } from "../sql-text.ts";
import type { SheetList } from "./xlsx-header.ts";

/** A day stands apart, as a slip of the pen does, when fewer events than this fall in the three months up to it; judged of large returns only. */
const COMPANY = 4;
const LARGE = 200;

/**
 * The last day on which something happened, leaving out days that stand apart; `undefined` when nothing is dated.
 * `happened` picks the columns of dates that cannot lie ahead.
 */
export async function lastDayIn(
  lists: readonly SheetList[],
  happened: RegExp,
  staging: Staging,
): Promise<IsoDate | undefined> {
  const known = await staging.rows(
    "select table_name as list, column_name as name from information_schema.columns where table_schema = 'staged'",
  );
  const staged = new Set(known.map(({ list, name }) => `${list} ${name}`));
  const selects = lists.flatMap(({ table, columns }) =>
    columns
      .filter(({ name, kind }) => kind === "date" && happened.test(name) && staged.has(`${table} ${name}`))
      .map(({ name }) => `select try_cast(${quoted(name)} as date) as day from staged.${quoted(table)}`),
  );
  if (selects.length === 0) return undefined;
  const [found] = await staging.rows(`
    with happened as (select day, count(*) as own from (${selects.join(" union all ")}) where day is not null group by day),
    accompanied as (
      select day, own, sum(own) over (order by day range between interval 92 days preceding and current row) as events from happened
    )
    select cast(case when sum(own) < ${LARGE} then max(day) else coalesce(max(day) filter (where events >= ${COMPANY}), max(day)) end as varchar) as day
    from accompanied`);
  return typeof found?.day === "string" ? found.day : undefined;
}
