/** GET /api/v1/measures and /measures/{id}: what is counted, and how it is defined. */
import { z } from "zod";
import { AppError } from "../../../domain/errors.ts";
import type { Measure } from "../../../domain/measure.ts";
import { endpoint, type Row } from "../endpoint.ts";

const COLUMNS = {
  id: "the measure’s id",
  title: "its name",
  area: "the part of the service it is about",
  definition: "what is counted, of whom, over what time",
  why: "why it is watched",
  source: "where the definition comes from",
  unit: "percentage, count, rate-per-10000 and the like",
  polarity: "high-is-good, low-is-good or neutral",
  windows: "the windows it has a meaning in",
  breakdowns: "what it can be broken down by",
};

export const measuresEndpoint = endpoint({
  path: "/measures",
  summary: "Every measure of the catalogue",
  needs: "see-figures",
  rows: "measures",
  columns: COLUMNS,
  query: z.object({ area: z.string().max(100).optional().describe("one area only") }),
  answer: async ({ desk }, { query }) =>
    [...desk.live.current().catalogue.measures.values()]
      .filter(({ area }) => query.area === undefined || area === query.area)
      .map(rowOf),
});

export const measureEndpoint = endpoint({
  path: "/measures/{id}",
  summary: "One measure",
  needs: "see-figures",
  rows: "measures",
  columns: COLUMNS,
  query: z.object({}),
  answer: async ({ desk }, { id }) => {
    const measure = desk.live.current().catalogue.measures.get(id);
    if (measure === undefined)
      throw new AppError("MEASURE_UNKNOWN", "There is no measure with that id.", "List them at /api/v1/measures.");
    return [rowOf(measure)];
  },
});

function rowOf({ id, title, area, definition, why, source, unit, polarity, timeBasis, breakdowns }: Measure): Row {
  return { id, title, area, definition, why, source, unit, polarity, windows: timeBasis, breakdowns };
}
