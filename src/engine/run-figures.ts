/** Figures of any measures over a generation: plans, scores and adds those collected by hand, in the order of the measures given. */
import type { Figure } from "../domain/figure.ts";
import type { Breakdown, Measure } from "../domain/measure.ts";
import type { ReportingPeriod } from "../domain/period.ts";
import type { Database } from "../warehouse/database.ts";
import type { Holdings } from "./availability.ts";
import { readTypedInputs, typedFigures } from "./by-hand.ts";
import { figuresOf } from "./figures.ts";
import { planOf } from "./plan.ts";
import { type Population, readPopulation } from "./population.ts";
import { scorePlan, type TableColumns } from "./score.ts";

export type RunFiguresOptions = {
  readonly periods: readonly ReportingPeriod[];
  readonly by: Breakdown | null;
  readonly authorities: readonly string[];
  readonly columns: TableColumns;
  readonly population?: Population;
  readonly holdings?: Holdings;
  readonly report?: (done: number, total: number, what: string) => void;
};

/** One measure after another, each by authority, group and period. */
export async function runFigures(
  database: Database,
  measures: readonly Measure[],
  options: RunFiguresOptions,
): Promise<readonly Figure[]> {
  const { periods, by, authorities, columns, holdings, report } = options;
  const population = options.population ?? (await readPopulation(database));
  const relevant = measures.filter((measure) => by === null || measure.breakdowns.includes(by));
  const plan = planOf(relevant);
  const scored = await scorePlan(database, plan, {
    periods,
    breakdowns: by === null ? [] : [by],
    columns,
    ...(report === undefined ? {} : { report }),
  });
  const byHand = by === null ? measures.filter((measure) => measure.shape.kind === "by-hand") : [];
  const inputs = await readTypedInputs(database, byHand);
  const planned = new Map(plan.measures.map((entry) => [entry.measure.id, entry]));
  return relevant.flatMap((measure) => {
    const entry = planned.get(measure.id);
    if (entry !== undefined)
      return figuresOf(scored, entry, {
        periods,
        by,
        authorities,
        population,
        ...(holdings === undefined ? {} : { holdings }),
      });
    return by === null ? typedFigures(measure, inputs, { periods, authorities }) : [];
  });
}
