/** Issues about a file as a file: what it is, its text, its CSV, XML or JSON. Part of the one list in issue-codes.ts. */
import { issueCodes } from "./issue-words.ts";
import { WORKBOOK_ISSUE_CODES } from "./workbook-issue-codes.ts";

export const FILE_ISSUE_CODES = issueCodes({
  ...WORKBOOK_ISSUE_CODES,
  // The file
  FILE_NOT_RECOGNISED: {
    severity: "error",
    message: "The file is not one of the returns Waymark reads; it looks like {looks}.",
    remedy: "Check that it is the export meant, or name the return with --return.",
  },
  FILE_NOT_OF_RETURN: {
    severity: "error",
    message: "The file does not fit the return named ({return}); it looks like {looks}.",
    remedy: "Name the right return, or leave --return out and let Waymark recognise the file.",
  },
  FILE_EMPTY: {
    severity: "error",
    message: "The file is empty.",
    remedy: "Export it again and check that it has rows.",
  },
  FILE_WITHOUT_ROWS: {
    severity: "warning",
    message: "The file has a header and no rows.",
    remedy: "Leave it if there was nothing to report; otherwise export it again.",
  },
  FILE_IGNORED: {
    severity: "info",
    message: "The file is not a CSV, XML, JSON or Excel file and was left alone.",
    remedy: "Nothing, unless it should have held data.",
  },
  FILE_TWICE: {
    severity: "warning",
    message: "The file has the same content as {other} and was read once.",
    remedy: "Remove one of the two.",
  },
  NO_ROWS_KEPT: {
    severity: "error",
    message: "Nothing in the files could be kept.",
    remedy: "See the other issues; mend the export and load it again.",
    refuses: true,
  },
  YEAR_NOT_KNOWN: {
    severity: "warning",
    message: "The collection year is not said and the data does not show it; the latest known year was used.",
    remedy: "Name the year with --year.",
  },
  YEAR_FROM_DATES: {
    severity: "info",
    message: "The latest dates are of collection year {year}, which was used instead of the year in the file's name.",
    remedy: "Name the year with --year if that is wrong.",
  },
  YEAR_NOT_DESCRIBED: {
    severity: "warning",
    message: "Waymark has no description of {return} for {year}; the one for {used} was used.",
    remedy: "Check the codes reported below; add catalogue/returns/{return}/{year}.yaml.",
  },
  // Text and CSV
  TOO_MANY_COLUMNS: {
    severity: "error",
    message: "The file has more than {limit} columns and was not read.",
    remedy: "Export only the table itself.",
    refuses: true,
  },
  HEADER_TOO_LONG: {
    severity: "error",
    message: "The first line is longer than {limit} characters, so it is not a header.",
    remedy: "Check that the file is a CSV with its column names in the first line.",
    refuses: true,
  },
  COLUMN_TWICE: {
    severity: "warning",
    message: "The column {column} stands twice in the header; the first was read.",
    remedy: "Remove or rename one of the two.",
  },
  COLUMN_NOT_USED: {
    severity: "info",
    message: "The column {column} of {table} is not one Waymark reads; it was not kept.",
    remedy: "Nothing, unless a measure needs it.",
  },
  TABLE_NOT_USED: {
    severity: "warning",
    message: "The table {table} is not part of the return in that year; nothing of it was kept.",
    remedy: "Check the year, or name it with --year.",
  },
  COLUMN_MISSING: {
    severity: "warning",
    message: "The column {column} of {table} is missing; what it would have held is blank.",
    remedy: "Export the table with all its columns.",
  },
  ROW_TOO_SHORT: {
    severity: "warning",
    message: "The row has fewer cells than the header; the missing ones were taken as blank.",
    remedy: "Check the row at its source.",
  },
  ROW_TOO_LONG: {
    severity: "error",
    message: "The row has more cells than the header, so its values may stand in the wrong columns; it was not kept.",
    remedy: "Put quotes round values that hold the delimiter, and load the file again.",
  },
  UNCLOSED_QUOTE: {
    severity: "error",
    message: "A quote opened in this row is never closed, so the rest of the file cannot be told apart.",
    remedy: "Close or remove the quote and load the file again.",
    refuses: true,
  },
  CELL_TOO_LONG: {
    severity: "error",
    message: "A cell is longer than {limit} characters; reading stopped there.",
    remedy: "Look for a quote that is not closed near this row.",
    refuses: true,
  },
  NUL_BYTES: {
    severity: "warning",
    message: "The row holds NUL bytes, which were taken out.",
    remedy: "Export the file again as UTF-8.",
  },
  TEXT_NOT_DECODED: {
    severity: "warning",
    message: "The file is neither UTF-8 nor UTF-16 and was read as Windows-1252.",
    remedy: "Check letters with accents; export as UTF-8.",
  },
  // XML and JSON
  XML_BROKEN: {
    severity: "error",
    message: "The XML is broken at line {line}. Whole records read before it: {records}.",
    remedy: "Export the file again, or mend the tag at that line.",
    refuses: true,
  },
  XML_CUT_SHORT: {
    severity: "error",
    message: "The file ends in the middle, at line {line}. Whole records read before it: {records}.",
    remedy: "Export or copy the file again, whole.",
    refuses: true,
  },
  XML_ENTITIES_REFUSED: {
    severity: "error",
    message:
      "The XML declares its own entities, which no return does and which can be used to do harm; it was not read.",
    remedy: "Export the file again from the case system.",
    refuses: true,
  },
  XML_TOO_DEEP: {
    severity: "error",
    message: "Elements are nested deeper than in any return at line {line}. Whole records read before it: {records}.",
    remedy: "Check that the file is the return meant and export it again.",
    refuses: true,
  },
  XML_TEXT_TOO_LONG: {
    severity: "error",
    message: "A text or tag near line {line} is longer than any return holds. Whole records read before it: {records}.",
    remedy: "Check that the file is the return meant and export it again.",
    refuses: true,
  },
  XML_TOO_LARGE: {
    severity: "error",
    message: "The file is larger than Waymark reads at once and was not read.",
    remedy: "Load it in parts.",
    refuses: true,
  },
  XML_MENDED: {
    severity: "warning",
    message: "Characters that XML does not allow (a bare ampersand, for instance) were read as they stand.",
    remedy: "Nothing, unless names or codes look wrong; tell the supplier of the case system.",
  },
  XML_ENCODING_UNKNOWN: {
    severity: "warning",
    message: "The file names an encoding nobody knows; it was read by what its bytes show.",
    remedy: "Check letters with accents; export as UTF-8.",
  },
  XML_CHARACTERS_LOST: {
    severity: "warning",
    message: "Characters could not be read in the encoding the file is in.",
    remedy: "Check letters with accents; export as UTF-8 and say so in the first line.",
  },
  XML_WITHOUT_RECORDS: {
    severity: "error",
    message: "The file holds no child or person.",
    remedy: "Check that the export was of the right period and load it again.",
  },
  ELEMENT_TWICE: {
    severity: "warning",
    message: "{column} stands more than once in one {table}; the first was read.",
    remedy: "Correct it at its source.",
  },
  TEXT_STRAY: {
    severity: "warning",
    message: "Text stands between the elements of {column}, where none belongs; it was not kept.",
    remedy: "Check the record at its source; the elements round it were read.",
  },
  JSON_RECORD_BROKEN: {
    severity: "error",
    message: "The record is not JSON and was not read; the others were.",
    remedy: "Export the payload again.",
  },
  JSON_CUT_SHORT: {
    severity: "error",
    message: "The file ends in the middle. Whole records read before it: {records}.",
    remedy: "Export or copy the file again, whole.",
    refuses: true,
  },
  JSON_STRAY: {
    severity: "warning",
    message: "Text stands between the records, where none belongs; it was not kept.",
    remedy: "Check how the payloads were written to the file.",
  },
  JSON_TOO_DEEP: {
    severity: "error",
    message: "Objects are nested deeper than in any payload. Whole records read before it: {records}.",
    remedy: "Check that the file is the payload meant and export it again.",
    refuses: true,
  },
  JSON_RECORD_TOO_LONG: {
    severity: "error",
    message: "A record is longer than any payload holds. Whole records read before it: {records}.",
    remedy: "Look for a quote that is not closed in this record.",
    refuses: true,
  },
  JSON_TOO_LARGE: {
    severity: "error",
    message: "The file is larger than Waymark reads at once and was not read.",
    remedy: "Load it in parts.",
    refuses: true,
  },
  JSON_WITHOUT_RECORDS: {
    severity: "error",
    message: "The file holds no child.",
    remedy: "Check that the payload was written and load it again.",
  },
  JSON_VALUE_ODD: {
    severity: "warning",
    message: "{column} of {table} holds another kind of value than the payload describes; it was not kept.",
    remedy: "Correct it in the program that makes the payload.",
  },
  PAYLOAD_SUPERSEDED: {
    severity: "info",
    message: "The child stands in a later payload of the same load, which was read instead.",
    remedy: "Nothing.",
  },
  HEADER_MISSING: {
    severity: "warning",
    message: "The header does not say {column}.",
    remedy: "Fill it in in the case system's export settings, or name the year with --year.",
  },
  HEADER_VALUE_ODD: {
    severity: "warning",
    message: "{column} in the header is not what the return expects ({expects}).",
    remedy: "Check that the export is of the collection meant; the records were read.",
  },
});
