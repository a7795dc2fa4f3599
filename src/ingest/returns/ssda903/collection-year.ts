/** Which collection year files are of: what their names say, held against what their dates show. The year 2024-25 is 2025. */
import { basename, dirname } from "node:path";
import type { ReadContext, SourceFile } from "../../contract.ts";
import { issueOf } from "../../issue-codes.ts";
import { quoted } from "../../sql-text.ts";
import { EVENT_DATES } from "./files.ts";

/** A year holding fewer than one in this many of the dates is taken for slips of the pen. */
const RARE = 200;

/** The year in a file's name or its folder's, as text: "2017" of 2017-episodes.csv, "2025" of ssda903/2024-25/; "" when neither says. */
export function yearLabel(file: SourceFile): string {
  for (const name of [basename(file.name), basename(dirname(file.path))]) {
    const pair = /(?<!\d)(20\d\d)[-_ ]?(?:to)?[-_ /]?(?:20)?(\d\d)(?!\d)/.exec(name);
    if (pair !== null && (Number(pair[1]) + 1) % 100 === Number(pair[2])) return String(Number(pair[1]) + 1);
    const single = /(?<!\d)(20\d\d)(?!\d)/.exec(name);
    if (single !== null) return single[1] ?? "";
  }
  return "";
}

/** The collection year of what was staged; `undefined` when nothing shows it. */
export async function collectionYear(
  files: readonly SourceFile[],
  tables: readonly string[],
  { staging, asked, issue }: ReadContext,
): Promise<number | undefined> {
  if (asked.year !== undefined) return asked.year;
  const shown = await yearShownByDates(tables, staging);
  const first = files[0];
  const label = first === undefined ? "" : yearLabel(first);
  if (label === "") return shown;
  if (shown === undefined || shown === Number(label)) return Number(label);
  if (first !== undefined) issue(issueOf("YEAR_FROM_DATES", { file: first.name }, { year: shown }));
  return shown;
}

async function yearShownByDates(
  tables: readonly string[],
  staging: ReadContext["staging"],
): Promise<number | undefined> {
  // Episodes are the heart of the return; other files count only where there are none.
  const telling = tables.includes("Episodes") ? ["Episodes"] : tables;
  const texts = telling.flatMap((table) =>
    (EVENT_DATES[table] ?? []).map((column) => `select ${quoted(column)} as text from ${quoted(table)}`),
  );
  if (texts.length === 0) return undefined;
  const rows = await staging.rows(`
    with days as (
      select coalesce(try_strptime(text, '%d/%m/%Y'), try_strptime(left(text, 10), '%Y-%m-%d')) as day, count(*) as dates
      from (${texts.join(" union all ")}) where text is not null group by text
    ),
    years as (
      select year(day) + case when month(day) >= 4 then 1 else 0 end as year, sum(dates) as dates
      from days where day is not null and day <= current_date group by 1
    )
    select max(year)::integer as year from years where dates * ${RARE} >= (select sum(dates) from years)`);
  const year = rows[0]?.year;
  return typeof year === "number" ? year : undefined;
}
