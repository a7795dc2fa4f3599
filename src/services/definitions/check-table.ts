/** Checks the small tables that are edited as CSV: bank holidays, neighbours and populations. */
import { isIsoDate } from "../../domain/dates.ts";
import type { DefinitionFault } from "../../measures/definition-fault.ts";
import { didYouMean } from "../../measures/suggest.ts";
import { TABLE_COLUMNS } from "./current-definition.ts";

type TableRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> };
type Checked = (row: TableRow) => string | null;

const WHOLE = /^\d+$/;

const CHECKS: Readonly<
  Record<
    "calendar" | "neighbours" | "population",
    { readonly columns: readonly string[]; readonly key: readonly string[]; readonly check: Checked }
  >
> = {
  calendar: {
    columns: ["date", "name"],
    key: ["date"],
    check: ({ cells: { date = "", name = "" } }) => {
      if (!isIsoDate(date)) return `“${date}” is not a date. Write it year first: 2027-12-27.`;
      return name === "" ? "The holiday has no name." : null;
    },
  },
  neighbours: {
    columns: TABLE_COLUMNS.neighbours,
    key: ["la_code", "edition", "rank"],
    check: ({ cells: { la_code: own = "", edition = "", rank = "", neighbour_code: neighbour = "" } }) => {
      if (!/^\d{3}$/.test(own) || !/^\d{3}$/.test(neighbour))
        return "An authority’s code has three digits, such as 330.";
      if (own === neighbour) return "An authority is not its own neighbour.";
      if (edition === "") return "Name the edition, such as 2025-05.";
      return WHOLE.test(rank) && Number(rank) > 0 ? null : `“${rank}” is not a rank: 1 is the closest.`;
    },
  },
  population: {
    columns: TABLE_COLUMNS.population,
    key: ["area", "age_group", "year", "version"],
    check: ({ cells: { area = "", age_group: ages = "", year = "", version = "", estimate = "" } }) => {
      if (area === "" || version === "") return "Name the area and the version of the estimate.";
      if (!/^\d+(-\d+|\+)$/.test(ages)) return `“${ages}” is not an age group. Write it as 0-17.`;
      if (!/^(19|20)\d\d$/.test(year)) return `“${year}” is not a year.`;
      return WHOLE.test(estimate) ? null : `“${estimate}” is not a whole number of people.`;
    },
  },
};

/** Everything wrong with a table, by line; `before` is the table in force, of which no row may be missing where loads keep every row. */
export function tableFaults(
  kind: keyof typeof CHECKS,
  text: string,
  before: string | null,
): readonly DefinitionFault[] {
  const { columns, key, check } = CHECKS[kind];
  const [head = [], ...lines] = cellsOf(text);
  const missing = columns.filter((column) => !head.includes(column) && column !== "la_name" && column !== "closeness");
  const strange = head.filter((column) => !columns.includes(column));
  if (missing.length > 0 || strange.length > 0)
    return [
      {
        line: 1,
        path: [],
        message:
          missing.length > 0
            ? `The first line must name the columns ${columns.join(", ")}; ${missing.join(", ")} is not among them.`
            : `There is no column “${strange[0]}”.${didYouMean(strange[0] ?? "", columns)}`,
      },
    ];
  const rows = lines.map((cells, index) => rowOf(head, cells, index + 2));
  return [
    ...rows.flatMap((row) => faultAt(row.line, check(row))),
    ...repeated(rows, key),
    ...(kind === "calendar" || before === null ? [] : takenAway(rows, before, key)),
  ].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** Lines of a CSV as cells; blank lines are left out. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = ""]) =>
        (quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim(),
      ),
    );
}

function rowOf(head: readonly string[], cells: readonly string[], line: number): TableRow {
  return { line, cells: Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ""])) };
}

function faultAt(line: number | null, message: string | null): readonly DefinitionFault[] {
  return message === null ? [] : [{ line, path: [], message: line === null ? message : `Line ${line}: ${message}` }];
}

const keyOf = ({ cells }: TableRow, key: readonly string[]): string => key.map((name) => cells[name] ?? "").join(", ");

function repeated(rows: readonly TableRow[], key: readonly string[]): readonly DefinitionFault[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const own = keyOf(row, key);
    const earlier = first.get(own);
    if (earlier === undefined) first.set(own, row.line);
    return earlier === undefined ? [] : faultAt(row.line, `${own} stands in line ${earlier} already.`);
  });
}

/** Loads are kept for ever: a row that is wrong is corrected by one of the same key, and a whole list by a new edition. */
function takenAway(rows: readonly TableRow[], before: string, key: readonly string[]): readonly DefinitionFault[] {
  const [head = [], ...lines] = cellsOf(before);
  const kept = new Set(rows.map((row) => keyOf(row, key)));
  const gone = lines.map((cells, index) => keyOf(rowOf(head, cells, index + 2), key)).filter((own) => !kept.has(own));
  if (gone.length === 0) return [];
  return faultAt(
    null,
    `${gone.length} ${gone.length === 1 ? "row is" : "rows are"} no longer there (${gone.slice(0, 3).join("; ")}). Rows cannot be taken away: correct them, or add a new edition or version beside them.`,
  );
}
