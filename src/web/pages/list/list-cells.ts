/** Heads and cells of a list's table: the child, the days, how long it took against the limit, then what else the row says. */
import type { CaseColumn } from "../../../services/cases/case-columns.ts";
import type { CaseList, CaseRow } from "../../../services/cases/cases-for-viewer.ts";
import type { CodeWords } from "../../../services/cases/code-words.ts";
import type { CaseQuestion } from "../../../services/cases/list-question.ts";
import { shortMonth } from "../../words.ts";
import { type ListQuery, listHref } from "./list-query.ts";

export type ListHead = {
  readonly label: string;
  readonly href: string;
  readonly sort: "ascending" | "descending" | "none";
  readonly numeric: boolean;
};

export type ListCell = {
  readonly shown: string;
  readonly numeric: boolean;
  readonly isDay?: true;
  readonly tone?: "over" | "within";
};

type ListAsked = { readonly list: CaseList; readonly question: CaseQuestion; readonly query: ListQuery };

/** Heads in the order of the cells; each leads to the list in its order, and to the other way round the second time. */
export function headsOf(
  { list, question, query }: ListAsked,
  columns: readonly CaseColumn[],
  hasChild: boolean,
): readonly ListHead[] {
  const { daysTaken, rows } = list;
  const [days, rest] = daysFirst(columns);
  const head = (name: string, label: string, numeric: boolean): ListHead => {
    const isSorted = query.sort === name;
    const isUp = isSorted && query.order !== "desc";
    const href = listHref(question, { ...query, page: undefined, sort: name, order: isUp ? "desc" : "asc" });
    return { label, numeric, href, sort: isSorted ? (isUp ? "ascending" : "descending") : "none" };
  };
  return [
    ...(hasChild ? [head("person_id", "Child", false)] : []),
    ...days.map(({ name, label }) => head(name, label, false)),
    ...(daysTaken === null
      ? []
      : [
          head("measured", daysTaken.unit === "days" ? "Days" : "Working days", true),
          head("measured", overLabel(daysTaken), true),
        ]),
    ...(rows.some((row) => "value" in row) ? [head("value", "Value", true)] : []),
    ...rest.map(({ name, label, type }) => head(name, label, type === "number")),
  ];
}

export type CellsFrom = { readonly list: CaseList; readonly columns: readonly CaseColumn[]; readonly words: CodeWords };

/** One row's cells, but for its child. */
export function cellsOf(row: CaseRow, { list, columns, words }: CellsFrom): readonly ListCell[] {
  const [days, rest] = daysFirst(columns);
  return [
    ...days.map((column) => cellOf(row, column, words)),
    ...daysCells(row, list),
    ...valueCells(row),
    ...rest.map((column) => cellOf(row, column, words)),
  ];
}

function daysFirst(columns: readonly CaseColumn[]): readonly [readonly CaseColumn[], readonly CaseColumn[]] {
  return [columns.filter(({ type }) => type === "date"), columns.filter(({ type }) => type !== "date")];
}

function overLabel({ limit, unit, kind }: NonNullable<CaseList["daysTaken"]>): string {
  if (kind === "at-least") return `Counted from ${limit.toLocaleString("en-GB")} ${unit}`;
  return limit === 0 ? "Late by" : `Against the limit of ${limit.toLocaleString("en-GB")}`;
}

function cellOf(row: CaseRow, { name, type, codes }: CaseColumn, words: CodeWords): ListCell {
  const value = row[name];
  const numeric = type === "number";
  if (value === null || value === undefined || value === "")
    return { shown: type === "date" ? "No date" : "–", numeric };
  if (type === "date") return { shown: shortDate(String(value)), numeric, isDay: true };
  if (typeof value === "boolean") return { shown: value ? "Yes" : "No", numeric };
  return { shown: codes === null ? String(value) : words(codes, String(value)), numeric };
}

/** "10 Feb 2025": lists have many columns. */
function shortDate(day: string): string {
  return `${Number(day.slice(8, 10))} ${shortMonth(day)}`;
}

/** The days taken, and how they stand to the limit in words: never by colour alone. */
function daysCells({ measured }: CaseRow, { daysTaken }: CaseList): readonly ListCell[] {
  if (daysTaken === null) return [];
  const { limit, kind } = daysTaken;
  if (typeof measured !== "number")
    return [
      { shown: "–", numeric: true },
      { shown: "Not yet", numeric: true },
    ];
  const over = kind === "at-most" ? measured - limit : measured - limit + 1;
  const days = { shown: measured.toLocaleString("en-GB"), numeric: true };
  if (kind === "at-least")
    return [
      days,
      { shown: over > 0 ? "Reached" : "Not reached", numeric: true, ...(over > 0 ? { tone: "over" as const } : {}) },
    ];
  return [
    days,
    over > 0
      ? { shown: `${over.toLocaleString("en-GB")} over`, numeric: true, tone: "over" }
      : {
          shown: over === 0 ? "On the limit" : `${(-over).toLocaleString("en-GB")} under`,
          numeric: true,
          tone: "within",
        },
  ];
}

function valueCells(row: CaseRow): readonly ListCell[] {
  return "value" in row ? [{ shown: row.value === null ? "–" : String(row.value), numeric: true }] : [];
}
