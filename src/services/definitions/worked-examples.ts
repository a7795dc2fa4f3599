/** Runs a measure's own worked examples, as the browser does at every check: what was expected, what came, and whether they agree. */
import type { Figure } from "../../domain/figure.ts";
import type { Measure, WorkedExample } from "../../domain/measure.ts";
import { parsePeriod } from "../../domain/period.ts";
import { buildWorld, placeExamples } from "../../engine/example-world.ts";
import { readPopulation } from "../../engine/population.ts";
import { runFigures } from "../../engine/run-figures.ts";
import { readBankHolidays } from "../../warehouse/bank-holidays.ts";
import { readTableColumns } from "../../warehouse/table-columns.ts";
import { bankHolidaysFile, type Workspace } from "../workspace.ts";

export type ExampleRun = {
  readonly it: string;
  readonly period: string;
  readonly isRight: boolean;
  /** "numerator 1, denominator 2". */
  readonly expected: string;
  /** The same of what came; or why nothing did. */
  readonly came: string;
};

/** One run for each example, in their order. */
export async function runWorkedExamples(
  { catalogue, catalogueFolders }: Pick<Workspace, "catalogue" | "catalogueFolders">,
  measure: Measure,
): Promise<readonly ExampleRun[]> {
  const placed = placeExamples([measure]);
  const worlds = placed.map(
    ({ authority, example }) => [authority, completed(example, measure.id, authority)] as const,
  );
  const holidays = readBankHolidays(bankHolidaysFile(catalogueFolders));
  try {
    const database = await buildWorld(new Map(worlds), catalogue.views, holidays);
    try {
      const shared = {
        columns: await readTableColumns(database),
        population: await readPopulation(database),
        by: null,
      };
      const runs: ExampleRun[] = [];
      for (const { authority, example } of placed) {
        const periods = [parsePeriod(example.period, example.window)];
        const [figure] = await runFigures(database, [measure], { ...shared, periods, authorities: [authority] });
        runs.push(judged(example, figure));
      }
      return runs;
    } finally {
      database.close();
    }
  } catch (fault) {
    // A cell that is no date, or a condition DuckDB cannot run: told beside every example, for any may hold it.
    const came = `could not be run: ${(fault instanceof Error ? fault.message : String(fault)).split("\n")[0]}`;
    return measure.examples.map((example) => ({ ...words(example), isRight: false, came }));
  }
}

function judged(example: WorkedExample, figure: Figure | undefined): ExampleRun {
  if (figure === undefined) return { ...words(example), isRight: false, came: "no figure" };
  const names = Object.keys(example.expect) as (keyof WorkedExample["expect"])[];
  const isRight = names.every((name) => agrees(figure, name, example.expect[name]));
  return { ...words(example), isRight, came: names.map((name) => `${name} ${whatCame(figure, name)}`).join(", ") };
}

function words({ it, period, expect }: WorkedExample): Pick<ExampleRun, "it" | "period" | "expected"> {
  const expected = Object.entries(expect).map(([name, value]) => `${name} ${value}`);
  return { it, period, expected: expected.join(", ") };
}

/** A value is written with one decimal, so it may be half of one off. */
function agrees(figure: Figure, name: keyof WorkedExample["expect"], expected: unknown): boolean {
  if (name === "text") return figure.shown === expected;
  if (name === "value" && typeof expected === "number")
    return figure.value !== null && Math.abs(figure.value - expected) < 0.05 + 1e-9;
  return figure[name as "numerator"] === expected;
}

function whatCame(figure: Figure, name: keyof WorkedExample["expect"]): string {
  const came = name === "text" ? figure.shown : figure[name];
  if (came === null || came === undefined) return "none";
  return typeof came === "number" ? String(Math.round(came * 100) / 100) : came;
}

/** Figures typed by hand may leave out the measure they are for, populations whose they are. */
function completed(example: WorkedExample, id: string, authority: string): WorkedExample["tables"] {
  const { aggregate_input: inputs, population: people, ...tables } = example.tables;
  return {
    ...tables,
    ...(inputs === undefined
      ? {}
      : {
          aggregate_input: inputs.map((row) => ({ measure: id, period: row.period ?? row.period_end ?? "", ...row })),
        }),
    ...(people === undefined
      ? {}
      : { population: people.map((row) => ({ area: authority, age_group: "0-17", version: "1", ...row })) }),
  };
}
