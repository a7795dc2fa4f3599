/** The second proof of every figure: a slow evaluator over plain rows and the engine on DuckDB agree, measure by measure, on made-up worlds. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { walk } from "../../src/domain/expression.ts";
import type { Figure } from "../../src/domain/figure.ts";
import { BREAKDOWNS, type Breakdown, type Measure } from "../../src/domain/measure.ts";
import { parsePeriod, type ReportingPeriod } from "../../src/domain/period.ts";
import { TABLES } from "../../src/domain/tables/index.ts";
import { readHoldings } from "../../src/engine/availability.ts";
import { type ListPart, runList } from "../../src/engine/list.ts";
import { readPopulation } from "../../src/engine/population.ts";
import { runFigures } from "../../src/engine/run-figures.ts";
import { makeHoldings } from "../../src/warehouse/holdings-sql.ts";
import { readTableColumns } from "../../src/warehouse/table-columns.ts";
import { evaluate, figureOfNobody, type OracleFigure, valuedMembers } from "./evaluate.ts";
import { generateWorlds, rowsOfView } from "./generated-worlds.ts";
import { seedsToTry } from "./seeds.ts";
import type { Row, World } from "./world.ts";

const PERIODS: readonly ReportingPeriod[] = [
  parsePeriod("2024-02", "in-month"),
  parsePeriod("2025-03", "in-month"),
  parsePeriod("2025-06", "in-month"),
  parsePeriod("2025-26-Q1", "quarter"),
  parsePeriod("2025-06", "year-to-date"),
  parsePeriod("2024-05", "rolling-3-months"),
  parsePeriod("2025-06", "rolling-12-months"),
  parsePeriod("2024-25", "financial-year"),
  parsePeriod("2024-25", "academic-year"),
  parsePeriod("2024", "calendar-year"),
  parsePeriod("2024-25-summer", "term"),
  parsePeriod("2025-06-30", "fortnight"),
];
/** Groups are a matter of rows, not of windows: a few periods show them all. */
const PERIODS_BY_GROUP = PERIODS.filter(({ window }) =>
  ["quarter", "rolling-12-months", "financial-year", "fortnight"].includes(window),
);
/** Lists are run one at a time, so only for a few periods. */
const LISTED: readonly ReportingPeriod[] = [
  parsePeriod("2024-25", "financial-year"),
  parsePeriod("2025-06", "in-month"),
];

const { catalogue, measures, database, worlds, taken } = await generateWorlds(seedsToTry());
const authorities = worlds.map(({ authority }) => authority);
const columns = await readTableColumns(database);
const population = await readPopulation(database);
after(() => database.close());

for (const view of catalogue.views) {
  const skip = taken.includes(view.name) && "test/oracle/model has no twin of it: its rows are DuckDB's";
  test(`the view ${view.name} holds what its heading says, derived by other means`, { skip }, async () => {
    const rows = await rowsOfView(database, view.name);
    for (const world of worlds) {
      const written = (row: Row): string => [...view.columns.keys()].map((name) => cellText(row[name])).join(" | ");
      const derived = rows.filter(({ authority }) => authority === world.authority).map(written);
      assert.deepEqual(derived.sort(), world.rows(view.name).map(written).sort(), world.authority);
    }
  });
}

for (const by of [null, ...BREAKDOWNS])
  test(`every figure ${by === null ? "of the whole authority" : `by ${by}`} is what counting by hand gives`, async (t) => {
    const periods = by === null ? PERIODS : PERIODS_BY_GROUP;
    const figures = await runFigures(database, measures, { periods, by, authorities, columns, population });
    const ofMeasure = Map.groupBy(figures, ({ measure }) => measure);
    for (const measure of measures.filter(({ breakdowns }) => by === null || breakdowns.includes(by)))
      await t.test(measure.id, () => assertAgrees(measure, { by, periods, figures: ofMeasure.get(measure.id) ?? [] }));
  });

test("the made-up worlds put nearly every measure to the proof", (t) => {
  const counted = measures.filter(({ shape }) => shape.kind !== "by-hand");
  const idle = counted.filter(
    (measure) => !worlds.some((world) => PERIODS.some((period) => counts(measure, world, period))),
  );
  for (const { id } of idle) t.diagnostic(`nobody counts in ${id}: try other seeds`);
  assert.ok(idle.length <= counted.length / 20, `${idle.length} of ${counted.length} measures count nobody`);
});

test("a figure said not to be available would have counted nobody, or looked in vain at a table nobody filled", async (t) => {
  await makeHoldings(database, [...TABLES.map(({ name }) => name), ...catalogue.views.map(({ name }) => name)]);
  const holdings = await readHoldings(database);
  const figures = await runFigures(database, measures, { periods: PERIODS, by: null, authorities, columns, holdings });
  const hidden = figures.filter(({ status, note }) => status === "not-available" && note !== undefined);
  for (const measure of measures)
    await t.test(measure.id, () => {
      for (const figure of hidden.filter((candidate) => candidate.measure === measure.id)) {
        const world = worlds.find(({ authority }) => authority === figure.authority);
        const period = PERIODS.find(({ window, id }) => window === figure.window && id === figure.period);
        assert.ok(world !== undefined && period !== undefined);
        const [counted] = evaluate(measure, world, { period, by: null });
        if (!looksInVain(measure, world))
          assert.equal(counted?.numerator ?? 0, 0, `${figure.authority}, ${figure.window} ${figure.period}`);
      }
    });
});

test("every list is as long as its figure", async (t) => {
  for (const measure of measures.filter(({ shape }) => shape.kind !== "by-hand"))
    await t.test(measure.id, async () => {
      for (const period of LISTED) if (measure.timeBasis.includes(period.window)) await assertListed(measure, period);
    });
});

/** What is printed is the value to the measure's decimals; shorthand stands where there is none, words where words were typed. */
function isShownRounded({ shown, value, status }: Figure, { decimals, shape }: Measure): boolean {
  if (status !== "value") return shown === (status === "not-available" ? "[x]" : "[z]");
  if (value === null) return shape.kind === "by-hand" && shown !== "";
  const printed = shown.replace(/[,%]/g, "");
  const places = printed.split(".")[1]?.length ?? 0;
  return places === decimals && Math.abs(Number(printed) - value) <= 0.5 * 10 ** -decimals + 1e-9;
}

/** Whether a sub-select of the measure looks at a table without rows, or one it needs has none: who is not in it cannot be told. */
function looksInVain({ shape, needs }: Measure, world: World): boolean {
  const looked = new Set(needs.map((need) => need.split(".")[0] ?? need));
  if (shape.kind === "by-hand") return false;
  for (const part of [shape.cohort.where, shape.kind === "proportion" ? shape.numerator : null])
    if (part !== null)
      walk(part, (node) => {
        if (node.kind === "related") looked.add(node.table);
      });
  return [...looked].some((table) => world.rows(table).length === 0);
}

function counts(measure: Measure, world: World, period: ReportingPeriod): boolean {
  const [figure] = evaluate(measure, world, { period, by: null });
  return (figure?.numerator ?? figure?.value ?? 0) > 0;
}

type Asked = {
  readonly by: Breakdown | null;
  readonly periods: readonly ReportingPeriod[];
  readonly figures: readonly Figure[];
};

function assertAgrees(measure: Measure, { by, periods, figures }: Asked): void {
  for (const world of worlds)
    for (const period of periods) {
      const counted = new Map(evaluate(measure, world, { period, by }).map((figure) => [figure.group, figure]));
      const own = figures.filter(
        (figure) =>
          figure.authority === world.authority && figure.window === period.window && figure.period === period.id,
      );
      const where = `${world.authority}, ${period.window} ${period.id}`;
      for (const figure of own) {
        // A group the engine met in another period has nobody in this one.
        const expected = counted.get(figure.breakdown) ?? figureOfNobody(measure, world, period);
        assert.deepEqual(numbersOf(figure), numbersOf(expected), `${where}, ${figure.breakdown ?? "whole"}`);
        assert.ok(isShownRounded(figure, measure), `${where}: ${figure.value} is shown as ${figure.shown}`);
        counted.delete(figure.breakdown);
      }
      assert.deepEqual([...counted.keys()], [], `${where}: groups the engine did not find`);
    }
}

/** Numbers to nine decimals, as a line: what a reader would compare. */
function numbersOf({ numerator, denominator, value, status }: OracleFigure | Figure): string {
  // No rows: whether an average's total is said to be nought or nothing changes no figure.
  const top = status === "no-cohort" && numerator === 0 ? null : numerator;
  return [top, denominator, value].map(cellText).concat(status).join(" | ");
}

function cellText(cell: unknown): string {
  return typeof cell === "number" ? String(Math.round(cell * 1e9) / 1e9) : String(cell ?? "-");
}

async function assertListed(measure: Measure, period: ReportingPeriod): Promise<void> {
  for (const part of listParts(measure)) {
    const rows = await runList(database, measure, { period, part, columns, authorities });
    for (const world of worlds) {
      const listed = rows.filter(({ authority }) => authority === world.authority).length;
      assert.equal(listed, lengthOf(measure, world, period, part), `${world.authority}, ${period.id}, ${part}`);
    }
  }
}

function listParts({ shape }: Measure): readonly ListPart[] {
  if (shape.kind === "proportion") return ["numerator", "denominator", "missed"];
  // The denominator of a weighted average is the sum of its weights, not a number of rows.
  if (shape.kind === "summary") return shape.weight === undefined ? ["denominator"] : [];
  return shape.kind === "ratio" ? ["numerator", "denominator"] : ["numerator"];
}

function lengthOf(measure: Measure, world: World, period: ReportingPeriod, part: ListPart): number {
  if (measure.shape.kind === "summary") return valuedMembers(measure.shape, world, period).length;
  const [figure] = evaluate(measure, world, { period, by: null });
  const numerator = figure?.numerator ?? 0;
  const denominator = figure?.denominator ?? 0;
  if (part === "missed") return denominator - numerator;
  return part === "numerator" ? numerator : denominator;
}
