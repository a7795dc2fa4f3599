/** Reads who an authority's statistical neighbours are, edition by edition, and the list of authorities with their regions. */
import { basename } from "node:path";
import { sqlText } from "../../../warehouse/database.ts";
import type { ReadContext, ReturnReader, SourceFile, StagedReturn } from "../../contract.ts";
import { foldName, isHeader, readCsvHeader, stagedNames } from "../../formats/csv-header.ts";
import { issueOf } from "../../issue-codes.ts";
import type { ReturnMapping, RowsSpec } from "../../mapping/schema.ts";

/** Columns that tell each form, and all else it may have. */
const FORMS = {
  neighbour: {
    needs: ["la_code", "rank", "neighbour_code"],
    may: ["la_name", "closeness", "edition", "neighbour_name"],
  },
  local_authority: { needs: ["la_code", "la_name", "region"], may: ["type"] },
} as const;

type Form = keyof typeof FORMS;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The reader of neighbours and authorities. */
export const statisticalNeighboursReader: ReturnReader = {
  id: "statistical-neighbours",
  title: "Statistical neighbours",
  async recognise(file) {
    return formOf(file) !== null;
  },
  async stage(files, context): Promise<StagedReturn> {
    const tables: ReturnMapping["tables"] = {};
    const rows: RowsSpec[] = [];
    for (const [index, file] of files.entries()) {
      const form = formOf(file);
      const header = readCsvHeader(file);
      if (form === null || !isHeader(header)) continue;
      const name = `${form} ${index + 1}`;
      const known = [...FORMS[form].needs, ...FORMS[form].may];
      const columns = stagedNames(header.names, known, file.name, context.issue);
      const staged = await context.staging.csv(name, file, { ...header, columns });
      if (staged === 0) context.issue(issueOf("FILE_WITHOUT_ROWS", { file: file.name }));
      tables[name] = { columns: [...FORMS[form].needs], optional: [...FORMS[form].may] };
      rows.push(form === "neighbour" ? neighbourRows(name, file, columns, context) : authorityRows(name));
    }
    return { tables: Object.keys(tables), mapping: mappingOf(tables, rows) };
  },
};

function formOf(file: SourceFile): Form | null {
  const header = readCsvHeader(file);
  if (!isHeader(header)) return null;
  const present = new Set(header.names.map(foldName));
  for (const form of ["neighbour", "local_authority"] as const)
    if (FORMS[form].needs.every((column) => present.has(foldName(column)))) return form;
  return null;
}

/** The edition stands in a column, else is the year asked for, else is in the file's name. */
function neighbourRows(name: string, file: SourceFile, columns: readonly string[], context: ReadContext): RowsSpec {
  const named = context.asked.year === undefined ? editionOfName(file.name) : String(context.asked.year);
  if (named === null && !columns.includes("edition")) context.issue(issueOf("EDITION_NOT_STATED", { file: file.name }));
  const edition = named ?? "not stated";
  return {
    table: "neighbour",
    from: name,
    columns: {
      la_code: { from: "la_code" },
      la_name: { from: "la_name" },
      edition: { sql: `coalesce("edition", ${sqlText(edition)})`, column: "la_code" },
      rank: { from: "rank" },
      neighbour_code: { from: "neighbour_code" },
      closeness: { from: "closeness" },
    },
  };
}

function authorityRows(name: string): RowsSpec {
  return {
    table: "local_authority",
    from: name,
    columns: {
      la_code: { from: "la_code" },
      la_name: { from: "la_name" },
      // A list may hold the areas themselves (England, the regions), which are in no region.
      region: { sql: "nullif(region, 'NA')", column: "region" },
      type: { sql: "nullif(\"type\", 'NA')", column: "type" },
    },
  };
}

/** "2021-04" of statistical_neighbours_2021-04.csv and sn_april_2021.csv; "2018" where only a year stands; `null` for none. */
export function editionOfName(file: string): string | null {
  const stem = basename(file).toLowerCase();
  const dated = /((?:19|20)\d\d)[-_ ]?(0[1-9]|1[0-2])(?!\d)/.exec(stem);
  if (dated !== null) return `${dated[1]}-${dated[2]}`;
  const [year] = /(19|20)\d\d/.exec(stem) ?? [];
  if (year === undefined) return null;
  const month = MONTHS.findIndex((name) => new RegExp(`(^|[^a-z])${name}[a-z]*[-_ ]?${year}`).test(stem));
  return month < 0 ? year : `${year}-${String(month + 1).padStart(2, "0")}`;
}

function mappingOf(tables: ReturnMapping["tables"], rows: RowsSpec[]): ReturnMapping {
  return {
    return: "statistical-neighbours",
    title: "Statistical neighbours",
    repeats: "rows",
    prepare: [],
    tables,
    rows,
    codes: {},
    ignored: {},
  };
}
