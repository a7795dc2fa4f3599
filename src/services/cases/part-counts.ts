/** How many rows each part of a figure has, and how many of them lie within somebody's scope. */
import type { ListPart } from "../../engine/list.ts";
import type { OpenGeneration, Workspace } from "../workspace.ts";
import { type ListQuery, listSteps } from "./list-query.ts";
import type { CaseQuestion } from "./list-question.ts";

/** The figure's own number, and those rows of it within the viewer's scope. */
export type PartCount = { readonly part: ListPart; readonly figure: number; readonly inScope: number };

/** Counts hold no row: they are kept with the state of the data, so that sorting and paging count nothing again. */
const counted = new WeakMap<Workspace, Map<string, Promise<readonly PartCount[]>>>();
const MOST_COUNTED = 1000;

/** Counts of the parts asked for, in their order. */
export function keptCounts(
  workspace: Workspace,
  { asked: { part: _, ...question }, ...rest }: { readonly asked: CaseQuestion; readonly [fact: string]: unknown },
  queries: readonly ListQuery[],
): Promise<readonly PartCount[]> {
  const known = counted.get(workspace) ?? new Map<string, Promise<readonly PartCount[]>>();
  counted.set(workspace, known);
  const key = JSON.stringify({ question, ...rest });
  const fresh =
    known.get(key) ?? workspace.open().then((open) => Promise.all(queries.map((query) => countPart(open, query))));
  if (known.size >= MOST_COUNTED) known.clear();
  known.set(key, fresh);
  fresh.catch(() => known.delete(key));
  return fresh;
}

async function countPart(generation: OpenGeneration, query: ListQuery): Promise<PartCount> {
  const [row] = await generation.database.rows(
    `${listSteps(generation, query)}\nselect (select count(*) from listed) as figure, (select count(*) from mine) as in_scope`,
  );
  return { part: query.part, figure: Number(row?.figure ?? 0), inScope: Number(row?.in_scope ?? 0) };
}
