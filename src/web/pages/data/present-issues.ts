/** What the list of a load's issues prints: places as people count them, filters with how many of each, the way to other pages. */
import { type Issue, SEVERITIES, type Severity } from "../../../domain/issue.ts";
import type { IssueFilter, IssuePage } from "../../../services/data/load-issues.ts";
import { type PageLink, pageLinks } from "../../components/pagination/pagination.tsx";
import type { SelectOption } from "../../components/select/select.tsx";
import { countOf, SEVERITY_WORDS } from "../../words.ts";

export type IssueView = {
  readonly where: string;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
  /** "(12 times)"; empty for one. */
  readonly times: string;
  /** The row as it was kept, for those who may see it. */
  readonly href?: string;
};

export type IssuesView = {
  readonly address: string;
  readonly csv: string;
  readonly total: number;
  readonly sentence: string;
  readonly shown: string;
  readonly rows: readonly IssueView[];
  readonly choices: {
    readonly severities: readonly SelectOption[];
    readonly codes: readonly SelectOption[];
    readonly files: readonly SelectOption[];
  };
  readonly pages: readonly PageLink[];
  readonly previous: string | undefined;
  readonly next: string | undefined;
};

export type IssuesPlace = {
  /** The address of the page the issues stand on, and of the file of them all. */
  readonly address: string;
  readonly csv: string;
  readonly filter: IssueFilter;
  /** Where the row of an issue can be seen; left out where the viewer may not. */
  readonly rowAddress?: (issue: Issue) => string | undefined;
};

/** The view of one page of issues. */
export function presentIssues(found: IssuePage, { address, csv, filter, rowAddress }: IssuesPlace): IssuesView {
  const total = found.codes.reduce((sum, { count }) => sum + count, 0);
  const to = (page: number) => `${address}?${queryOf({ ...filter, page: String(page) })}#issues`;
  return {
    address,
    csv,
    total,
    sentence: sentenceOf(found),
    shown: `${countOf(found.lines, "line")}${found.pages > 1 ? `, page ${found.page} of ${found.pages}` : ""}.`,
    rows: found.issues.map((issue) => issueView(issue, rowAddress?.(issue))),
    choices: choicesOf(found, filter),
    pages: pageLinks(found.page, found.pages, to),
    previous: found.page > 1 ? to(found.page - 1) : undefined,
    next: found.page < found.pages ? to(found.page + 1) : undefined,
  };
}

/** "cin.xml, row 12, DateOfBirth": as a person looks for it. */
export function placeOf({ file, sheet, row, column }: Issue): string {
  const parts = [
    file,
    sheet === undefined ? undefined : `sheet ${sheet}`,
    row === undefined ? undefined : `row ${row.toLocaleString("en-GB")}`,
    column,
  ];
  return parts.filter((part) => part !== undefined && part !== "").join(", ") || "The whole load";
}

function issueView(issue: Issue, href: string | undefined): IssueView {
  const { severity, message, remedy, count = 1 } = issue;
  const times = count > 1 ? `(${count.toLocaleString("en-GB")} times)` : "";
  return { where: placeOf(issue), severity, message, remedy, times, ...(href === undefined ? {} : { href }) };
}

function sentenceOf({ codes }: IssuePage): string {
  if (codes.length === 0) return "No issues were found.";
  const parts = SEVERITIES.map((severity) => ({
    words: SEVERITY_WORDS[severity],
    count: codes.filter((code) => code.severity === severity).reduce((sum, { count }) => sum + count, 0),
  })).filter(({ count }) => count > 0);
  return parts.map(({ words, count }) => `${words.one}: ${count.toLocaleString("en-GB")} (${words.means}).`).join(" ");
}

function choicesOf({ codes, files }: IssuePage, { severity, code, file }: IssueFilter): IssuesView["choices"] {
  const all = (text: string): SelectOption => ({ value: "", text });
  return {
    severities: [
      all("Every severity"),
      ...SEVERITIES.map((one) => ({ value: one, text: SEVERITY_WORDS[one].one, selected: one === severity })),
    ],
    codes: [
      all("Every kind"),
      ...codes.map((one) => ({
        value: one.code,
        text: `${kindWords(one.code)} (${one.count.toLocaleString("en-GB")})`,
        selected: one.code === code,
      })),
    ],
    files: [
      all("Every file"),
      ...files.map((one) => ({
        value: one.file,
        text: `${one.file} (${one.count.toLocaleString("en-GB")})`,
        selected: one.file === file,
      })),
    ],
  };
}

/** DATE_OUT_OF_RANGE reads "Date out of range". */
function kindWords(code: string): string {
  const words = code.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  return new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => (value === undefined || value === "" ? [] : [[name, value]])),
  ).toString();
}
