/** GET /api/v1/comparators: one measure beside what others publish. */
import { z } from "zod";
import { parseWindow } from "../../../domain/period.ts";
import { compareMeasure, type MeasureComparison } from "../../../services/compare-measure.ts";
import { endpoint, type Row } from "../endpoint.ts";

const text = z.string().max(200);

export const comparatorsEndpoint = endpoint({
  path: "/comparators",
  summary: "A measure beside its statistical neighbours, region and England",
  needs: "see-figures",
  rows: "comparators",
  columns: {
    measure: "the measure’s id",
    group: "own, neighbour, neighbours, region or england",
    label: "whose figure it is",
    period: "the period published",
    value: "exact, in the measure’s unit",
    shown: "as printed",
    state: "value, not-available and the like",
    rank: "place among the neighbours and us; empty for averages",
    method: "how an average was made: mean, median or published",
    edition: "the publication it comes from",
  },
  query: z.object({
    measure: text.describe("the measure’s id"),
    window: text.default("financial-year").describe("the window of our own figure"),
    period: text.describe("the period of our own figure: 2024-25"),
    authority: text.optional().describe("whose figure, where the data are of several authorities"),
  }),
  answer: async ({ desk }, { query }) => {
    const { measure, period, authority } = query;
    const window = parseWindow(query.window);
    const comparison = await compareMeasure(desk.live.current(), {
      measure,
      window,
      period,
      ...(authority === undefined ? {} : { authority }),
    });
    return rowsOf(comparison);
  },
});

function rowsOf(comparison: MeasureComparison): readonly Row[] {
  const { measure, own, neighbours, comparators, rankAmongNeighbours, indicator } = comparison;
  return [
    {
      measure,
      group: "own",
      label: comparison.authority,
      period: own.period,
      value: own.value,
      shown: own.shown,
      state: own.status,
      rank: rankAmongNeighbours?.rank ?? null,
    },
    ...neighbours.map(({ name, value, shown, state, rank }) => ({
      measure,
      group: "neighbour",
      label: name,
      value,
      shown,
      state,
      rank,
      edition: indicator.publication,
    })),
    ...comparators.map(({ group, label, period, value, shown, state, method, edition }) => ({
      measure,
      group,
      label,
      period,
      value,
      shown,
      state,
      method,
      edition,
    })),
  ];
}
