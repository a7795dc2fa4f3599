/** Reads tables of Explore Education Statistics: tidy CSV files of any publication, columns in any order, every figure kept as printed. */
import type { ReadContext, ReturnReader, SourceFile, StagedReturn } from "../../contract.ts";
import { foldName, isHeader, readCsvHeader, stagedNames } from "../../formats/csv-header.ts";
import { issueOf } from "../../issue-codes.ts";
import { quoted } from "../../sql-text.ts";
import { createFiguresSql, figuresMapping } from "./figures-mapping.ts";
import { fileFiguresSql, GEOGRAPHY, LEVELS, splitColumnsSql } from "./published-figures.ts";

const NEEDED = ["time_period", "time_identifier", "geographic_level"] as const;

/** The reader of published statistics; what a figure is compared with is said in catalogue/comparators. */
export const exploreEducationStatisticsReader: ReturnReader = {
  id: "explore-education-statistics",
  title: "Explore Education Statistics",
  async recognise(file) {
    const header = readCsvHeader(file);
    if (!isHeader(header)) return false;
    const present = new Set(header.names.map(foldName));
    return NEEDED.every((column) => present.has(foldName(column)));
  },
  async stage(files, context): Promise<StagedReturn> {
    await context.staging.run(createFiguresSql());
    const tables: Record<string, readonly string[]> = {};
    for (const [index, file] of files.entries()) {
      context.progress(index, files.length, file.name);
      const staged = await stageFile(file, `Table ${index + 1}`, context);
      if (staged !== null) tables[staged.name] = staged.columns;
    }
    return {
      tables: Object.keys(tables),
      ...(context.asked.asAt === undefined ? {} : { asAt: context.asked.asAt }),
      mapping: figuresMapping("explore-education-statistics", "Explore Education Statistics", tables),
    };
  },
};

type StagedFile = { readonly name: string; readonly columns: readonly string[] };

async function stageFile(file: SourceFile, name: string, context: ReadContext): Promise<StagedFile | null> {
  const header = readCsvHeader(file);
  if (!isHeader(header)) return null;
  const columns = stagedNames(header.names, GEOGRAPHY, file.name, context.issue);
  const rows = await context.staging.csv(name, file, { ...header, columns });
  if (rows === 0) {
    context.issue(issueOf("FILE_WITHOUT_ROWS", { file: file.name }));
    return { name, columns };
  }
  const others = columns.filter((column) => !GEOGRAPHY.some((known) => known === column));
  const isFigures = new Map<string, boolean>();
  if (others.length > 0)
    for (const row of await context.staging.rows(splitColumnsSql(name, others)))
      isFigures.set(String(row.name), Boolean(row.is_figures));
  const figures = others.filter((column) => isFigures.get(column) === true);
  const filters = others.filter((column) => isFigures.get(column) !== true);
  if (figures.length > 0)
    await context.staging.run(
      fileFiguresSql({ name, file: file.name, columns, figures, filters, asked: context.asked }),
    );
  await tellOfOtherRows(file, name, figures, context);
  return { name, columns };
}

/** Rows of other places (schools, wards), and rows without any figure, are told of: no row goes unsaid. */
async function tellOfOtherRows(
  file: SourceFile,
  name: string,
  figures: readonly string[],
  { staging, issue }: ReadContext,
): Promise<void> {
  const known = Object.keys(LEVELS)
    .map((level) => `'${level}'`)
    .join(", ");
  const isOther = `coalesce(lower(geographic_level), '') not in (${known})`;
  const isEmpty = figures.length === 0 ? "true" : `coalesce(${figures.map(quoted).join(", ")}) is null`;
  const rows = await staging.rows(
    `select _row, ${isOther} as is_other from ${quoted(name)} where ${isOther} or ${isEmpty} order by _row`,
  );
  for (const row of rows)
    issue(
      issueOf(row.is_other ? "AREA_LEVEL_NOT_KEPT" : "ROW_WITHOUT_FIGURES", { file: file.name, row: Number(row._row) }),
    );
}
