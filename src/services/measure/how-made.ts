/** How one number was made: its counts, the rule, the query, the children counted, the files read and the definition used. */
import type { Figure } from "../../domain/figure.ts";
import type { Measure } from "../../domain/measure.ts";
import { parsePeriod, type ReportingPeriod, type WindowId } from "../../domain/period.ts";
import { listSql } from "../../engine/list.ts";
import { partsOfMeasure } from "../../engine/plan.ts";
import { measureNamed } from "../../measures/catalogue.ts";
import { explainMeasure } from "../explain-measure.ts";
import { scoreFigures } from "../score-figures.ts";
import type { OpenGeneration, Workspace } from "../workspace.ts";
import { type DataBehind, dataBehindMeasure } from "./data-behind-measure.ts";
import { type DefinitionText, definitionText } from "./definition-versions.ts";

/** The list behind one part of the figure, counted: never the rows themselves. */
export type PartBehind = {
  readonly part: "numerator" | "denominator";
  readonly table: string;
  readonly rows: number;
  /** Different children among them; `null` of records about no child. */
  readonly children: number | null;
  /** What the figure says; `null` where it is no count of rows (a sum, a longest time). */
  readonly figure: number | null;
};

export type HowMade = {
  readonly measure: Measure;
  readonly authority: string;
  readonly period: ReportingPeriod;
  readonly figure: Figure;
  readonly parts: readonly PartBehind[];
  readonly sql: string;
  readonly definition: DefinitionText;
  readonly data: DataBehind;
};

export type HowQuestion = { readonly measure: string; readonly window: WindowId; readonly period: string };

/** @throws AppError MEASURE_UNKNOWN, PERIOD_INVALID, NO_DATA */
export async function howMade(workspace: Workspace, question: HowQuestion): Promise<HowMade> {
  const { catalogue, catalogueFolders } = workspace;
  const measure = measureNamed(catalogue, question.measure);
  const period = parsePeriod(question.period, question.window);
  const generation = await workspace.open();
  const authority = generation.authorities[0] ?? "";
  const [figure] = await scoreFigures(workspace, {
    measures: [measure.id],
    window: period.window,
    from: period.id,
    to: period.id,
    authority,
  });
  if (figure === undefined) throw new Error(`${measure.id} has no figure in ${period.id}.`);
  const month = { from: period.start.slice(0, 7), to: period.end.slice(0, 7) };
  const [{ sql }, data, parts] = await Promise.all([
    explainMeasure(catalogue, { measure: measure.id, dialect: "duckdb", ...month }),
    dataBehindMeasure(workspace, measure.id),
    partsBehind(generation, { measure, period, authority, figure }),
  ]);
  return {
    measure,
    authority,
    period,
    figure,
    parts,
    sql,
    definition: definitionText(catalogue, measure.id, catalogueFolders),
    data,
  };
}

type Behind = {
  readonly measure: Measure;
  readonly period: ReportingPeriod;
  readonly authority: string;
  readonly figure: Figure;
};

async function partsBehind(generation: OpenGeneration, asked: Behind): Promise<readonly PartBehind[]> {
  const planned = partsOfMeasure(asked.measure);
  if (planned === null || asked.figure.status === "not-available" || asked.figure.status === "not-meaningful")
    return [];
  const behind: PartBehind[] = [];
  for (const part of ["numerator", "denominator"] as const) {
    const placed = planned[part];
    if (placed === null) continue;
    const [{ table }, { aggregate }] = placed;
    const counted = aggregate === "count" || aggregate === "children" ? asked.figure[part] : null;
    behind.push({ part, table, figure: counted, ...(await countList(generation, asked, part)) });
  }
  return behind;
}

async function countList(
  { database, columns }: OpenGeneration,
  { measure, period, authority }: Behind,
  part: PartBehind["part"],
): Promise<Pick<PartBehind, "rows" | "children">> {
  const planned = partsOfMeasure(measure)?.[part];
  const hasPerson = planned != null && columns.get(planned[0].table)?.has("person_id") === true;
  const list = listSql(measure, { period, part, columns, authorities: [authority] });
  const children = hasPerson ? "count(distinct person_id)" : "null";
  const [row] = await database.rows(`select count(*) as "rows", ${children} as children from (\n${list}\n) as list`);
  return { rows: Number(row?.rows ?? 0), children: hasPerson ? Number(row?.children ?? 0) : null };
}
