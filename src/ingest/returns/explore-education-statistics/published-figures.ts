/** SQL that turns a staged table of published statistics into one row for each figure. */
import { basename } from "node:path";
import { sqlText } from "../../../warehouse/database.ts";
import type { ReadContext } from "../../contract.ts";
import { quoted } from "../../sql-text.ts";
import { FIGURES } from "./figures-mapping.ts";

/** Columns that say when and where, and our own column for an edition that says what it is; all others are filters or figures. */
export const GEOGRAPHY = [
  "time_period",
  "time_identifier",
  "geographic_level",
  "country_code",
  "country_name",
  "region_code",
  "region_name",
  "old_la_code",
  "new_la_code",
  "la_name",
  "edition",
] as const;

/** Levels of place that figures are compared at, as the publications name them. */
export const LEVELS = { national: "england", regional: "region", "local authority": "authority" } as const;

/** A number as printed, thousands separated or not. */
export const NUMBER = "^[+-]?[0-9][0-9,]*([.][0-9]+)?$";

/** Symbols printed in place of a number (z, x, c, k, u, low and older ones), and years and months such as 01:10. */
const STAND_IN = "^(z|x|c|k|u|w|low|n/?a|[:~.*-]{1,2}|[0-9]{2}:[0-9]{2})$";

/** For each column, whether it holds figures: nothing but numbers and what stands in their place. Any other column is a filter. */
export function splitColumnsSql(table: string, columns: readonly string[]): string {
  return columns
    .map((column) => {
      const cell = `lower(${quoted(column)})`;
      return `select ${sqlText(column)} as name, coalesce(bool_and(regexp_matches(${cell}, ${sqlText(`${NUMBER}|${STAND_IN}`)})), true) as is_figures from ${quoted(table)}`;
    })
    .join("\nunion all ");
}

type FileFigures = {
  /** The staged table. */
  readonly name: string;
  readonly file: string;
  readonly columns: readonly string[];
  readonly figures: readonly string[];
  readonly filters: readonly string[];
  readonly asked: ReadContext["asked"];
};

/** Adds every figure of a staged table; cells left blank say nothing and are passed over. */
export function fileFiguresSql({ name, file, columns, figures, filters, asked }: FileFigures): string {
  const cell = (column: string): string => (columns.includes(column) ? quoted(column) : "cast(null as varchar)");
  const level = Object.entries(LEVELS).map(([told, kept]) => `when '${told}' then '${kept}'`);
  // A code that stands in for none (z, x) is no code.
  const code = `coalesce(nullif(regexp_extract(${cell("old_la_code")}, '^[0-9]{3}$'), ''), ${cell("new_la_code")})`;
  const breakdown = filters.map((filter) => `${sqlText(`${filter}=`)} || coalesce(${quoted(filter)}, '')`);
  const latest = `cast((select max(${yearEndedSql("time_period")}) from ${quoted(name)}) as varchar)`;
  const edition = asked.year === undefined ? `coalesce(edition, ${latest})` : sqlText(String(asked.year));
  return `insert into staged.${quoted(FIGURES)}
select _file, _sheet, _row, 'Explore Education Statistics', ${sqlText(datasetOf(file))}, indicator, breakdown, area_level, area, area_name, region,
  period, ${edition}, ${asked.asAt === undefined ? "null" : sqlText(asked.asAt)}, printed
from (
  unpivot (
    select _file, _sheet, _row, case lower(geographic_level) ${level.join(" ")} end as area_level,
      case lower(geographic_level) when 'national' then 'England' when 'regional' then ${cell("region_name")} else ${code} end as area,
      case lower(geographic_level) when 'national' then 'England' when 'regional' then ${cell("region_name")} else ${cell("la_name")} end as area_name,
      ${cell("region_name")} as region, time_period as period, ${cell("edition")} as edition,
      ${breakdown.length === 0 ? "'all'" : breakdown.join(" || '; ' || ")} as breakdown, ${figures.map(quoted).join(", ")}
    from ${quoted(name)}
  ) on ${figures.map(quoted).join(", ")} into name indicator value printed
) where area_level is not null`;
}

/** The calendar year a printed period ends in: 2025 of 2025, 202425 and 2024/25. */
export function yearEndedSql(period: string): string {
  const digits = `regexp_replace(${period}, '[^0-9]', '', 'g')`;
  return `case when length(${digits}) = 6 then try_cast(left(${digits}, 4) as integer) + 1 else try_cast(left(${digits}, 4) as integer) end`;
}

/** The name of a table from its file, without folder, ending and the years it covers. */
export function datasetOf(file: string): string {
  const stem = basename(file).replace(/\.[^.]*$/, "");
  return stem.toLowerCase().replace(/[-_ ]*(19|20)\d\d([-_ ]*to[-_ ]*(19|20)\d\d)?$/, "") || stem;
}
