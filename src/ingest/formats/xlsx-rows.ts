/** One sheet's rows as the values of a list's columns: dates as days, errors and formulas told of. */
import type { Issue } from "../../domain/issue.ts";
import { type IssueCode, issueOf } from "../issue-codes.ts";
import { readDate } from "../mapping/read-date.ts";
import type { FoundList } from "./xlsx-header.ts";
import { type SheetCell, type SheetRow, serialDate } from "./xlsx-sheet.ts";

/** Says whether a flag holds; `undefined` when the spelling is not understood. */
export type ReadFlag = (text: string) => boolean | null | undefined;

export type RowReading = {
  readonly found: FoundList;
  readonly file: string;
  readonly sheet?: string;
  readonly is1904: boolean;
  readonly readFlag: ReadFlag;
  readonly issue: (issue: Issue) => void;
};

export type RowReader = {
  /** The values of a row in the order of the list's columns; `null` when there are none. */
  values(row: SheetRow): readonly (string | null)[] | null;
  /** Tells what is to be told once a sheet, when its rows have been read. */
  finish(): void;
};

/** A reader of the rows under a header. */
export function rowReader(reading: RowReading): RowReader {
  const { found, file, sheet, is1904, readFlag, issue } = reading;
  const { columns, table } = found.list;
  const place = { file, ...(sheet === undefined ? {} : { sheet }) };
  const formulas = new Map<number, number>();
  const unnamed = new Set<number>();
  const days = new Map<string, string>();
  const tell = (code: IssueCode, row: number, column: number, valueClass: string) => {
    const name = columns[column]?.name ?? "";
    issue(issueOf(code, { ...place, row, column: name, valueClass }));
  };
  const dayOf = (text: string): string => {
    let day = days.get(text);
    if (day === undefined) {
      day = readDate(text).value ?? text;
      if (days.size < MOST_DAYS) days.set(text, day);
    }
    return day;
  };
  const read = (cell: SheetCell, column: number, row: number): string | null => {
    if (cell.isFormula) {
      if (cell.text === "" && cell.kind === "number")
        tell("FORMULA_WITHOUT_VALUE", row, column, "formula without value");
      else formulas.set(column, (formulas.get(column) ?? 0) + 1);
    }
    const text = cell.text.trim();
    if (text === "") return null;
    if (cell.kind === "error" || isErrorText(text)) {
      tell("ERROR_CELL", row, column, "spreadsheet error");
      return null;
    }
    const kind = columns[column]?.kind;
    // A number not shown as a date is a day only where it can be nothing else: 2012 is a year someone typed, not a day of 1905.
    if (kind === "date")
      return cell.isDate || (cell.kind === "number" && DAY_NUMBER.test(text)) ? serialDate(text, is1904) : dayOf(text);
    if (kind !== "flag") return text;
    const holds = readFlag(text);
    if (holds === undefined) tell("YES_NO_UNREADABLE", row, column, "neither yes nor no");
    return holds === true ? "Y" : null;
  };
  return {
    values({ row, cells }) {
      const values: (string | null)[] = new Array(columns.length).fill(null);
      let isFilled = false;
      for (let at = 0; at < cells.length; at++) {
        const cell = cells[at];
        if (cell === undefined) continue;
        const column = found.places[at];
        if (column === undefined) {
          if (cell.text.trim() !== "") unnamed.add(at);
          continue;
        }
        values[column] = read(cell, column, row);
        isFilled ||= cell.text.trim() !== "";
      }
      return isFilled ? values : null;
    },
    finish() {
      const strange = new Set(found.strange.map((each) => each.place));
      for (const { name } of found.strange)
        issue(issueOf("COLUMN_NOT_UNDERSTOOD", { ...place, column: shown(name) }, { table }));
      for (const at of unnamed)
        if (!strange.has(at)) issue(issueOf("COLUMN_UNNAMED", place, { table, place: letters(at) }));
      for (const [column, count] of formulas)
        issue(issueOf("FORMULA_CELL", { ...place, column: columns[column]?.name ?? "", count }));
    },
  };
}

/** Excel's numbers of the days from 1927 to the end of what a return can tell. */
const DAY_NUMBER = /^\d{5}(\.\d+)?$/;

/** Different spellings of dates remembered; a real sheet has a few thousand. */
const MOST_DAYS = 50_000;

const isErrorText = (text: string): boolean =>
  text.startsWith("#") && /^#(N\/A|NA|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|ERROR!)$/i.test(text);

/** A header as shown: no longer than a header is, in case the row was data after all. */
const shown = (name: string): string => (name.length > 120 ? `${name.slice(0, 119)}…` : name);

/** The letters of a column: 0 is A, 27 is AB. */
function letters(place: number): string {
  const rest = Math.floor(place / 26) - 1;
  return `${rest < 0 ? "" : letters(rest)}${String.fromCharCode(65 + (place % 26))}`;
}
