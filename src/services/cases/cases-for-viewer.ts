/** The cases behind a figure as one viewer may see them: the only way from the web to children's rows. Every look is logged, and every refusal. */
import { scopesFor } from "../../domain/access/policy.ts";
import type { IsoDate } from "../../domain/dates.ts";
import { AppError } from "../../domain/errors.ts";
import type { ListPart } from "../../engine/list.ts";
import type { Row } from "../../warehouse/database.ts";
import type { OpenGeneration, Workspace } from "../workspace.ts";
import { type CaseColumn, caseColumns } from "./case-columns.ts";
import { type DaysTaken, daysTakenOf } from "./days-taken.ts";
import { cohortOf, columnsListed, type ListQuery, listSteps, narrowing, ordering } from "./list-query.ts";
import {
  type CaseChoices,
  type CaseQuestion,
  type CheckedQuestion,
  checkQuestion,
  PAGE_ROWS,
} from "./list-question.ts";
import { keptCounts, type PartCount } from "./part-counts.ts";
import { assertPurpose, type Looker, recordLook, refuseLook, type Witness } from "./record-look.ts";

export type CaseRow = Row;

export type CaseList = CheckedQuestion & {
  readonly counts: readonly PartCount[];
  /** Rows of the figure outside the viewer's scope: counted, never shown. */
  readonly outside: number;
  /** Rows in scope that the choices leave. */
  readonly matching: number;
  /** The page asked for, from 1, and how many there are. */
  readonly page: number;
  readonly pages: number;
  readonly rows: readonly CaseRow[];
  readonly columns: readonly CaseColumn[];
  readonly daysTaken: DaysTaken | null;
  /** Teams and workers that occur among the rows in scope, to choose from. */
  readonly teams: readonly string[];
  readonly workers: readonly string[];
};

export type CaseDesk = Witness & { readonly workspace: Workspace };

/** A page of the list. @throws AppError NOT_ALLOWED, logged, when the group asked for lies outside the viewer's scope */
export async function casesForViewer(
  desk: CaseDesk,
  viewer: Looker,
  question: CaseQuestion,
  choices: CaseChoices & { readonly page?: number } = {},
): Promise<CaseList> {
  const list = await readList(desk, viewer, question, { ...choices, size: PAGE_ROWS });
  await recordLook(desk, viewer, { what: "list", ...lookOf(list, question, choices) });
  return list;
}

/** Every row the choices leave, to be taken away. @param number what the copy is marked with, found again in the log */
export async function exportCases(
  desk: CaseDesk,
  viewer: Looker,
  question: CaseQuestion,
  { number, ...choices }: CaseChoices & { readonly number: string },
): Promise<CaseList> {
  if (scopesFor(viewer.grants, "export-cases").length === 0)
    await refuseLook(desk, viewer, { subject: subjectOf(question), why: "may not take lists away" });
  const list = await readList(desk, viewer, question, { ...choices, permission: "export-cases" });
  await recordLook(desk, viewer, { what: "export", ...lookOf(list, question, { ...choices, export: number }) });
  return list;
}

type Reading = CaseChoices & {
  readonly page?: number;
  /** Rows a page; all when left out. */
  readonly size?: number;
  readonly permission?: "see-cases" | "export-cases";
};

async function readList(desk: CaseDesk, viewer: Looker, asked: CaseQuestion, reading: Reading): Promise<CaseList> {
  const { workspace, at } = desk;
  const question = checkQuestion(workspace, asked);
  const { measure, part, parts } = question;
  if (!parts.includes(part)) throw noSuchList(question);
  assertPurpose(viewer);
  const scopes = scopesFor(viewer.grants, reading.permission ?? "see-cases");
  if (scopes.length === 0)
    await refuseLook(desk, viewer, { subject: subjectOf(asked), why: "may not see children’s records" });
  const generation = await workspace.open();
  const daysTaken = daysTakenOf(measure);
  const today: IsoDate = at.toISOString().slice(0, 10);
  const queryOf = (of: ListPart): ListQuery => ({
    question,
    part: of,
    scopes,
    today,
    // The days of a ratio's other cohort are of another table.
    daysTaken: of === "denominator" && measure.shape.kind === "ratio" ? null : daysTaken,
  });
  const counts = await keptCounts(workspace, { asked, scopes, today }, parts.map(queryOf));
  const own = counts.find((count) => count.part === part) ?? { figure: 0, inScope: 0 };
  const isGuessed =
    ["team", "worker"].includes(question.group?.by ?? "") && counts.every(({ inScope }) => inScope === 0);
  if (isGuessed && !scopes.some(({ kind }) => kind === "authority"))
    await refuseLook(desk, viewer, { subject: subjectOf(asked), why: "the group lies outside their scope" });
  const page = await readPage(generation, queryOf(part), reading);
  return {
    ...question,
    ...page,
    counts,
    outside: own.figure - own.inScope,
    columns: columnsOf(workspace, generation, queryOf(part)),
  };
}

async function readPage(
  generation: OpenGeneration,
  query: ListQuery,
  reading: Reading,
): Promise<Pick<CaseList, "matching" | "page" | "pages" | "rows" | "daysTaken" | "teams" | "workers">> {
  const { daysTaken } = query;
  const columns = columnsListed(generation, query);
  const has = (column: string): boolean => columns.has(column);
  const kept = `select * from mine where ${narrowing(reading, daysTaken, has)}`;
  const distinct = (column: string): string =>
    has(column) ? `(select list(distinct ${column} order by ${column}) from mine where ${column} is not null)` : "[]";
  const [facts] = await generation.database.rows(
    `${listSteps(generation, query)}\nselect (select count(*) from (${kept}) as kept) as matching, to_json(${distinct("team")}) as teams, to_json(${distinct("worker")}) as workers`,
  );
  const matching = Number(facts?.matching ?? 0);
  const size = reading.size ?? Math.max(1, matching);
  const pages = Math.max(1, Math.ceil(matching / size));
  const page = Math.min(pages, Math.max(1, reading.page ?? 1));
  const rows = await generation.database.rows(
    `${listSteps(generation, query)}\n${kept} order by ${ordering(reading, has)} limit ${size} offset ${(page - 1) * size}`,
  );
  return { matching, page, pages, rows, daysTaken, teams: namesIn(facts?.teams), workers: namesIn(facts?.workers) };
}

function namesIn(json: unknown): readonly string[] {
  const names: unknown = typeof json === "string" ? JSON.parse(json) : [];
  return Array.isArray(names) ? names.map(String) : [];
}

function columnsOf({ catalogue }: Workspace, generation: OpenGeneration, query: ListQuery): readonly CaseColumn[] {
  const { shape } = query.question.measure;
  const relation = shape.kind === "by-hand" ? undefined : catalogue.schema.get(cohortOf(shape, query.part));
  if (relation === undefined) return [];
  const listed = [...columnsListed(generation, query)].filter((name) => !["value", "measured"].includes(name));
  return caseColumns(relation, new Set(listed));
}

function lookOf(list: CaseList, question: CaseQuestion, choices: Readonly<Record<string, unknown>>) {
  const children = list.rows.flatMap(({ person_id: child }) => (typeof child === "string" ? [child] : []));
  const { part, group } = question;
  const more = Object.fromEntries(
    Object.entries({ part, group, ...choices }).filter(([, value]) => value !== undefined),
  );
  return { subject: subjectOf(question), children, rows: list.rows.length, more };
}

function subjectOf({ measure, window, period }: CaseQuestion): string {
  return `${measure} ${window} ${period}`;
}

function noSuchList({ measure, parts }: CheckedQuestion): AppError {
  return parts.length === 0
    ? new AppError(
        "USAGE",
        `“${measure.title}” is collected by hand; no records of children lie behind it here.`,
        "Ask whoever owns the figure for the cases it counts.",
      )
    : new AppError(
        "USAGE",
        `“${measure.title}” has no such list: only ${parts.join(" and ")}.`,
        "Choose another list on the page.",
      );
}
