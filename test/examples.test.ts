/** The first proof of every figure: each measure's own worked examples, run on DuckDB; and the third: the list is as long as the figure says. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Figure } from "../src/domain/figure.ts";
import type { Measure } from "../src/domain/measure.ts";
import { parsePeriod, type ReportingPeriod } from "../src/domain/period.ts";
import { buildWorld, type PlacedExample, placeExamples } from "../src/engine/example-world.ts";
import { type ListPart, runList } from "../src/engine/list.ts";
import { partsOfMeasure } from "../src/engine/plan.ts";
import { readPopulation } from "../src/engine/population.ts";
import { runFigures } from "../src/engine/run-figures.ts";
import { periodKey } from "../src/engine/score.ts";
import { readModelViews } from "../src/measures/model-view.ts";
import { readMeasure } from "../src/measures/read-measure.ts";
import { schemaOf } from "../src/measures/schema.ts";
import { readBankHolidays } from "../src/warehouse/bank-holidays.ts";
import { readTableColumns } from "../src/warehouse/table-columns.ts";

const views = existsSync("catalogue/model") ? readModelViews("catalogue/model") : [];
const schema = schemaOf(views);
const measures = readMeasures();
const placed = placeExamples(measures);
const database = await buildWorld(
  new Map(placed.map(({ authority, example }) => [authority, withMeasureId(example.tables, authority)])),
  views,
  readBankHolidays("catalogue/reference/bank-holidays.csv"),
);
const columns = await readTableColumns(database);
const population = await readPopulation(database);
const byMeasure = Map.groupBy(placed, ({ measure }) => measure);
after(() => database.close());

for (const [measure, examples] of byMeasure) {
  const periods = distinctPeriods(examples.map(periodOf));
  const figures = await attempt(() =>
    runFigures(database, [measure], {
      periods,
      by: null,
      authorities: examples.map(({ authority }) => authority),
      columns,
      population,
    }),
  );
  for (const entry of examples) {
    test(`${measure.id}: ${entry.example.it}`, async () => {
      if (figures instanceof Error) throw figures;
      const period = periodOf(entry);
      const figure = figures.find(
        (candidate) =>
          candidate.authority === entry.authority &&
          candidate.window === period.window &&
          candidate.period === period.id,
      );
      assert.ok(figure, "there is a figure");
      for (const [name, expected] of Object.entries(entry.example.expect)) assertExpected(figure, name, expected);
      await assertListsAgree(measure, figure, entry, period);
    });
  }
}

/** A measure file that cannot be read fails by itself, with its own message. */
function readMeasures(): readonly Measure[] {
  const root = "catalogue/measures";
  const files = existsSync(root)
    ? readdirSync(root, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".yaml"))
        .sort()
    : [];
  return files.flatMap((name) => {
    try {
      return [readMeasure(readFileSync(join(root, name), "utf8"), `measures/${name}`, schema)];
    } catch (fault) {
      test(`measures/${name} can be read`, () => {
        throw fault;
      });
      return [];
    }
  });
}

function assertExpected(figure: Figure, name: string, expected: unknown): void {
  if (name === "text") assert.equal(figure.shown, expected);
  else if (name === "value" && typeof expected === "number")
    assert.ok(
      figure.value !== null && Math.abs(figure.value - expected) < 0.05 + 1e-9,
      `value ${figure.value} is not ${expected}`,
    );
  else assert.equal(figure[name as "numerator"], expected, `${name} of ${JSON.stringify(figure)}`);
}

async function assertListsAgree(
  measure: Measure,
  figure: Figure,
  { authority }: PlacedExample,
  period: ReportingPeriod,
): Promise<void> {
  if (partsOfMeasure(measure) === null || figure.status === "not-meaningful") return;
  for (const [part, expected] of expectedLengths(measure, figure)) {
    const rows = await runList(database, measure, { period, part, columns, authorities: [authority] });
    assert.equal(rows.length, expected, `the ${part} list is as long as the figure says`);
  }
}

/** What each list's length must be; sums, maxima and medians have only the rows they are worked out from. */
function expectedLengths(
  { shape }: Measure,
  { numerator, denominator }: Figure,
): readonly (readonly [ListPart, number])[] {
  // A weighted average's denominator is the sum of its weights, not of its rows.
  if (shape.kind === "summary") return shape.weight === undefined ? [["denominator", denominator ?? 0]] : [];
  const top = ["numerator", numerator ?? 0] as const;
  if (shape.kind === "proportion")
    return [top, ["denominator", denominator ?? 0], ["missed", (denominator ?? 0) - (numerator ?? 0)]];
  return shape.kind === "ratio" ? [top, ["denominator", denominator ?? 0]] : [top];
}

function periodOf({ example }: PlacedExample): ReportingPeriod {
  return parsePeriod(example.period, example.window);
}

function distinctPeriods(periods: readonly ReportingPeriod[]): readonly ReportingPeriod[] {
  return [...new Map(periods.map((period) => [periodKey(period), period])).values()];
}

/** Inputs typed by hand may leave out the measure they are for. */
function withMeasureId(
  tables: PlacedExample["example"]["tables"],
  authority: string,
): PlacedExample["example"]["tables"] {
  const measure = authority.split("#")[0] ?? "";
  const inputs = tables.aggregate_input;
  const named = inputs?.map((row) => ({ measure, period: row.period ?? row.period_end ?? "", ...row }));
  const people = tables.population?.map((row) => ({ area: authority, age_group: "0-17", version: "1", ...row }));
  return {
    ...tables,
    ...(named === undefined ? {} : { aggregate_input: named }),
    ...(people === undefined ? {} : { population: people }),
  };
}

async function attempt<T>(run: () => Promise<T>): Promise<T | Error> {
  try {
    return await run();
  } catch (fault) {
    return fault instanceof Error ? fault : new Error(String(fault));
  }
}
