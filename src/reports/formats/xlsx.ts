/** Reports as an Excel workbook by the Analysis Function's rules: cover, contents, notes, one table a sheet, words, data. */
import { checkReport } from "../../domain/report/check-report.ts";
import { fileName } from "./file-name.ts";
import type { ReportFormat } from "./format.ts";
import { sheetsOf } from "./xlsx/sheets.ts";
import { workbookBytes } from "./xlsx/workbook.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const xlsxFormat: ReportFormat = {
  id: "xlsx",
  title: "Excel",
  render: async (report) => {
    checkReport(report);
    const { title, subtitle: subject, author, organisation, keywords, marking, madeOn } = report;
    const facts = { title, subject, author, organisation, keywords, marking, madeOn };
    return [{ name: fileName(report, "xlsx"), type: TYPE, bytes: workbookBytes(facts, sheetsOf(report)) }];
  },
};
