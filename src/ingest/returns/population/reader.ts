/** Reads population estimates: the published table of Explore Education Statistics, or a plain CSV of the canonical columns. */
import type { ReturnReader, SourceFile } from "../../contract.ts";
import { foldName, isHeader, readCsvHeader, stagedNames } from "../../formats/csv-header.ts";
import { issueOf } from "../../issue-codes.ts";

/** Columns that tell each form, and all it may have. */
const FORMS = {
  Published: {
    needs: ["time_period", "geographic_level", "age_group", "population_estimate"],
    may: [
      "time_identifier",
      "country_code",
      "country_name",
      "region_code",
      "region_name",
      "old_la_code",
      "new_la_code",
      "la_name",
    ],
  },
  Plain: { needs: ["area", "age_group", "year", "estimate"], may: ["version"] },
} as const;

/** The reader of population estimates. */
export const populationReader: ReturnReader = {
  id: "population",
  title: "Population estimates",
  async recognise(file) {
    return formOf(file) !== null;
  },
  async stage(files, context) {
    const tables = new Set<string>();
    for (const file of files) {
      const form = formOf(file);
      const header = readCsvHeader(file);
      if (form === null || !isHeader(header)) continue;
      const columns = stagedNames(header.names, [...FORMS[form].needs, ...FORMS[form].may], file.name, context.issue);
      const rows = await context.staging.csv(form, file, { ...header, columns });
      if (rows === 0) context.issue(issueOf("FILE_WITHOUT_ROWS", { file: file.name }));
      tables.add(form);
    }
    return { tables: [...tables] };
  },
};

function formOf(file: SourceFile): keyof typeof FORMS | null {
  const header = readCsvHeader(file);
  if (!isHeader(header)) return null;
  const present = new Set(header.names.map(foldName));
  for (const form of ["Published", "Plain"] as const)
    if (FORMS[form].needs.every((column) => present.has(foldName(column)))) return form;
  return null;
}
