/** Reads extracts of the Standard Safeguarding Dataset: one CSV file a table. */
import type { ReturnReader, SourceFile, StagedReturn } from "../../contract.ts";
import { isHeader, readCsvHeader, stagedNames } from "../../formats/csv-header.ts";
import { issueOf } from "../../issue-codes.ts";
import { lastDayTold, stageDays } from "./days.ts";
import { type SsdHeader, ssdHeader } from "./header.ts";
import { reportLooseRows } from "./loose-rows.ts";
import { OUTCOME_READINGS } from "./outcomes.ts";
import { WORD_READINGS } from "./spellings.ts";
import { ADMIN_TABLES, SSD_TABLES } from "./tables.ts";

/** The reader of the Standard Safeguarding Dataset. */
export const ssdReader: ReturnReader = {
  id: "standard-safeguarding-dataset",
  title: "Standard Safeguarding Dataset",
  readings: { ...OUTCOME_READINGS, ...WORD_READINGS },
  async recognise(file) {
    return headerOf(file) !== null;
  },
  async stage(files, context): Promise<StagedReturn> {
    const staged = new Map<string, Set<string>>();
    for (const [index, file] of files.entries()) {
      context.progress(index, files.length, file.name);
      const header = readCsvHeader(file);
      const found = headerOf(file);
      if (found === null || !isHeader(header)) continue;
      const { table, names } = found;
      if (table in ADMIN_TABLES) {
        context.issue(issueOf("TABLE_PASSED_OVER", { file: file.name }, { table }));
        continue;
      }
      const columns = stagedNames(names, SSD_TABLES[table]?.fields ?? [], file.name, context.issue);
      const rows = await context.staging.csv(table, file, { ...header, columns });
      if (rows === 0) context.issue(issueOf("FILE_WITHOUT_ROWS", { file: file.name }));
      staged.set(table, new Set([...(staged.get(table) ?? []), ...columns]));
    }
    await reportLooseRows(context, staged);
    await stageDays(context.staging, staged);
    const asAt = context.asked.asAt ?? (await lastDayTold(context.staging, staged));
    return { ...(asAt === undefined ? {} : { asAt }), tables: [...staged.keys()] };
  },
};

function headerOf(file: SourceFile): SsdHeader | null {
  const header = readCsvHeader(file);
  return isHeader(header) ? ssdHeader(header.names, file.name) : null;
}
