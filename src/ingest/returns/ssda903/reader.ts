/** Reads the SSDA903 (children looked after): CSV files of any year, told apart by their columns, and the XML form. */
import type { ReturnReader, SourceFile, StagedReturn } from "../../contract.ts";
import { isHeader, readCsvHeader, stagedNames } from "../../formats/csv-header.ts";
import { issueOf } from "../../issue-codes.ts";
import { collectionYear, yearLabel } from "./collection-year.ts";
import { FILES, fileOfHeader } from "./files.ts";
import { isSsda903Xml, stageSsda903Xml } from "./xml-form.ts";

/** The reader of the SSDA903. */
export const ssda903Reader: ReturnReader = {
  id: "ssda903",
  title: "SSDA903 children looked after",
  async recognise(file) {
    return isSsda903Xml(file) || csvTable(file) !== null;
  },
  async part(file) {
    return yearLabel(file);
  },
  async stage(files, context): Promise<StagedReturn> {
    const tables = new Set<string>();
    for (const [index, file] of files.entries()) {
      context.progress(index, files.length, file.name);
      if (isSsda903Xml(file)) for (const table of await stageSsda903Xml(file, context)) tables.add(table);
      const table = csvTable(file);
      const header = readCsvHeader(file);
      if (table === null || !isHeader(header)) continue;
      const columns = stagedNames(header.names, FILES[table] ?? [], file.name, context.issue);
      const rows = await context.staging.csv(table, file, { ...header, columns });
      if (rows === 0) context.issue(issueOf("FILE_WITHOUT_ROWS", { file: file.name }));
      tables.add(table);
    }
    const year = await collectionYear(files, [...tables], context);
    return { ...(year === undefined ? {} : { year, asAt: `${year}-03-31` }), tables: [...tables] };
  },
};

function csvTable(file: SourceFile): string | null {
  const header = readCsvHeader(file);
  return isHeader(header) ? fileOfHeader(header.names) : null;
}
