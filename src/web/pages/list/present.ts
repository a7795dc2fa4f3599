/** What a list of cases prints: its parts with their counts, its columns, its rows in words, and the way to its other pages. */
import type { CaseColumn } from "../../../services/cases/case-columns.ts";
import type { CaseList } from "../../../services/cases/cases-for-viewer.ts";
import type { CodeWords } from "../../../services/cases/code-words.ts";
import type { CaseQuestion, DaysChoice, ListPart } from "../../../services/cases/list-question.ts";
import { type PageLink, pageLinks } from "../../components/pagination/pagination.tsx";
import { countOf } from "../../words.ts";
import { cellsOf, headsOf, type ListCell, type ListHead } from "./list-cells.ts";
import { type ListQuery, listHref } from "./list-query.ts";

export type ListView = {
  readonly measureId: string;
  readonly measure: string;
  readonly title: string;
  /** "March 2026, team North." */
  readonly about: string;
  readonly tabs: readonly {
    readonly label: string;
    readonly count: string;
    readonly href: string;
    readonly isCurrent: boolean;
  }[];
  /** How many of the figure's rows are shown, and how many lie outside one's scope. */
  readonly found: string;
  readonly heads: readonly ListHead[];
  readonly rows: readonly { readonly child: string | null; readonly cells: readonly ListCell[] }[];
  readonly pages: { readonly items: readonly PageLink[]; readonly previous?: string; readonly next?: string } | null;
  readonly filters: ListFilters;
  /** Fields that carry the list into another form: export, keep under a name. */
  readonly carried: readonly { readonly name: string; readonly value: string }[];
  /** Every column there is, to choose from. */
  readonly columnChoices: readonly { readonly value: string; readonly text: string; readonly isShown: boolean }[];
  readonly columnWords: readonly { readonly key: string; readonly value: string }[];
  readonly isNarrowed: boolean;
};

export type ListFilters = {
  readonly child: string;
  readonly teams: readonly string[];
  readonly team: string;
  readonly workers: readonly string[];
  readonly worker: string;
  readonly days: {
    readonly options: readonly { readonly value: string; readonly text: string }[];
    readonly value: string;
  } | null;
};

export type ListPresented = {
  readonly list: CaseList;
  readonly question: CaseQuestion;
  readonly query: ListQuery;
  readonly words: CodeWords;
};

/** The whole page. */
export function presentList(given: ListPresented): ListView {
  const { list, question, query } = given;
  const { measure, period, group } = list;
  const columns = columnsShown(list, query);
  const hasChild = list.rows.some((row) => typeof row.person_id === "string") || list.rows.length === 0;
  return {
    measureId: measure.id,
    measure: measure.title,
    title: `${PART_WORDS[list.part](measure.shape.kind, measure.polarity)}: ${measure.title}`,
    about: `${period.label}${group === null ? "" : `, ${group.by.replaceAll("_", " ")} ${group.value}`}`,
    tabs: list.counts.map(({ part, inScope, figure }) => ({
      label: PART_WORDS[part](measure.shape.kind, measure.polarity),
      count:
        inScope === figure
          ? inScope.toLocaleString("en-GB")
          : `${inScope.toLocaleString("en-GB")} of ${figure.toLocaleString("en-GB")}`,
      href: listHref({ ...question, part }),
      isCurrent: part === list.part,
    })),
    found: foundWords(list),
    heads: headsOf(given, columns, hasChild),
    rows: list.rows.map((row) => ({
      child: typeof row.person_id === "string" ? row.person_id : null,
      cells: cellsOf(row, { list, columns, words: given.words }),
    })),
    pages: pagesOf(given),
    filters: filtersOf(list, query),
    carried: carriedOf(question, query),
    columnChoices: list.columns.map((column) => ({
      value: column.name,
      text: column.label,
      isShown: columns.includes(column),
    })),
    columnWords: columns.flatMap(({ label, words }) => (words === "" ? [] : [{ key: label, value: words }])),
    isNarrowed: [query.child, query.team, query.worker, query.days].some((choice) => choice !== undefined),
  };
}

/** The columns somebody chose, else the usual ones. */
function columnsShown({ columns, rows }: CaseList, { columns: chosen }: ListQuery): readonly CaseColumn[] {
  const names = new Set((chosen ?? "").split(",").filter(Boolean));
  const known = columns.filter(({ name }) => names.has(name));
  if (known.length > 0) return known;
  // A column that says nothing of any row on the page only takes room.
  const says = ({ name }: CaseColumn): boolean => rows.length === 0 || rows.some((row) => row[name] !== null);
  return columns.filter((column) => column.isShown && says(column));
}

type Shape = CaseList["measure"]["shape"]["kind"];

/** What each part is, said so that the count and the figure are told apart. */
const PART_WORDS: Readonly<Record<ListPart, (shape: Shape, polarity: string) => string>> = {
  numerator: (shape) => (shape === "proportion" || shape === "ratio" ? "In the numerator" : "Counted"),
  denominator: () => "In the denominator",
  missed: (_, polarity) => (polarity === "high-is-good" ? "Missed" : "Not in the numerator"),
};

function foundWords({ matching, counts, part, outside, page, pages }: CaseList): string {
  const inScope = counts.find((count) => count.part === part)?.inScope ?? 0;
  const shown =
    matching === inScope
      ? `${countOf(matching, "case")}`
      : `${matching.toLocaleString("en-GB")} of ${countOf(inScope, "case")}`;
  const where = pages > 1 ? `, page ${page} of ${pages}` : "";
  const more =
    outside === 0
      ? ""
      : ` ${countOf(outside, "more case")} of this figure ${outside === 1 ? "lies" : "lie"} outside the teams or cases you may look at.`;
  return `${shown}${where}.${more}`;
}

function pagesOf({ list, question, query }: ListPresented): ListView["pages"] {
  const { page, pages } = list;
  if (pages === 1) return null;
  const hrefOf = (to: number): string => listHref(question, { ...query, page: to });
  return {
    items: pageLinks(page, pages, hrefOf),
    ...(page > 1 ? { previous: hrefOf(page - 1) } : {}),
    ...(page < pages ? { next: hrefOf(page + 1) } : {}),
  };
}

const DAYS_WORDS: Readonly<Record<DaysChoice, string>> = {
  over: "Over the limit",
  within: "Within the limit",
  "not-yet": "Not yet done",
};

function filtersOf({ teams, workers, daysTaken }: CaseList, query: ListQuery): ListFilters {
  const days = Object.entries(DAYS_WORDS).map(([value, text]) => ({ value, text }));
  return {
    child: query.child ?? "",
    teams: teams.length > 1 ? teams : [],
    team: query.team ?? "",
    workers: workers.length > 1 ? workers : [],
    worker: query.worker ?? "",
    days: daysTaken === null ? null : { options: [{ value: "", text: "Any" }, ...days], value: query.days ?? "" },
  };
}

function carriedOf(question: CaseQuestion, query: ListQuery): ListView["carried"] {
  const address = listHref(question, { ...query, page: undefined });
  return [...new URLSearchParams(address.split("?")[1] ?? "")].map(([name, value]) => ({ name, value }));
}
