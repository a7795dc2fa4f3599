/** The cases behind a figure: the rows themselves, with where each came from. */
import { parsePeriod, type WindowId } from "../domain/period.ts";
import { type ListPart, runList } from "../engine/list.ts";
import { measureNamed } from "../measures/catalogue.ts";
import { readBreakdown } from "./score-figures.ts";
import type { Workspace } from "./workspace.ts";

export type ListQuestion = {
  readonly measure: string;
  readonly window: WindowId;
  readonly period: string;
  readonly part: ListPart;
  readonly authority?: string;
  /** One group of a breakdown: { by: "team", value: "North" }. */
  readonly group?: { readonly by: string; readonly value: string };
};

export type Case = Readonly<Record<string, unknown>>;

/** Cases in order of authority and child. A list is never kept: every look is a fresh one. */
export async function listCases(workspace: Workspace, question: ListQuestion): Promise<readonly Case[]> {
  const measure = measureNamed(workspace.catalogue, question.measure);
  const period = parsePeriod(question.period, question.window);
  const { database, columns } = await workspace.open();
  const { group, authority, part } = question;
  return runList(database, measure, {
    period,
    part,
    columns,
    ...(authority === undefined ? {} : { authorities: [authority] }),
    ...(group === undefined ? {} : { group: { by: readBreakdown(group.by), value: group.value } }),
  });
}
