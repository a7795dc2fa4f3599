/** Issues about workbooks, their sheets and the spelled values in them. Part of the one list in issue-codes.ts. */
import { issueCodes } from "./issue-words.ts";

export const WORKBOOK_ISSUE_CODES = issueCodes({
  WORKBOOK_CUT_SHORT: {
    severity: "error",
    message: "The workbook ends in the middle, as a copy or download does that was broken off.",
    remedy: "Copy or download it again, whole, and check that it opens in Excel.",
  },
  WORKBOOK_BROKEN: {
    severity: "error",
    message: "The workbook is damaged: {what}.",
    remedy: "Open it in Excel, let Excel mend it, save it and load it again.",
  },
  WORKBOOK_LOCKED: {
    severity: "error",
    message: "The workbook is protected by a password, so it cannot be read.",
    remedy: "Open it in Excel, take the password off (File, Info, Protect), save it and load it again.",
  },
  WORKBOOK_OTHER_KIND: {
    severity: "error",
    message: "The file is {looks}, which Waymark does not read.",
    remedy: "Open it and save it as an Excel workbook (.xlsx).",
  },
  WORKBOOK_TOO_LARGE: {
    severity: "error",
    message: "The workbook unpacks to more than {limit} bytes in one part or in all, so it was not read.",
    remedy: "Save only the sheets of the return to a new workbook.",
  },
  WORKBOOK_TOO_WIDE: {
    severity: "error",
    message: "A sheet of the workbook has more than {limit} columns, so it was not read.",
    remedy: "Save only the lists of the return to a new workbook.",
  },
  WORKBOOK_NOT_READ_WHOLE: {
    severity: "error",
    message: "The workbook could not be read to its end, so nothing of the load is accepted.",
    remedy: "See the other issue of this file; mend the workbook and load it again.",
    refuses: true,
  },
  SHEET_NOT_USED: {
    severity: "info",
    message: "The sheet is not one of the return's lists; nothing of it was kept.",
    remedy: "Nothing, unless it should have held a list; then check its column names.",
  },
  SHEET_HIDDEN: {
    severity: "warning",
    message: "The sheet is hidden, and no other holds {table}, so it was read.",
    remedy: "Show the sheet if it is meant; delete it if it is not.",
  },
  SHEET_HIDDEN_NOT_USED: {
    severity: "info",
    message: "The sheet is hidden and another holds {table}, so it was not read.",
    remedy: "Nothing; delete it if it is not needed.",
  },
  SHEET_WITHOUT_ROWS: {
    severity: "info",
    message: "The sheet has column names and no rows.",
    remedy: "Nothing, if there was nothing to report.",
  },
  LIST_MISSING: {
    severity: "warning",
    message: "{table} is not in the workbook, so nothing of it was read.",
    remedy: "Add the list if it should be there.",
  },
  HEADER_NOT_FIRST: {
    severity: "info",
    message: "The column names are not in the first row; the rows before them were passed over.",
    remedy: "Nothing, unless rows are missing.",
  },
  COLUMN_NOT_UNDERSTOOD: {
    severity: "warning",
    message: "The column {column} is not one of {table}; it was not kept.",
    remedy: "Give it the name it has in the return's guidance if it is one of its columns.",
  },
  COLUMN_UNNAMED: {
    severity: "warning",
    message: "A column of {table} has values and no name (column {place}); it was not kept.",
    remedy: "Name the column, or remove it.",
  },
  FORMULA_CELL: {
    severity: "info",
    message: "Cells in {column} are formulas; the values Excel last worked out were read.",
    remedy: "Nothing, unless the workbook was not recalculated before it was saved.",
  },
  FORMULA_WITHOUT_VALUE: {
    severity: "warning",
    message: "The cell in {column} is a formula that was never worked out and was taken as blank.",
    remedy: "Open the workbook in Excel, save it and load it again.",
  },
  VALUE_AS_OTHER: {
    severity: "info",
    message: "The value in {column} names a class and no single code; it was kept as the class's code for others.",
    remedy: "Nothing; export the code itself where the difference within the class matters.",
  },
});
