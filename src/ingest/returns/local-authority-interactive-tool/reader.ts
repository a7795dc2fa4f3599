/** Reads the long file of the Local Authority Interactive Tool: one figure a row, under the tool's own short names or ours. */
import { sqlText } from "../../../warehouse/database.ts";
import type { ReadContext, ReturnReader, SourceFile, StagedReturn } from "../../contract.ts";
import { foldName, isHeader, readCsvHeader, stagedNames } from "../../formats/csv-header.ts";
import { issueOf } from "../../issue-codes.ts";
import { quoted } from "../../sql-text.ts";
import { createFiguresSql, FIGURES, figuresMapping } from "../explore-education-statistics/figures-mapping.ts";
import { yearEndedSql } from "../explore-education-statistics/published-figures.ts";

/** The columns of each form of the file, by what they hold. `item` is in the tool's own file only. */
const FORMS = {
  short: { indicator: "measure", period: "years", code: "la_code", area: "area", value: "value" },
  own: {
    indicator: "Short Desc",
    period: "Years",
    code: "LA Number",
    area: "LA and Regions",
    value: "Values",
    item: "Data item",
    region: "Region",
  },
} as const;

type Form = Record<"indicator" | "period" | "code" | "area" | "value", string> & {
  readonly item?: string;
  readonly region?: string;
};

/** The tool's own numbers for England and the regions start here. */
const FIRST_REGION_CODE = 970;

/** The reader of the tool's long file. */
export const localAuthorityInteractiveToolReader: ReturnReader = {
  id: "local-authority-interactive-tool",
  title: "Local Authority Interactive Tool",
  async recognise(file) {
    return formOf(file) !== null;
  },
  async stage(files, context): Promise<StagedReturn> {
    await context.staging.run(createFiguresSql());
    const tables: Record<string, readonly string[]> = {};
    for (const [index, file] of files.entries()) {
      context.progress(index, files.length, file.name);
      const form = formOf(file);
      const header = readCsvHeader(file);
      if (form === null || !isHeader(header)) continue;
      const name = `Figures ${index + 1}`;
      const columns = stagedNames(header.names, Object.values(form), file.name, context.issue);
      const rows = await context.staging.csv(name, file, { ...header, columns });
      if (rows === 0) context.issue(issueOf("FILE_WITHOUT_ROWS", { file: file.name }));
      await context.staging.run(figuresSql(name, form, columns, context.asked));
      tables[name] = columns;
    }
    return {
      tables: Object.keys(tables),
      mapping: figuresMapping("local-authority-interactive-tool", "Local Authority Interactive Tool", tables),
    };
  },
};

function formOf(file: SourceFile): Form | null {
  const header = readCsvHeader(file);
  if (!isHeader(header)) return null;
  const present = new Set(header.names.map(foldName));
  const has = (column: string): boolean => present.has(foldName(column));
  const { indicator, period, code, area, value } = FORMS.own;
  if ([indicator, period, code, area, value].every(has)) return FORMS.own;
  return Object.values(FORMS.short).every(has) ? FORMS.short : null;
}

/** Every row as a figure. Blank values are the tool's missing or suppressed ones and say "-", as it prints them. */
function figuresSql(table: string, form: Form, columns: readonly string[], asked: ReadContext["asked"]): string {
  const cell = (column: string | undefined): string =>
    column !== undefined && columns.includes(column) ? quoted(column) : "cast(null as varchar)";
  const code = `try_cast(${quoted(form.code)} as integer)`;
  const level = `case when ${code} = ${FIRST_REGION_CODE} then 'england' when ${code} > ${FIRST_REGION_CODE} then 'region' else 'authority' end`;
  const edition = `cast((select max(${yearEndedSql(quoted(form.period))}) from ${quoted(table)}) as varchar)`;
  return `insert into staged.${quoted(FIGURES)}
select _file, _sheet, _row, 'Local Authority Interactive Tool', 'lait', ${quoted(form.indicator)},
  coalesce('Data item=' || nullif(${cell(form.item)}, ''), 'all'), ${level},
  case when ${code} >= ${FIRST_REGION_CODE} then ${quoted(form.area)} else ${quoted(form.code)} end, ${quoted(form.area)}, ${cell(form.region)},
  ${quoted(form.period)}, ${asked.year === undefined ? edition : sqlText(String(asked.year))}, ${asked.asAt === undefined ? "null" : sqlText(asked.asAt)},
  coalesce(nullif(trim(${quoted(form.value)}), ''), '-')
from ${quoted(table)}`;
}
